import type { Posting } from "../terms/posting.ts";
import type { Section } from "../terms/section.ts";
import { sectionAt, type Document, type Hit, type Line, type SectionSpan, type Sentence } from "./document.ts";
import { addBody, addLines, addText, bodyHasTag, END, type Found, HIT, LINE, lineKinds, scan, START, startPosting, startText, takenBody, textOf, TOKEN, TOKENS } from "./kernel.ts";
import { findSections, type HeadingHit, headingLexicon, mayOpen } from "./sections.ts";
import { domainLexicon } from "./readers/domain-words.ts";
import { decodeOnce } from "./text/entities.ts";
import { HEADING, isVisible, markupOf, type Plain, TEXT, visibleLines, visibleText } from "./text/html.ts";
import { isRead, readLanguage } from "./text/language.ts";
import { plainToText } from "./text/plain.ts";
import { workLexicon } from "./role/work.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { vocabulary } from "./words.ts";

/** Lays a posting out: markup to text, one scan, language, sections, sentences. */
export function makeDocument(posting: Posting): Document {
  const body = bodyOf(posting);
  startPosting(body.length);
  const head = headOf(posting);
  return arrange(posting, head, scanned(head.text, body));
}

/** The same for the posting whose description `takeBody` took: the document's posting lacks it. */
export function makeTakenDocument(posting: Posting): Document {
  const head = headOf(posting);
  return arrange(posting, head, scannedTaken(head.text));
}

/** Words of documents that are read side by side. Kept between them: new arrays for each document would cost more than copying. */
let shelf = new Int32Array(0);
let shelved = 0;

/** Documents made before are read: the room of their words is free. */
export function freeDocuments(): void {
  shelved = 0;
}

/** Gives a document words of its own, so that it stays valid when another is made, until `freeDocuments`. */
export function keepDocument(doc: Document): Document {
  const { tokenCount } = doc;
  const needed = 3 * tokenCount + doc.workHits.length + doc.domainHits.length;
  if (shelved + needed > shelf.length) {
    shelf = new Int32Array(Math.max(2 * shelf.length, needed, 65_536));
    shelved = 0;
  }
  return rehoused(doc, keepNumbers);
}

/** A document that stays valid whatever is laid out after it: for one text that several look at. */
export function makeOwnDocument(posting: Posting): Document {
  return rehoused(makeDocument(posting), copyNumbers);
}

/** The document with every array that the next scan writes over moved to where `keep` puts it. */
function rehoused(doc: Document, keep: (numbers: Int32Array, count: number) => Int32Array): Document {
  doc.tokenStart = keep(doc.tokenStart, doc.tokenCount);
  doc.tokenEnd = keep(doc.tokenEnd, doc.tokenCount);
  doc.tokenWord = keep(doc.tokenWord, doc.tokenCount);
  doc.workHits = keep(doc.workHits, doc.workHits.length);
  doc.domainHits = keep(doc.domainHits, doc.domainHits.length);
  return doc;
}

function copyNumbers(numbers: Int32Array, count: number): Int32Array {
  return numbers.slice(0, count);
}

function keepNumbers(numbers: Int32Array, count: number): Int32Array {
  const kept = shelf.subarray(shelved, shelved + count);
  kept.set(numbers.subarray(0, count));
  shelved += count;
  return kept;
}

/** The first lines of the text: title, blank line, location, blank line. */
type Head = { text: string; titleEnd: number };

function headOf(posting: Posting): Head {
  const title = oneLine(posting.title);
  return { text: `${title}\n\n${oneLine(posting.location)}\n\n`, titleEnd: title.length };
}

function arrange(posting: Posting, head: Head, { text, kinds, found }: Scanned): Document {
  const words = vocabulary();
  const lines = makeLines(found, text, kinds);
  const language = readLanguage(found.languages, words, found.tokens.count, text, head.text.length);
  const sections = findSections(text, lines, headingsIn(found, words, head.text.length, text, lines), head.text.length, head.titleEnd);
  return {
    posting,
    text,
    bodyStart: head.text.length,
    language,
    read: isRead(language),
    lines,
    sections,
    sentences: makeSentences(found, sections),
    hits: hitsByKind(found, words, sections),
    kindNumber: words.kindNumber,
    workHits: hitsOfKind(found, words, workLexicon.kind),
    domainHits: hitsOfKind(found, words, domainLexicon.kind),
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

/** A title or place as a person sees it: `oneLine("AT&amp;T <em>Labs</em>")` → `"AT&T Labs"` */
export function oneLine(text: string | null | undefined): string {
  if (!text || isVisible(text)) return text ?? "";
  return visibleText(htmlToText(text).text.replaceAll("\n", " "));
}

function bodyOf(posting: Posting): string {
  const html = posting.description_html;
  return html && html.trim() !== "" ? html : (posting.description_text ?? "");
}

/** The text of a posting, what its lines were, and what stands in it. */
type Scanned = { text: string; kinds: ArrayLike<number>; found: Found };

function scanned(head: string, body: string): Scanned {
  const markup = markupOf(body);
  if (markup === null) {
    startText(head.length + body.length);
    const units = addLines(body, addText(head, 0, false));
    return units === null ? scannedPlain(head, plainToText(body)) : scannedLines(units);
  }
  const html = markup === "escaped" ? decodeOnce(body) : body;
  startText(head.length + html.length);
  return scannedLines(addText(html, addText(head, 0, false), true));
}

function scannedTaken(head: string): Scanned {
  const units = addBody(head, bodyHasTag());
  return units === null ? scanned(head, takenBody()) : scannedLines(units);
}

function scannedLines(units: number): Scanned {
  return { text: textOf(0, units), kinds: lineKinds(), found: scan(units) };
}

function scannedPlain(head: string, { text: body, kinds }: Plain): Scanned {
  const text = head + body;
  startText(text.length);
  const units = addText(text, 0, false);
  const found = scan(units);
  // Out of the kernel, as all other texts: one put together is another thing to the engine, and the readers' code would be made for both.
  return found.rare ? scannedPlain(head, visibleLines({ text: body, kinds })) : { text: textOf(0, units), kinds, found };
}

// Lists below are made at their length: growing them took longer than filling them.

function makeLines({ lines }: Found, text: string, kinds: ArrayLike<number>): Line[] {
  const { count, start } = lines;
  const made = new Array<Line>(count);
  for (let n = 0; n < count; n++) {
    const end = n + 1 < count ? start[n + 1]! - 1 : text.length;
    // The first four lines are title, blank, location, blank.
    made[n] = { start: start[n]!, end, kind: n < 4 ? (n === 0 ? HEADING : TEXT) : (kinds[n - 4] ?? TEXT) };
  }
  return made;
}

/** Phrases of headings in the body. They are many, and only the sections come of them, so that they are not hits as others are. */
function headingsIn({ tokens, hits }: Found, { kinds, phraseId }: Vocabulary, bodyStart: number, text: string, lines: readonly Line[]): HeadingHit[] {
  const { numbers, until } = hits;
  const heading = kinds.indexOf(headingLexicon.kind);
  const found: HeadingHit[] = [];
  for (let at = heading === 0 ? 0 : until[heading - 1]! * HIT; at < until[heading]! * HIT; at += HIT) {
    const start = numbers[at + START]!;
    if (start < bodyStart) continue;
    const line = numbers[at + LINE]!;
    const token = numbers[at + TOKEN]!;
    const opensLine = token === 0 || tokens.line[token - 1] !== line;
    if (mayOpen(text.charCodeAt(start), opensLine, lines[line]!)) found.push({ section: phraseId[numbers[at]!] as Section, start, end: numbers[at + END]!, line, opensLine });
  }
  return found;
}

function hitsOfKind({ hits }: Found, { kinds }: Vocabulary, kind: string): Int32Array {
  const number = kinds.indexOf(kind);
  return hits.numbers.subarray((hits.until[number - 1] ?? 0) * HIT, hits.until[number]! * HIT);
}

/** The hits of each kind, by the kind's number; none of those that stay numbers. */
function hitsByKind({ hits }: Found, { kinds, phraseId }: Vocabulary, sections: SectionSpan[]): Hit[][] {
  const { numbers, until } = hits;
  const lists: Hit[][] = [];
  for (let kind = 0, at = 0; kind < kinds.length; kind++) {
    const end = until[kind]! * HIT;
    if (STAY_NUMBERS.has(kinds[kind]!)) at = end;
    const list = new Array<Hit>((end - at) / HIT);
    for (let section = 0, n = 0; at < end; at += HIT) {
      const entry = numbers[at]!;
      const start = numbers[at + START]!;
      section = sectionAt(sections, start, section);
      list[n++] = { id: phraseId[entry]!, entry, start, end: numbers[at + END]!, line: numbers[at + LINE]!, token: numbers[at + TOKEN]!, tokens: numbers[at + TOKENS]!, section: sections[section]!.section };
    }
    lists.push(list);
  }
  return lists;
}

const STAY_NUMBERS: ReadonlySet<string> = new Set([headingLexicon.kind, workLexicon.kind, domainLexicon.kind]);

function numbersIn({ tokens, numbers }: Found, sections: SectionSpan[]): Document["numbers"] {
  const list: Document["numbers"] = new Array(numbers.count);
  let at = 0;
  for (let n = 0; n < numbers.count; n++) {
    const token = numbers.token[n]!;
    const start = tokens.start[token]!;
    at = sectionAt(sections, start, at);
    list[n] = { start, end: tokens.end[token]!, token, line: tokens.line[token]!, section: sections[at]!.section };
  }
  return list;
}

function makeSentences({ tokens, sentences }: Found, sections: SectionSpan[]): Sentence[] {
  const { start, end, line } = tokens;
  const made = new Array<Sentence>(sentences.count);
  let at = 0;
  for (let n = 0; n < sentences.count; n++) {
    const first = sentences.token[n]!;
    const next = n + 1 < sentences.count ? sentences.token[n + 1]! : tokens.count;
    at = sectionAt(sections, start[first]!, at);
    made[n] = { start: start[first]!, end: end[next - 1]!, line: line[first]!, section: sections[at]!.section };
  }
  return made;
}
