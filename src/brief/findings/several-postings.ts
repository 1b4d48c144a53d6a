import type { BriefQuote } from "../../terms/brief.ts";
import type { Section } from "../../terms/section.ts";
import { grouped } from "../../lib/grouped.ts";
import { quoteAt } from "../quotes.ts";
import type { Case, Finder } from "./found.ts";

/** A heading longer than this is a sentence. */
const mostHeading = 70;

/** Duties and what is asked for, each under its heading, and further down both again under the same: postings set one below the other. A brief reads them as one. */
export const severalPostingsFindings: Finder = (one) => {
  const duties = repeated(one, "responsibilities");
  const asked = repeated(one, "requirements");
  if (duties.length < 2 || asked.length < 2 || asked[0]!.start > duties[1]!.start || duties[1]!.start > asked[1]!.start) return [];
  const n = Math.min(duties.length, asked.length);
  return [{ id: "several-postings", severity: "flag", says: `${n} postings seem to stand in this text: duties and requirements each ${n === 2 ? "twice" : `${n} times`}, under the same headings. They are read as one.`, advice: "A brief is of one: take the others out.", quotes: [...duties, ...asked].toSorted((a, b) => a.start - b.start).slice(0, 6), figures: [] }];
};

/** The headings of a section that stand there more than once in the same words. */
function repeated({ reading, text }: Case, section: Section): BriefQuote[] {
  const headings = reading.sections.filter((span) => span.section === section).map(({ start }) => {
    const end = text.indexOf("\n", start);
    return quoteAt(text, start, end < 0 ? text.length : end, null);
  });
  const alike = grouped(headings.filter((heading) => heading.text.length <= mostHeading), (heading) => heading.text.trim().toLowerCase());
  return [...alike.values()].find((some) => some.length > 1) ?? [];
}
