import type { Brief, BriefFinding, BriefQuote } from "../../terms/brief.ts";
import type { Description } from "../../terms/brief-outputs.ts";
import { isRead } from "../../reading/text/language.ts";
import type { ReadLanguage } from "../../terms/language.ts";
import { grouped } from "../../lib/grouped.ts";
import { sentenceAt } from "../quotes.ts";
import { exclusionIds, insteadOf, insteadOfExclusion, insteadOfHistory } from "../vocabulary.ts";
import { outputWords } from "./languages.ts";
import { isReadIn, type TextLine } from "./text-lines.ts";

/** Of a sentence without its buzzwords so many words must be left, to say something still. */
const fewestWords = 5;

/** Words that a finding showed, and what to say in their place. */
type Flagged = BriefQuote & { instead: string };
type Kept = { kept: string | null; dropped: Description["removed"] };

/**
 * A line without the buzzwords that the findings showed, and without what shuts people out. One that stands as an adjective is cut out of its sentence; a sentence that says little beside it goes whole, unless something
 * was read in it; else a gap stands behind the word's sentence, for the author to mend.
 */
export function withoutFlagged(line: TextLine, brief: Brief): Kept {
  const language = isRead(brief.reading.language) ? brief.reading.language : "en";
  const hits = brief.findings.flatMap((finding) => flaggedOf(finding, language)).filter((quote) => quote.start >= line.start && quote.end <= line.end);
  const dropped: Description["removed"] = [];
  let kept = line.text;
  const bySentence = [...grouped(hits, (hit) => Math.max(line.start, sentenceAt(brief.text, hit.start, hit.end).start))];
  // From the end, so that offsets before stay true.
  for (const [start, own] of bySentence.toSorted(([a], [b]) => b - a)) {
    const end = Math.min(line.end, Math.max(...own.map((hit) => sentenceAt(brief.text, hit.start, hit.end).end)));
    const said = mend({ text: brief.text.slice(start, end), start }, own, brief, dropped);
    kept = kept.slice(0, start - line.start) + said + kept.slice(end - line.start);
  }
  const said = kept.replaceAll(/ {2,}/g, " ").trim();
  return { kept: /[\p{L}\p{N}]/u.test(said) ? said : null, dropped };
}

function flaggedOf({ id, quotes }: BriefFinding, language: ReadLanguage): Flagged[] {
  if (id === "buzzwords") return quotes.map((quote) => ({ ...quote, instead: insteadOf(quote.of ?? "", language) }));
  if (id === "asks-pay-history") return quotes.map((quote) => ({ ...quote, instead: insteadOfHistory(language) }));
  const exclusion = exclusionIds.find((one) => id === `asks-${one}`);
  return exclusion === undefined ? [] : quotes.map((quote) => ({ ...quote, instead: insteadOfExclusion(exclusion, language) }));
}

/** One sentence without its flagged words; empty where nothing is left of it. */
function mend({ text, start }: { text: string; start: number }, hits: readonly Flagged[], brief: Brief, dropped: Description["removed"]): string {
  const words = outputWords(brief.reading.language);
  const rest = hits.reduce((left, hit) => left.replace(hit.text, ""), text);
  if (hits.some((hit) => !isAdjective(hit, text, hit.start - start)) && wordsIn(rest) < fewestWords && !isReadIn(brief.reading, { start, end: start + text.length }, hits)) {
    dropped.push({ text, why: hits.map((hit) => words.why(hit.text, hit.instead)).join("; ") });
    return "";
  }
  let kept = text;
  const gaps: string[] = [];
  for (const hit of hits.toSorted((a, b) => b.start - a.start)) {
    const at = hit.start - start;
    if (isAdjective(hit, kept, at)) {
      kept = cutWord(kept, at, hit.text.length);
      dropped.push({ text: hit.text, why: words.why(hit.text, hit.instead) });
    } else gaps.unshift(words.gapFor(hit.text, hit.instead));
  }
  return [kept, ...gaps].join(" ");
}

const adjective = /^(?:fast[- ]paced|dynamic|highly motivated|self[- ]motivated|cutting[- ]edge|bleeding[- ]edge|world[- ]class|best[- ]in[- ]class|revolutionary|game[- ]changing|hochmotiviert\w*|bahnbrechend\w*|spannende|results[- ]driven|next[- ]level|fun[- ]loving)/i;

/** "a fast-paced team": the noun stays, and the sentence with it. */
function isAdjective({ text }: BriefQuote, line: string, at: number): boolean {
  return adjective.test(text) && text.replace(adjective, "").trim() === "" && /^\s+\p{L}/u.test(line.slice(at + text.length));
}

/** "a innovative team" would be wrong: the article follows the next word. */
function cutWord(line: string, at: number, length: number): string {
  const after = line.slice(at + length).trimStart();
  const before = line.slice(0, at).replace(/\b(a|an) $/i, (article) => `${/^[aeiou]/i.test(after) ? (article.startsWith("A") ? "An" : "an") : article.startsWith("A") ? "A" : "a"} `);
  const isFirst = /(?:^|[.!?]\s)$/.test(before);
  return before + (isFirst ? after.slice(0, 1).toUpperCase() + after.slice(1) : after);
}

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
