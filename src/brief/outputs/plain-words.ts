import type { Brief, BriefFinding, BriefQuote } from "../../terms/brief.ts";
import type { Description } from "../../terms/brief-outputs.ts";
import { isRead } from "../../reading/text/language.ts";
import type { ReadLanguage } from "../../terms/language.ts";
import { grouped } from "../../lib/grouped.ts";
import { sentenceAt } from "../quotes.ts";
import { exclusionIds, insteadOf, insteadOfExclusion, insteadOfHistory } from "../vocabulary.ts";
import { cutOf, fewestWords, withoutCut, wordsIn } from "./cuts.ts";
import { outputWords } from "./languages.ts";
import { isReadIn, type TextLine } from "./text-lines.ts";

/** Words that a finding showed, and what to say in their place. */
type Flagged = BriefQuote & { instead: string };
type Kept = { kept: string | null; dropped: Description["removed"] };

/**
 * A line without the buzzwords that the findings showed, and without what shuts people out. One that stands as an adjective is cut out of its sentence where that leaves one, as is "in a fast-paced environment"; a sentence that says little beside it goes whole, unless something
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
  const cuts: Description["removed"] = [];
  const gaps: string[] = [];
  let kept = text;
  for (const hit of hits.toSorted((a, b) => b.start - a.start)) {
    const cut = cutOf(kept, hit, hit.start - start);
    if (cut === null) gaps.unshift(words.gapFor(hit.text, hit.instead));
    else {
      cuts.push({ text: kept.slice(cut.start, cut.end).trim(), why: words.why(hit.text, hit.instead) });
      kept = withoutCut(kept, cut);
    }
  }
  const rest = hits.reduce((left, hit) => left.replace(hit.text, ""), text);
  if (gaps.length > 0 && wordsIn(rest) < fewestWords && !isReadIn(brief.reading, { start, end: start + text.length }, hits)) {
    dropped.push({ text, why: hits.map((hit) => words.why(hit.text, hit.instead)).join("; ") });
    return "";
  }
  dropped.push(...cuts);
  return [kept, ...gaps].join(" ");
}
