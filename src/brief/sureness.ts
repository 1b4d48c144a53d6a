import measured from "../../data/model/confidence.json" with { type: "json" };
import { Sureness } from "../terms/brief.ts";
import type { Reading } from "../terms/reading.ts";
import { counted, percent } from "./words.ts";

const bins = Sureness.array().parse(measured.bins);

/** How often the reader named the right role where it was as sure as here (npm run errors); null where it named none, which has no confidence to speak of. */
export function surenessOf({ value, confidence }: Pick<Reading["role"], "value" | "confidence">): Sureness | null {
  return value === null ? null : (bins.findLast(({ from }) => confidence >= from) ?? null);
}

/** What a confidence rests on: `"of 400 labelled postings of 210 employers read with 70 % to 80 %, 75 % were right (71 % to 79 %)"` */
export function surenessSays({ from, to, n, employers, right, low, high }: Sureness): string {
  const read = from === 0 ? `under ${percent(to)}` : to === 1 ? `${percent(from)} and more` : `${percent(from)} to ${percent(to)}`;
  return `of ${counted(n, "labelled posting")} of ${counted(employers, "employer")} read with ${read}, ${percent(right / n)} were right (${percent(low)} to ${percent(high)})`;
}
