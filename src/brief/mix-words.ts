import { counted } from "./words.ts";

/** From how much a mix over the layers is told: `mixFrom(9)` → `"from 9 sentences of one text: no interval"` */
export function mixFrom(sentences: number): string {
  return sentences === 0 ? "from one text as a whole: no interval" : `from ${counted(sentences, "sentence")} of one text: no interval`;
}
