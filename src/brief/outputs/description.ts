import type { Description, DescriptionLine, DescriptionPart } from "../../terms/brief-outputs.ts";
import type { Brief } from "../../terms/brief.ts";
import type { Section } from "../../terms/section.ts";
import { middleHalf, withEnds } from "../band.ts";
import { gapsOf } from "./gaps.ts";
import { withoutBuzzwords } from "./plain-words.ts";
import { linesOf, type TextLine } from "./text-lines.ts";

const headings: Record<DescriptionPart, string> = {
  about: "About", responsibilities: "Responsibilities", requirements: "Requirements", preferred: "Nice to have", environment: "Environment", pay: "Pay and benefits", place: "Place", hiring: "How we hire", other: "Also",
};
const order: readonly DescriptionPart[] = ["about", "responsibilities", "requirements", "preferred", "environment", "pay", "place", "hiring", "other"];

/**
 * The author's own sentences, sorted under fixed headings; what the findings showed as buzzwords is left out, and what is missing is a marked gap. Nothing is made up:
 * each line stands in the text, or is a gap.
 */
export function makeDescription(brief: Brief): Description {
  const parts = new Map<DescriptionPart, DescriptionLine[]>(order.map((part) => [part, []]));
  const removed: Description["removed"] = [];
  for (const line of linesOf(brief)) {
    const { kept, dropped } = withoutBuzzwords(line, brief);
    removed.push(...dropped);
    if (kept !== null) parts.get(partOf(line, brief))!.push({ kind: line.isItem ? "item" : "text", text: kept, start: line.start });
  }
  for (const [part, gap] of gapsOf(brief)) parts.get(part)!.push({ kind: "gap", text: `[to be filled: ${gap}]`, start: null });
  return {
    title: brief.posting.title?.trim() || "[to be filled: title]",
    parts: order.flatMap((part) => (parts.get(part)!.length === 0 ? [] : [{ part, heading: headings[part], lines: parts.get(part)! }])),
    removed,
    band: bandLine(brief),
  };
}

const bySection: Record<Section, DescriptionPart> = { title: "about", location: "place", intro: "about", responsibilities: "responsibilities", requirements: "requirements", preferred: "preferred", about: "about", benefits: "pay", legal: "other" };

const hiring = /\b(?:interview(?:s|ing)?|hiring process|recruitment process|apply(?:ing)?|application(?:s)? (?:process|deadline|close|are|by)|your application|take-home|bewerbungsprozess|bewerbung(?:en)?|bewirb|vorstellungsgespräch|entretien(?:s)?|candidature(?:s)?|postule[rz]|processus de recrutement|sollicit(?:eer|atie\w*)|sollicitatiegesprek)\b/i;

/** By what was read in the line; else by the section it stands in. Duties and requirements stay together, whatever else they name. */
function partOf(line: TextLine, { reading }: Brief): DescriptionPart {
  const { section } = line;
  const holds = (evidence: readonly { start: number; end: number }[]): boolean => evidence.some(({ start, end }) => start >= line.start && end <= line.end);
  if (holds(reading.pay.flatMap((pay) => pay.evidence))) return "pay";
  if (section === "responsibilities" || section === "requirements" || section === "preferred") return bySection[section];
  if (section === "location") return "place";
  if (hiring.test(line.text)) return "hiring";
  if (section !== "legal" && holds(reading.environment.flatMap((topic) => topic.evidence))) return "environment";
  if (section !== "legal" && holds(reading.workplace.evidence)) return "place";
  return section === null ? "about" : bySection[section];
}

function bandLine({ market }: Brief): string | null {
  const band = market?.band ?? null;
  if (band === null) return null;
  const { p25, p75, p50, currency, what } = band;
  if (p25 === null || p75 === null || p50.value === null) return `What the market pays for ${what} is not known: ${p50.hidden ?? "too few state it"} (n = ${p50.n}, ${p50.employers} employers).`;
  return `The market for ${what}: ${middleHalf(band)} a year, median ${withEnds(p50, currency)} (95 % intervals; n = ${p50.n} of ${p50.employers} employers${market?.sample ? "; an invented sample" : ""}).`;
}
