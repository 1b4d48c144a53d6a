import { decodeOnce } from "../../reading/text/entities.ts";
import type { BriefFinding, BriefQuote } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { distinct, listed, quoteAt, titleQuote } from "../quotes.ts";
import type { Finder } from "./found.ts";

const names: Record<string, string> = {
  "\u200b": "zero-width space (U+200B)",
  "\u200c": "zero-width non-joiner (U+200C)",
  "\u200d": "zero-width joiner (U+200D)",
  "\u2060": "word joiner (U+2060)",
  "\ufeff": "zero-width no-break space (U+FEFF)",
  "\u202d": "left-to-right override (U+202D)",
  "\u202e": "right-to-left override (U+202E)",
};
const overrides = "\u202d\u202e";
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** The reader keeps joiners, as emoji have them. */
const unread = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Joiners are letters of other scripts, and of emoji: they are amiss between letters that never join. */
const within = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d][\u200b-\u200d\u2060\ufeff]+(?=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\d])|[\u202d\u202e]/gu;
const told = 4;

/** One finding for all characters that nobody sees and that part or turn words. They are looked for in what was written: the reader takes them out. */
export const hiddenCharacterFindings: Finder = ({ written, text }) => {
  const found = partsOf(written).flatMap(({ raw, from }) => placesIn(raw, text, from === "title" ? 0 : text.indexOf("\n") + 1, from));
  if (found.length === 0) return [];
  const kinds = [...new Set(found.flatMap(({ signs }) => signs))];
  const turns = kinds.some((sign) => overrides.includes(sign));
  const parts = kinds.some((sign) => !overrides.includes(sign));
  const n = found.length;
  const quotes = distinct(found.map(({ quote }) => quote));
  const words = listed([...new Set(quotes.map((quote) => `“${quote.text}”`))].slice(0, told));
  const finding: BriefFinding = {
    id: "hidden-characters",
    severity: "warn",
    says: `Characters that nobody sees stand in ${n === 1 ? "one place" : `${n} places`}: ${listed(kinds.map((sign) => names[sign]!))}, in ${words}${new Set(quotes.map((quote) => quote.text)).size > told ? " and more" : ""}. ${effect(parts, turns)}`,
    advice: "Type these words anew, without what was copied with them.",
    quotes: quotes.slice(0, told),
    figures: [],
  };
  return [finding];
};

function effect(parts: boolean, turns: boolean): string {
  const what = [...(parts ? ["cut words apart, so that search and screen readers miss them"] : []), ...(turns ? ["show words the other way round than they are written"] : [])];
  return `They ${what.join(", and ")}.`;
}

function partsOf({ title, description_html: html, description_text: plain }: Posting): { raw: string; from: "title" | "text" }[] {
  const body = html?.trim() ? html : (plain ?? "");
  return [{ raw: title ?? "", from: "title" as const }, { raw: body, from: "text" as const }].map(({ raw, from }) => ({ raw: raw.includes("&") ? decodeOnce(raw) : raw, from }));
}

type Place = { signs: string[]; quote: BriefQuote };

/** Each word with such a character in it, once, where the text that was read has it; one that stands in an attribute of markup is nowhere in it. */
function placesIn(raw: string, text: string, least: number, from: "title" | "text"): Place[] {
  const places: Place[] = [];
  let end = 0;
  for (const { index, 0: match } of raw.matchAll(within)) {
    if (index < end) continue;
    const start = wordStart(raw, index);
    end = wordEnd(raw, index + match.length);
    const written = raw.slice(start, end);
    const signs = [...new Set(written)].filter((sign) => sign in names);
    const quote = quoteOf(wordIn(written, unseen), text, least, from) ?? quoteOf(wordIn(written, unread), text, least, from);
    if (quote !== null) places.push({ signs, quote });
  }
  return places;
}

function wordIn(written: string, without: RegExp): string {
  return written.replaceAll(without, "").replaceAll(/^[("'“]+|[.,;:!?)"'”]+$/g, "");
}

function quoteOf(word: string, text: string, least: number, from: "title" | "text"): BriefQuote | null {
  if (word === "") return from === "title" ? titleQuote(text) : null;
  const behind = text.indexOf(word, least);
  // The first line of a text may have become the title.
  const at = behind < 0 ? text.indexOf(word) : behind;
  return at < 0 ? null : quoteAt(text, at, at + word.length, from === "title" ? "title" : null);
}

const edge = /[\s<>]/;
const MOST_WORD = 60;

function wordStart(raw: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MOST_WORD && !edge.test(raw[start - 1]!)) start--;
  return start;
}

function wordEnd(raw: string, at: number): number {
  let end = at;
  while (end < raw.length && end - at < MOST_WORD && !edge.test(raw[end]!)) end++;
  return end;
}
