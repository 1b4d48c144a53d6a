import type { MixLayer } from "../terms/layer.ts";
import type { Reading } from "../terms/reading.ts";
import type { Look } from "./pretty.ts";
import { columnsOf, printable, type Style } from "./terminal.ts";

/** What stands at a place of the text: bit 1 a finding's evidence, bits 2 to 4 the layer (1..5) that a responsibility votes for. */
type Marks = Uint8Array;

const markLayers: readonly (MixLayer | null)[] = [null, "infrastructure", "evaluation", "product", "model", "governance"];

/** The plain text, wrapped, with every piece of evidence underlined and responsibilities in the colour of their layer; in brackets where there is no colour. */
export function markedText(reading: Reading, look: Look): string {
  const text = reading.text ?? "";
  const safe = printable(text);
  const marks = marksOf(reading, text.length);
  const out: string[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    for (const [a, b] of wrapped(safe, from, end, look, marks)) out.push(drawn(safe, marks, a, b, look));
    from = end + 1;
  }
  return out.join("\n");
}

function marksOf(reading: Reading, length: number): Marks {
  const marks = new Uint8Array(length);
  for (const { layer, evidence } of reading.sentences) {
    const bits = markLayers.indexOf(layer) << 1;
    for (let i = evidence.start; i < evidence.end && i < length; i++) marks[i] = (marks[i]! & 1) | bits;
  }
  const findings = [reading.seniority, reading.workplace, reading.domain, reading.years, reading.degree, reading.production, reading.visa, ...reading.places, ...reading.pay, ...reading.skills, ...reading.flags];
  for (const { start, end } of findings.flatMap((finding) => finding.evidence)) {
    for (let i = start; i < end && i < length; i++) marks[i]! |= 1;
  }
  return marks;
}

/** The pieces of one line of text that fit the width, broken at spaces where there are any; in one walk, as a text may be one line of millions of signs without any. */
function wrapped(text: string, from: number, end: number, { width, marks: brackets }: Look, marks: Marks): [number, number][] {
  const pieces: [number, number][] = [];
  let start = from;
  while (start < end) {
    let stop = start;
    for (let columns = 0; stop < end; ) {
      const letter = String.fromCodePoint(text.codePointAt(stop)!);
      columns += columnsOf(letter) + (brackets && opensRun(marks, stop, start) ? 2 : 0);
      if (columns > width && stop > start) break;
      stop += letter.length;
    }
    if (stop < end) {
      const space = text.slice(start, stop + 1).lastIndexOf(" ");
      if (space > 0) stop = start + space;
    }
    pieces.push([start, stop]);
    start = text[stop] === " " ? stop + 1 : stop;
  }
  return pieces.length === 0 ? [[from, from]] : pieces;
}

/** Whether a piece of evidence begins here, on a line from `start`; each takes a pair of brackets. */
function opensRun(marks: Marks, at: number, start: number): boolean {
  return (marks[at]! & 1) === 1 && (at === start || marks[at] !== marks[at - 1]);
}

function drawn(text: string, marks: Marks, from: number, to: number, { paint, marks: brackets }: Look): string {
  let line = "";
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && marks[end] === marks[start]) end++;
    const piece = text.slice(start, end);
    const layer = markLayers[marks[start]! >> 1] ?? null;
    const how: Style[] = [...(layer === null ? [] : [layer]), ...(marks[start]! & 1 ? (["underline"] as const) : [])];
    line += brackets && marks[start]! & 1 ? `[${piece}]` : paint(piece, ...how);
    start = end;
  }
  return line;
}
