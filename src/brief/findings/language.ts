import { genderOfTitle } from "../gender.ts";
import { distinct, listed, quoteAt, titleQuote } from "../quotes.ts";
import { insteadOf } from "../vocabulary.ts";
import type { Finder } from "./found.ts";

const warnFrom = 3;
const flagFrom = 6;
const mostQuoted = 12;

/** Words that say little of the work, each with what to say in its place. */
export const buzzwordFindings: Finder = ({ phrases, text }) => {
  const hits = phrases.get("buzzwords") ?? [];
  if (hits.length === 0) return [];
  const words = new Set(hits.map((hit) => text.slice(hit.start, hit.end).toLowerCase().replaceAll(/[\s-]+/g, " ")));
  const ids = [...new Set(hits.map((hit) => hit.id))];
  return [
    {
      id: "buzzwords",
      severity: words.size >= flagFrom ? "flag" : words.size >= warnFrom ? "warn" : "info",
      says: `Words that say little of the work: ${listed([...words].slice(0, 6).map((word) => `“${word}”`))}${words.size > 6 ? ` and ${words.size - 6} more` : ""}.`,
      advice: `Instead: ${ids.slice(0, 3).map((id) => insteadOf(id)).join("; ")}.`,
      quotes: distinct(hits.map((hit) => quoteAt(text, hit.start, hit.end, hit.id))).slice(0, mostQuoted),
      figures: [],
    },
  ];
};

/** A title that names one gender. */
export const genderFindings: Finder = ({ text, reading }) => {
  const title = titleQuote(text);
  if (title === null) return [];
  const gender = genderOfTitle(title.text, reading.language);
  if (gender.state !== "gendered") return [];
  const quote = quoteAt(text, title.start + gender.start, title.start + gender.end, "title");
  return [{ id: "title-gender", severity: "warn", says: `The title names one gender: “${quote.text}”.`, advice: `As in: ${gender.instead}.`, quotes: [quote], figures: [] }];
};
