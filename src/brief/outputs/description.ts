import type { Description, DescriptionLine, DescriptionPart } from "../../terms/brief-outputs.ts";
import type { Brief } from "../../terms/brief.ts";
import { middleHalf, withEnds } from "../band.ts";
import { gapsOf } from "./gaps.ts";
import { outputWords } from "./languages.ts";
import { partOf } from "./part-of.ts";
import { withoutFlagged } from "./plain-words.ts";
import { linesOf, type TextLine, unmarked } from "./text-lines.ts";

const order: readonly DescriptionPart[] = ["about", "responsibilities", "requirements", "preferred", "environment", "pay", "place", "hiring", "other"];

/**
 * The author's own sentences, sorted under fixed headings in their language; what the findings showed as buzzwords or as shutting people out is left out, and what is missing is a marked gap. Nothing is made up:
 * each line stands in the text, or is a gap. Nothing is lost either: what of the text is not there is told as left out, or as a heading in whose place ours stand.
 */
export function makeDescription(brief: Brief): Description {
  const words = outputWords(brief.reading.language);
  const parts = new Map<DescriptionPart, DescriptionLine[]>(order.map((part) => [part, []]));
  const removed: Description["removed"] = [];
  const under: { text: string; section: TextLine["section"]; parts: Set<DescriptionPart> }[] = [];
  const lines = linesOf(brief);
  const own = partsOf(lines, brief);
  for (const [i, line] of lines.entries()) {
    if (line.opens) {
      under.push({ text: unmarked(line.text), section: line.section, parts: new Set() });
      continue;
    }
    const { kept, dropped } = withoutFlagged(line, brief);
    removed.push(...dropped);
    if (kept === null) continue;
    const part = own[i]!;
    const heading = under.at(-1);
    // A label further down, "Contact: Jane Doe", is of another section than its heading; one right below is what the heading is for.
    if (heading !== undefined && (heading.section === line.section || heading.parts.size === 0)) heading.parts.add(part);
    const text = part === "preferred" ? withoutLabel(unmarked(kept)) : unmarked(kept);
    put(parts.get(part)!, { kind: line.isItem ? "item" : "text", text, start: line.start }, line.goesOn);
  }
  for (const { text, parts: its } of under) if (its.size === 0) removed.push({ text, why: words.emptyHeading });
  const isFilled = (part: DescriptionPart): boolean => parts.get(part)!.length > 0;
  for (const [part, gap] of gapsOf(brief, isFilled)) parts.get(part)!.push({ kind: "gap", text: words.gap(gap), start: null });
  return {
    title: unmarked(brief.posting.title?.trim() ?? "") || words.gap(words.title),
    parts: order.flatMap((part) => (parts.get(part)!.length === 0 ? [] : [{ part, heading: words.headings[part], lines: parts.get(part)! }])),
    removed,
    headings: under.filter(({ parts: its }) => its.size > 0).map(({ text, parts: its }) => ({ text, under: order.filter((part) => its.has(part)).map((part) => words.headings[part]) })),
    band: bandLine(brief),
  };
}

/** The part of each line: items of one list stay together, and what announces a line stays with it. */
function partsOf(lines: readonly TextLine[], brief: Brief): DescriptionPart[] {
  const parts: DescriptionPart[] = [];
  let last: { line: TextLine; part: DescriptionPart } | null = null;
  for (const line of lines) {
    const own = partOf(line, brief);
    const part: DescriptionPart = last !== null && ofOneList(last.line, line) && sorted.has(last.part) && unsorted.has(own) ? last.part : own;
    if (!line.opens) last = { line, part };
    parts.push(part);
  }
  for (let i = lines.length - 2; i >= 0; i--) if (lines[i]!.leads && !lines[i + 1]!.opens) parts[i] = parts[i + 1]!;
  return parts;
}

const sorted: ReadonlySet<DescriptionPart> = new Set(["responsibilities", "requirements", "preferred"]);
const unsorted: ReadonlySet<DescriptionPart> = new Set(["about", "other"]);

/** "- C++ or Rust" right below "- 3 years of deep learning" is asked for as well. */
function ofOneList(above: TextLine, line: TextLine): boolean {
  return above.isItem && line.isItem && line.start - above.end <= BULLET_UNITS;
}

const BULLET_UNITS = 6;

/** "Nice to have: Spark" under "Nice to have" is "Spark". */
function withoutLabel(text: string): string {
  const rest = text.replace(/^(?:nice to have|bonus(?: points)?|(?:big |a )?plus|preferred|von vorteil|wünschenswert|(?:un )?plus|atout|(?:een )?pr[eé]|pluspunt)\s?:\s+(?=\p{L})/iu, "");
  return rest === text ? text : rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

/** Sentences of one paragraph stay one where they stand under the same heading. */
function put(lines: DescriptionLine[], line: DescriptionLine, goesOn: boolean): void {
  const last = lines.at(-1);
  if (goesOn && last?.kind === "text" && line.kind === "text" && last.start !== null && line.start !== null && line.start - last.start - last.text.length <= 3) last.text += ` ${line.text}`;
  else lines.push(line);
}

function bandLine({ market }: Brief): string | null {
  const band = market?.band ?? null;
  if (band === null) return null;
  const { p25, p75, p50, currency, what } = band;
  if (p25 === null || p75 === null || p50.value === null) return `What the market pays for ${what} is not known: ${p50.hidden ?? "too few state it"} (n = ${p50.n}, ${p50.employers} employers).`;
  return `The market for ${what}: ${middleHalf(band)} a year, median ${withEnds(p50, currency)} (95 % intervals; n = ${p50.n} of ${p50.employers} employers${market?.sample ? "; an invented sample" : ""}).`;
}
