import type { Brief, BriefQuote } from "../../terms/brief.ts";
import type { Description } from "../../terms/brief-outputs.ts";
import { sentenceAt } from "../quotes.ts";
import { insteadOf } from "../vocabulary.ts";
import type { TextLine } from "./text-lines.ts";

/** Of a sentence without its buzzwords so many words must be left, to say something still. */
const fewestWords = 5;

type Kept = { kept: string | null; dropped: Description["removed"] };

/**
 * A line without the buzzwords that the findings showed. One that stands as an adjective is cut out of its sentence; a sentence that says little beside it goes whole, unless something
 * was read in it; else a gap stands beside the word's sentence, for the author to mend.
 */
export function withoutBuzzwords(line: TextLine, brief: Brief): Kept {
  const hits = brief.findings.filter((finding) => finding.id === "buzzwords").flatMap((finding) => finding.quotes).filter((quote) => quote.start >= line.start && quote.end <= line.end);
  let kept = line.text;
  const dropped: Description["removed"] = [];
  // From the end, so that offsets before stay true.
  for (const hit of hits.toSorted((a, b) => b.start - a.start)) {
    const sentence = sentenceAt(brief.text, hit.start, hit.end);
    const from = Math.max(0, sentence.start - line.start);
    const to = Math.min(kept.length, sentence.end - line.start);
    const at = hit.start - line.start;
    // The sentence may have gone with a later word of it.
    if (kept.slice(at, at + hit.text.length) !== hit.text) continue;
    const why = `“${hit.text}”: ${insteadOf(hit.of ?? "")}`;
    const rest = kept.slice(from, at) + kept.slice(at + hit.text.length, to);
    if (isAdjective(hit, kept, at)) {
      kept = cutWord(kept, at, hit.text.length);
      dropped.push({ text: hit.text, why });
    } else if (wordsIn(rest) < fewestWords && !saysMore(brief, sentence, hit)) {
      kept = `${kept.slice(0, from)}${kept.slice(to)}`.replaceAll(/ {2,}/g, " ");
      dropped.push({ text: sentence.text, why });
    } else {
      kept = `${kept.slice(0, to)} [to be filled, in place of “${hit.text}”: ${insteadOf(hit.of ?? "")}]${kept.slice(to)}`;
    }
  }
  const said = kept.trim();
  return { kept: /[\p{L}\p{N}]/u.test(said) ? said : null, dropped };
}

const adjective = /^(?:fast[- ]paced|dynamic|highly motivated|self[- ]motivated|cutting[- ]edge|bleeding[- ]edge|world[- ]class|best[- ]in[- ]class|revolutionary|game[- ]changing|hochmotiviert\w*|bahnbrechend\w*|spannende|results[- ]driven|next[- ]level|fun[- ]loving)/i;

/** "a fast-paced team": the noun stays, and the sentence with it. */
function isAdjective({ text }: BriefQuote, line: string, at: number): boolean {
  return adjective.test(text) && !/\s/.test(text.replace(adjective, "").trim()) && text.replace(adjective, "").trim() === "" && /^\s+\p{L}/u.test(line.slice(at + text.length));
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

/** Whether something else was read in the sentence: a skill, years, pay, a duty. */
function saysMore({ reading }: Brief, { start, end }: { start: number; end: number }, hit: BriefQuote): boolean {
  const evidence = [reading.years, reading.degree, reading.production, reading.workplace, reading.visa, ...reading.skills, ...reading.pay, ...reading.environment, ...reading.places].flatMap((finding) => finding.evidence);
  return evidence.some((one) => one.start >= start && one.end <= end && (one.end <= hit.start || one.start >= hit.end));
}
