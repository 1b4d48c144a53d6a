import type { Shell } from "./command.ts";

/**
 * Text that may go to a terminal: control characters (all but line breaks), direction overrides and lone surrogates, which a hostile posting
 * could use to move the cursor or hide text, are shown as "�". As many UTF-16 units out as in.
 */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll("\t", " ").replaceAll(hostile, "\ufffd");
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const hostile = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Colour is for people: only on a terminal that can, and never where NO_COLOR is set (no-color.org). */
export function hasColour(shell: Shell): boolean {
  return shell.out.isTTY === true && !shell.env.NO_COLOR && shell.env.TERM !== "dumb";
}

/** ANSI styles by what they say. Layers have the same five hues as on the web; all readable on light and dark grounds. */
export const styles = {
  bold: "1",
  faint: "2",
  underline: "4",
  infrastructure: "38;5;33",
  evaluation: "38;5;133",
  product: "38;5;35",
  model: "38;5;172",
  governance: "38;5;103",
  warn: "38;5;166",
} as const;
export type Style = keyof typeof styles;

export type Paint = (text: string, ...how: Style[]) => string;

export function painter(colour: boolean): Paint {
  return (text, ...how) => (colour && how.length > 0 && text !== "" ? `\u001b[${how.map((one) => styles[one]).join(";")}m${text}\u001b[0m` : text);
}

/** Columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
export function columnsOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- the range begins with them
  if (/^[\u0000-\u02ff]*$/.test(text)) return text.length;
  let columns = 0;
  for (const letter of text) columns += /\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return columns;
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The text cut to `columns`, with "…" where it was longer. */
export function fit(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = "";
  let size = 0;
  for (const letter of text) {
    size += columnsOf(letter);
    if (size > columns - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
