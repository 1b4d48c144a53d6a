import { columnsOf, fit } from "./terminal.ts";

/** Breaks at spaces; a word that is longer than the width is cut. */
export function wrap(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.replaceAll("\n", " ").split(" ")) {
    const last = lines.at(-1)!;
    if (last === "") lines[lines.length - 1] = fit(word, width);
    else if (columnsOf(last) + 1 + columnsOf(word) > width) lines.push(fit(word, width));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
