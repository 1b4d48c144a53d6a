import type { Posting } from "../../terms/posting.ts";
import { htmlToText, oneLine } from "../layout.ts";
import { markupOf } from "../text/html.ts";
import { employerIn } from "./employer-line.ts";
import { keptLines } from "./kept-lines.ts";
import { type HeadField, labelled } from "./labels.ts";
import { isPlace, placeLine } from "./place-line.ts";
import { isHeading, isSentence, kindOfLine, namesOccupation } from "./title-line.ts";

/** Lines that may hold a label, and among them those where "Role:" is one, and where a title may stand without any. */
const LABEL_LINES = 20;
const UNSURE_LINES = 6;
const TITLE_LINES = 6;
/** The first lines are far fewer units; a text without a line break is one line. */
const HEAD_UNITS = 8000;
const MOST_VALUE = 120;

/**
 * A description with what its first lines tell of title, place and employer: pasted texts, PDF and Word files have no fields. Fields that it has stay, without the markup that pages have in them; what no line tells stays empty.
 * This alone decides it, for the command line, files and pages: `withHead({ description_text: "ML Engineer\nLocation: Berlin\nAbout us\n…" })` → title "ML Engineer", location "Berlin", and the text without its title.
 */
export function withHead(written: Posting): Posting {
  const given = seen(written);
  const posting = says(given.title) && says(given.location) && says(given.company) ? given : withLines(given);
  return says(posting.location) ? posting : placeLine(posting);
}

/** A page's heading is markup: people are shown what it says. A text with a tag in it keeps its lines. */
function seen(written: Posting): Posting {
  const posting = { ...written };
  if (!posting.description_html?.trim() && posting.description_text) posting.description_text = keptLines(posting.description_text);
  for (const field of ["title", "location", "company"] as const) if (says(written[field])) posting[field] = oneLine(written[field]);
  return posting;
}

function withLines(given: Posting): Posting {
  const lines = headLines(given);
  const found = labelledIn(lines);
  const posting = { ...given };
  for (const field of ["location", "company"] as const) if (!says(given[field]) && found[field] !== undefined) posting[field] = found[field].value;
  const employer = says(posting.company) ? null : employerAmong(lines);
  if (employer !== null) posting.company = employer;
  if (says(given.title)) return posting;
  const title = found.title ?? titleIn(lines);
  return title === null ? posting : { ...posting, title: title.value, ...bodyWithout(given, title.line) };
}

/** A piece of a line: "ML Engineer | Berlin" has two. `whole` where it is all that its line says. */
type Piece = { text: string; line: HeadLine; whole: boolean; isItem: boolean };
type HeadLine = { raw: string; start: number; end: number };
type Told = { value: string; line: HeadLine | null };

/** The first lines that say something, with their place in the text. */
function headLines(posting: Posting): Piece[][] {
  const html = posting.description_html?.trim() ? posting.description_html : null;
  const body = (html ?? posting.description_text ?? "").slice(0, HEAD_UNITS);
  const text = html !== null || markupOf(body) !== null ? htmlToText(body).text : body;
  const lines: Piece[][] = [];
  for (let start = 0; start < text.length && lines.length < LABEL_LINES; ) {
    const found = /\r\n?|[\n\u0085\u2028\u2029]/.exec(text.slice(start));
    const end = found === null ? text.length : start + found.index;
    const pieces = piecesOf({ raw: text.slice(start, end), start, end });
    if (pieces.length > 0) lines.push(pieces);
    start = found === null ? text.length : end + found[0].length;
  }
  return lines;
}

function piecesOf(line: HeadLine): Piece[] {
  const bullet = /^\s*(?:[-•●▪*+–]\s+)?/.exec(line.raw)![0];
  const pieces = line.raw.slice(bullet.length).split(/\s[|•·]\s/).map(bare).filter((text) => text !== "");
  return pieces.map((text) => ({ text, line, whole: pieces.length === 1, isItem: bullet.trim() !== "" }));
}

/** Without the signs of Markdown, pictures at its start, and wide spaces; a tab parts a label from its value. */
function bare(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\*\*|__/g, "")
    .replace(/^[\s#>]+|^[\p{Extended_Pictographic}\ufe0f\s]+/u, "")
    .replaceAll(/[ \u00a0]+/g, " ")
    .trim();
}

function labelledIn(lines: readonly Piece[][]): Partial<Record<HeadField, Told>> {
  const told: Partial<Record<HeadField, Told>> = {};
  for (const [i, pieces] of lines.entries()) {
    for (const [n, piece] of pieces.entries()) {
      const label = labelled(piece.text);
      if (label === null || told[label.field] !== undefined || (!label.sure && i >= UNSURE_LINES)) continue;
      const behind = label.value === "";
      const value = behind ? valueOf(pieces[n + 1] ?? lines[i + 1]?.[0]) : label.value;
      if (!fits(label.field, value, label.sure) || (behind && label.field === "location" && !/^(?:remote|hybrid|home|télétravail|thuis)/i.test(value) && !isPlace(value))) continue;
      told[label.field] = { value, line: !behind && piece.whole && piece.text.endsWith(value) ? piece.line : null };
    }
  }
  return told;
}

function valueOf(piece: Piece | undefined): string {
  return piece === undefined || piece.isItem || labelled(piece.text) !== null ? "" : piece.text;
}

/** A label's value is taken as written, unless it is no value: a sentence, a heading, a number. */
function fits(field: HeadField, value: string, sure: boolean): boolean {
  if (value.length < 2 || value.length > MOST_VALUE || !/\p{L}{2}/u.test(value) || isSentence(value) || isHeading(value)) return false;
  if (field !== "title") return !/^https?:/i.test(value);
  const kind = kindOfLine(value);
  return kind === "occupation" || (sure && kind === "title");
}

/** The first line that names an occupation before the text begins; else the first that says something, where it reads like a title. */
function titleIn(lines: readonly Piece[][]): Told | null {
  let plain: Told | null = null;
  let first = true;
  for (const { text, line, whole, isItem } of lines.slice(0, TITLE_LINES).flat()) {
    if (isItem) break;
    if (labelled(text) !== null) continue;
    const kind = kindOfLine(text);
    if (kind === "stop") break;
    const told = { value: text, line: whole ? line : null };
    // "Team: Data Scientists" is a label of another kind.
    if (kind === "occupation" && namesOccupation(text.split(":", 1)[0]!)) return told;
    if (kind === "title" && first && !isPlace(text) && employerIn(text) === null) plain = told;
    if (kind === "title" || kind === "occupation") first = false;
  }
  return plain;
}

/** The employer by its legal form, in the lines before the text begins: "Acme GmbH, Berlin". */
function employerAmong(lines: readonly Piece[][]): string | null {
  for (const { text, isItem } of lines.slice(0, UNSURE_LINES).flat()) {
    if (isItem) return null;
    if (labelled(text) !== null) continue;
    const employer = employerIn(text);
    if (employer !== null) return employer;
    if (kindOfLine(text) === "stop") return null;
  }
  return null;
}

/** The description without the line that is its title, where that can be cut out and leaves something. */
function bodyWithout({ description_html: html, description_text: text }: Posting, line: HeadLine | null): Partial<Posting> {
  if (line === null) return {};
  if (html?.trim()) {
    const first = /^\s*<(h[1-6]|p|div)(?:\s[^<>]*)?>([^]*?)<\/\1>/i.exec(html);
    const isTitle = first !== null && htmlToText(first[2]!).text.trim() === line.raw.trim();
    return isTitle && htmlToText(html.slice(first[0].length)).text.trim() !== "" ? { description_html: html.slice(first[0].length) } : {};
  }
  if (!text || text.slice(line.start, line.end) !== line.raw) return {};
  const before = text.slice(0, line.start).trimStart();
  const rest = before + text.slice(line.end).replace(before === "" ? /^\s*\n/ : /^\r?\n?/, "");
  return rest.trim() === "" ? {} : { description_text: rest };
}

function says(field: string | null | undefined): boolean {
  return Boolean(field?.trim());
}
