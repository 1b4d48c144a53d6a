import type { BriefQuote } from "../terms/brief.ts";
import type { Evidence } from "../terms/evidence.ts";
import type { Reading } from "../terms/reading.ts";
import type { Section } from "../terms/section.ts";

/** The longest sentence that is quoted whole. */
const mostUnits = 300;

export function quoted(evidence: readonly Evidence[], of: string | null = null): BriefQuote[] {
  return evidence.map((one) => ({ ...one, of }));
}

export function quoteAt(text: string, start: number, end: number, of: string | null = null): BriefQuote {
  return { start, end, text: text.slice(start, end), of };
}

/** The title of a reading's text, without blanks at its ends; null where it has none. */
export function titleQuote(text: string): BriefQuote | null {
  const line = text.slice(0, Math.max(0, text.indexOf("\n")));
  const title = line.trim();
  if (title === "") return null;
  const start = line.indexOf(title);
  return quoteAt(text, start, start + title.length, "title");
}

/** The sentence around a place of the text: within its line, from stop to stop; of a very long one the part around the place. */
export function sentenceAt(text: string, start: number, end: number): Evidence {
  const least = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - mostUnits);
  const lineEnd = text.indexOf("\n", end);
  const most = Math.min(lineEnd < 0 ? text.length : lineEnd, end + mostUnits);
  const before = [...text.slice(least, start).matchAll(/[.!?;]\s+|[•·]\s*/g)].at(-1);
  const after = /[.!?;](?=\s|$)/.exec(text.slice(end, most));
  let from = before === undefined ? least : least + before.index + before[0].length;
  let to = after === null ? most : end + after.index + 1;
  while (from < start && /[\s•·*–-]/.test(text[from]!)) from++;
  while (to > end && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to, text: text.slice(from, to) };
}

/** The part of the posting that an offset lies in. */
export function sectionOf(reading: Pick<Reading, "sections">, at: number): Section | null {
  return reading.sections.findLast((span) => span.start <= at)?.section ?? null;
}

/** Overlapping and equal quotes once, in the order of the text. */
export function distinct(quotes: readonly BriefQuote[]): BriefQuote[] {
  const kept: BriefQuote[] = [];
  for (const quote of quotes.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // What is kept stands one behind another, so that only the last can reach into it.
    if (kept.length === 0 || quote.start >= kept.at(-1)!.end) kept.push(quote);
  }
  return kept;
}

/** `listed(["a", "b", "c"])` → `"a, b and c"` */
export function listed(words: readonly string[], joint = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}
