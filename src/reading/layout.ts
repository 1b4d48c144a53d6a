import type { Posting } from "../terms/posting.ts";
import type { Document, Hit, Line, SectionSpan, Sentence } from "./document.ts";
import { scan, type Scan } from "./scan.ts";
import { findSections } from "./sections.ts";
import { LINE, STOP } from "./text/characters.ts";
import { HEADING, htmlToText, isMarkup, TEXT, visibleLines, visibleText } from "./text/html.ts";
import { isRead, readLanguage } from "./text/language.ts";
import { plainToText } from "./text/plain.ts";
import { vocabulary } from "./words.ts";

/** Lays a posting out: markup to text, one scan, language, sections, sentences. */
export function makeDocument(posting: Posting): Document {
  const title = oneLine(posting.title);
  const location = oneLine(posting.location);
  const head = `${title}\n\n${location}\n\n`;
  const words = vocabulary();
  let body = bodyOf(posting);
  let text = joined(head, body.text);
  let found = scan(text, words);
  if (found.rare) {
    body = visibleLines(body);
    text = joined(head, body.text);
    found = scan(text, words);
  }
  const lines = makeLines(text, body.kinds);
  const language = readLanguage(found.languages, words, found.tokens.count, body.text);
  const rawHits = hitsByKind(found, words.kinds, words.phraseKind, words.phraseId);
  const sections = findSections(text, lines, rawHits.get("heading") ?? [], head.length, title.length, ({ token, line }) => token === 0 || found.tokens.line[token - 1] !== line);
  return {
    posting,
    text,
    bodyStart: head.length,
    language,
    read: isRead(language),
    lines,
    sections,
    sentences: makeSentences(found, text, sections),
    hits: inSections(rawHits, sections),
    numbers: numbersIn(found, sections),
    tokenStart: found.tokens.start,
    tokenEnd: found.tokens.end,
    tokenWord: found.tokens.word,
    tokenCount: found.tokens.count,
  };
}

/** Joined, not added: the scanner reads a flat string several times faster than a rope. */
function joined(head: string, body: string): string {
  return [head, body].join("");
}

function oneLine(text: string | null | undefined): string {
  return text ? visibleText(htmlToText(text).text.replaceAll("\n", " ")) : "";
}

function bodyOf(posting: Posting): { text: string; kinds: number[] } {
  const html = posting.description_html;
  if (html && html.trim() !== "") return isMarkup(html) ? htmlToText(html) : plainToText(html);
  const text = posting.description_text ?? "";
  return isMarkup(text) ? htmlToText(text) : plainToText(text);
}

function makeLines(text: string, kinds: number[]): Line[] {
  // The first four lines are title, blank, location, blank.
  const lines: Line[] = [];
  let start = 0;
  for (let n = 0; ; n++) {
    const end = text.indexOf("\n", start);
    lines.push({ start, end: end < 0 ? text.length : end, kind: n < 4 ? (n === 0 ? HEADING : TEXT) : (kinds[n - 4] ?? TEXT) });
    if (end < 0) return lines;
    start = end + 1;
  }
}

function hitsByKind(found: Scan, kinds: string[], phraseKind: Uint8Array, phraseId: string[]): Map<string, Hit[]> {
  const { tokens, hits } = found;
  const lists: Hit[][] = kinds.map(() => []);
  for (let i = 0; i < hits.count; i++) {
    const phrase = hits.phrase[i]!;
    const token = hits.token[i]!;
    const count = hits.tokens[i]!;
    lists[phraseKind[phrase]!]!.push({
      id: phraseId[phrase]!,
      start: tokens.start[token]!,
      end: tokens.end[token + count - 1]!,
      line: tokens.line[token]!,
      token,
      tokens: count,
      section: "intro",
    });
  }
  return new Map(kinds.map((kind, i) => [kind, lists[i]!]));
}

function inSections(hits: Map<string, Hit[]>, sections: SectionSpan[]): Map<string, Hit[]> {
  for (const list of hits.values()) {
    let at = 0;
    for (const hit of list) {
      while (at + 1 < sections.length && sections[at + 1]!.start <= hit.start) at++;
      hit.section = sections[at]!.section;
    }
  }
  return hits;
}

function numbersIn(found: Scan, sections: SectionSpan[]): Document["numbers"] {
  let at = 0;
  return found.numbers.map((token) => {
    const start = found.tokens.start[token]!;
    while (at + 1 < sections.length && sections[at + 1]!.start <= start) at++;
    return { start, end: found.tokens.end[token]!, token, line: found.tokens.line[token]!, section: sections[at]!.section };
  });
}

function makeSentences(found: Scan, text: string, sections: SectionSpan[]): Sentence[] {
  const { count, gap, start, end, line } = found.tokens;
  const sentences: Sentence[] = [];
  let at = 0;
  for (let t = 0; t < count; t++) {
    const begins = gap[t] === LINE || (gap[t] === STOP && startsUpper(text, start[t]!));
    if (begins || t === 0) {
      while (at + 1 < sections.length && sections[at + 1]!.start <= start[t]!) at++;
      sentences.push({ start: start[t]!, end: end[t]!, line: line[t]!, section: sections[at]!.section });
    } else sentences[sentences.length - 1]!.end = end[t]!;
  }
  return sentences;
}

function startsUpper(text: string, at: number): boolean {
  const letter = text[at]!;
  return letter !== letter.toLowerCase() || (letter >= "0" && letter <= "9");
}
