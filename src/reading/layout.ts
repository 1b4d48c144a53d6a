import type { Posting } from "../terms/posting.ts";
import type { Section } from "../terms/section.ts";
import type { Document, Hit, Line, SectionSpan, Sentence } from "./document.ts";
import { addText, type Found, lineKinds, scan, startText, textOf } from "./kernel.ts";
import { findSections, type HeadingHit, headingLexicon } from "./sections.ts";
import { LINE, STOP } from "./text/characters.ts";
import { decodeOnce } from "./text/entities.ts";
import { HEADING, isVisible, markupOf, type Plain, TEXT, visibleLines, visibleText } from "./text/html.ts";
import { isRead, readLanguage } from "./text/language.ts";
import { plainToText } from "./text/plain.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { vocabulary } from "./words.ts";

/** Lays a posting out: markup to text, one scan, language, sections, sentences. */
export function makeDocument(posting: Posting): Document {
  const title = oneLine(posting.title);
  const location = oneLine(posting.location);
  const head = `${title}\n\n${location}\n\n`;
  const words = vocabulary();
  const { text, kinds, found } = scanned(head, bodyOf(posting));
  const lines = makeLines(text, kinds);
  const language = readLanguage(found.languages, words, found.tokens.count, text, head.length);
  const sections = findSections(text, lines, headingsIn(found, words, head.length), head.length, title.length);
  return {
    posting,
    text,
    bodyStart: head.length,
    language,
    read: isRead(language),
    lines,
    sections,
    sentences: makeSentences(found, text, sections),
    hits: hitsByKind(found, words, sections),
    numbers: numbersIn(found, sections),
    tokenStart: found.tokens.start,
    tokenEnd: found.tokens.end,
    tokenWord: found.tokens.word,
    tokenCount: found.tokens.count,
  };
}

/** Markup → lines of plain text. Never fails: what is no tag and no reference stays as it stands. Linear in its input. */
export function htmlToText(html: string): Plain {
  startText(html.length);
  const units = addText(html, 0, true);
  return { text: textOf(0, units), kinds: [...lineKinds()] };
}

function oneLine(text: string | null | undefined): string {
  if (!text || isVisible(text)) return text ?? "";
  return visibleText(htmlToText(text).text.replaceAll("\n", " "));
}

function bodyOf(posting: Posting): string {
  const html = posting.description_html;
  return html && html.trim() !== "" ? html : (posting.description_text ?? "");
}

/** The text of a posting, what its lines were, and what stands in it. */
function scanned(head: string, body: string): { text: string; kinds: ArrayLike<number>; found: Found } {
  const markup = markupOf(body);
  if (markup === null) return scannedPlain(head, plainToText(body));
  const html = markup === "escaped" ? decodeOnce(body) : body;
  startText(head.length + html.length);
  const units = addText(html, addText(head, 0, false), true);
  return { text: textOf(0, units), kinds: lineKinds(), found: scan(units) };
}

function scannedPlain(head: string, { text: body, kinds }: Plain): ReturnType<typeof scanned> {
  const text = head + body;
  startText(text.length);
  const found = scan(addText(text, 0, false));
  return found.rare ? scannedPlain(head, visibleLines({ text: body, kinds })) : { text, kinds, found };
}

function makeLines(text: string, kinds: ArrayLike<number>): Line[] {
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

/** Phrases of headings in the body. They are many, and only the sections come of them, so that they are not hits as others are. */
function headingsIn({ tokens, hits }: Found, { kinds, phraseKind, phraseId }: Vocabulary, bodyStart: number): HeadingHit[] {
  const heading = kinds.indexOf(headingLexicon.kind);
  const { start, end, line } = tokens;
  const found: HeadingHit[] = [];
  for (let i = 0; i < hits.count; i++) {
    const phrase = hits.phrase[i]!;
    const token = hits.token[i]!;
    if (phraseKind[phrase] !== heading || start[token]! < bodyStart) continue;
    const opensLine = token === 0 || line[token - 1] !== line[token];
    found.push({ section: phraseId[phrase] as Section, start: start[token]!, end: end[token + hits.tokens[i]! - 1]!, line: line[token]!, opensLine });
  }
  return found;
}

function hitsByKind({ tokens, hits }: Found, { kinds, phraseKind, phraseId }: Vocabulary, sections: SectionSpan[]): Map<string, Hit[]> {
  const heading = kinds.indexOf(headingLexicon.kind);
  const lists: Hit[][] = kinds.map(() => []);
  let at = 0;
  for (let i = 0; i < hits.count; i++) {
    const entry = hits.phrase[i]!;
    const kind = phraseKind[entry]!;
    if (kind === heading) continue;
    const token = hits.token[i]!;
    const count = hits.tokens[i]!;
    const start = tokens.start[token]!;
    at = sectionAt(sections, start, at);
    lists[kind]!.push({ id: phraseId[entry]!, entry, start, end: tokens.end[token + count - 1]!, line: tokens.line[token]!, token, tokens: count, section: sections[at]!.section });
  }
  return new Map(kinds.map((kind, i) => [kind, lists[i]!]));
}

/** Number of the section that `start` lies in, looked for from section `at` on. */
function sectionAt(sections: SectionSpan[], start: number, at: number): number {
  while (at + 1 < sections.length && sections[at + 1]!.start <= start) at++;
  return at;
}

function numbersIn({ tokens, numbers }: Found, sections: SectionSpan[]): Document["numbers"] {
  const list: Document["numbers"] = [];
  let at = 0;
  for (let n = 0; n < numbers.count; n++) {
    const token = numbers.token[n]!;
    const start = tokens.start[token]!;
    at = sectionAt(sections, start, at);
    list.push({ start, end: tokens.end[token]!, token, line: tokens.line[token]!, section: sections[at]!.section });
  }
  return list;
}

function makeSentences({ tokens }: Found, text: string, sections: SectionSpan[]): Sentence[] {
  const { count, gap, start, end, line } = tokens;
  const sentences: Sentence[] = [];
  let at = 0;
  for (let t = 0; t < count; t++) {
    if (t > 0 && gap[t]! < STOP) continue;
    if (t > 0 && gap[t] !== LINE && !startsUpper(text, start[t]!)) continue;
    if (t > 0) sentences[sentences.length - 1]!.end = end[t - 1]!;
    at = sectionAt(sections, start[t]!, at);
    sentences.push({ start: start[t]!, end: end[count - 1]!, line: line[t]!, section: sections[at]!.section });
  }
  return sentences;
}

function startsUpper(text: string, at: number): boolean {
  const letter = text[at]!;
  return letter !== letter.toLowerCase() || (letter >= "0" && letter <= "9");
}
