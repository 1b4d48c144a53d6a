import { kernelBytes } from "./kernel-bytes.ts";
import { featureNames, REASONS, roleTables } from "./role/tables.ts";
import { entityTable, windows1252 } from "./text/entities.ts";
import { roles } from "../terms/role.ts";
import { tagTable, unitClasses } from "./text/html.ts";
import { bulletUnits } from "./text/plain.ts";
import { unitBytes, upperCaseUnits } from "./text/words.ts";
import { vocabulary } from "./words.ts";

// The kernel turns markup into text, text into words and words into phrases, and adds up what they say of the role. It is WebAssembly, compiled from kernel/assembly; this file
// lays its memory out and hands texts over. One kernel is kept: making one costs some milliseconds.

/** What the kernel has found, as views of its memory: valid until the next text is started. */
export type Found = {
  /** `word` is its number in the vocabulary, 0 for one that it does not know; `gap` what stands before it: SOFT, HARD, STOP or LINE. */
  tokens: { count: number; word: Int32Array; start: Int32Array; end: Int32Array; line: Int32Array; gap: Uint8Array };
  /** Phrases found, in the order of their kinds: those of kind `n` from `until[n - 1]` (0 for the first) to before `until[n]`. `numbers` has HIT of each: its entry of the vocabulary, start, end, line, first token, and how many tokens. */
  hits: { count: number; numbers: Int32Array; until: Int32Array };
  /** Token numbers of the words that begin with a digit. */
  numbers: { count: number; token: Int32Array };
  /** Token numbers of the words that begin a sentence. */
  sentences: { count: number; token: Int32Array };
  /** Where each line begins. */
  lines: { count: number; start: Int32Array };
  /** Whether there are invisible characters or odd spaces in the text. */
  rare: boolean;
  /** How many words are common words of each of the vocabulary's language sets. */
  languages: Int32Array;
};

/** Where the host puts what a role is read from, and finds what the kernel makes of it, as views of its memory: valid until a text is started. */
export type Work = {
  words: Int32Array;
  starts: Int32Array;
  /** Start and part of each section. */
  sections: Int32Array;
  /** Hits of work, as the kernel found them: HIT numbers each. */
  hits: Int32Array;
  /** Start and end of each sentence. */
  sentences: Int32Array;
  /** The features found, and their values. */
  active: Int32Array;
  values: Float64Array;
  /** Of each role, in hundredths. */
  scores: Float32Array;
  reasons: Int32Array;
  /** In hundredths. */
  reasonValues: Float64Array;
  /** SUMS of each sentence: of its layers, and how many words it has. */
  sums: Int32Array;
  /** The numbers of words, hits and sentences → how many features there are. */
  findFeatures: Call;
  scoreRoles: Call;
  /** Two roles → how many reasons there are for the first over the second. */
  findReasons: Call;
  /** The numbers of words, hits and sentences. */
  sumSentences: Call;
};

/** Numbers of a sentence's sums. */
export const SUMS = 8;

/** Numbers of a hit: its entry, and at these places where it begins and ends, its line, its first word and how many words it has. */
export const HIT = 6;
export const START = 1;
export const END = 2;
export const LINE = 3;
export const TOKEN = 4;
export const TOKENS = 5;

type TypedArray = Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array | Float64Array;
type Call = (...sizes: number[]) => number;
/** The kernel's functions, and its globals that say where things lie (kernel/assembly/memory.ts). */
type Exports = Record<"takeBody" | "bodyLength" | "bodyHasTag" | "addLines" | "addMarkup" | "addPlain" | "lineCount" | "splitWords" | "findPhrases" | "numbersFound" | "sentencesFound" | "linesFound" | "rareFound" | "findFeatures" | "scoreRoles" | "findReasons" | "sumSentences", Call> & Record<string, WebAssembly.Global | Call>;
/** How much there is room for. */
type Room = { units: number; tokens: number; hits: number };
type Kernel = { exports: Exports; memory: WebAssembly.Memory; tablePlaces: Record<string, number>; room: Room; places: Record<string, number>; line: Uint8Array; body: Uint8Array; rest: Uint8Array; input: Uint8Array; text: Uint8Array; units: Uint16Array; lineKinds: Uint8Array; found: Found; work: Work };

const PAGE = 65_536;
const CACHE_LINE = 64;
const ROOM: Room = { units: 65_536, tokens: 32_768, hits: 16_384 };
/** Units behind the text that the kernel may write, as it handles many at once. */
const SLACK = 32;
/** A kernel that a giant has stretched further is not kept, as its memory cannot shrink. */
const KEPT_UNITS = 1_048_576;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
let compiled: WebAssembly.Module | null = null;
let kept: Kernel | null = null;

/** A posting of some `units` UTF-16 units begins: a kernel that a giant has stretched is let go. Not in the middle of one, whose description it may hold. */
export function startPosting(units: number): void {
  if (kept !== null && kept.room.units > KEPT_UNITS && units < ROOM.units) kept = null;
}

/** Makes room for a text of up to `units` UTF-16 units. The text that the kernel held before is gone, a description that was taken is not. */
export function startText(units: number): void {
  kept ??= makeKernel();
  // A tag makes at most as many units ("- ", "|") as it has itself, but for the last.
  if (units + 16 > kept.room.units) giveRoom(kept, { units: units + (units >> 2) + 16, tokens: Math.max(ROOM.tokens, units >> 1), hits: Math.max(ROOM.hits, units >> 2) });
}

/** Adds `written` to the text behind its first `from` units, as it stands or, where it is markup, as lines. Returns the units of the text then. */
export function addText(written: string, from: number, isMarkup: boolean): number {
  const { exports, input, places } = kept!;
  const bytes = encoder.encodeInto(written, input).written;
  return isMarkup ? exports.addMarkup(places["input"]!, bytes, from) : exports.addPlain(bytes, from);
}

/** Adds lines without markup behind the first `from` units, as `plainToText` makes them of what is written. Null where they are left to it. */
export function addLines(written: string, from: number): number | null {
  const { exports, input, places } = kept!;
  const units = exports.addLines(places["input"]!, encoder.encodeInto(written, input).written, from);
  return units < 0 ? null : units;
}

/**
 * Takes the description out of a posting's line of JSON: it stays in the kernel until the next line, and an empty string stands in its place in the JSON that is returned.
 * Null where the line is not plain (it has no description that surely says something, or two, or is no JSON up to there): then it is the host's to parse.
 */
export function takeBody(line: Uint8Array): string | null {
  if (line.length > KEPT_UNITS) return null;
  startPosting(line.length);
  startText(line.length);
  const { exports, line: at, rest } = kept!;
  at.set(line);
  const length = exports.takeBody(line.length);
  return length < 0 ? null : utf8Of(rest, 0, length);
}

/** UTF-8 as text. As for `textOf`, Node's buffers are faster. */
function utf8Of(bytes: Uint8Array, from: number, to: number): string {
  return isBuffer(bytes) ? bytes.toString("utf8", from, to) : utf8.decode(bytes.subarray(from, to));
}

/** Whether the description that was taken surely has a tag. */
export function bodyHasTag(): boolean {
  return kept!.exports.bodyHasTag() !== 0;
}

/** The description that was taken. */
export function takenBody(): string {
  const { exports, body } = kept!;
  return utf8Of(body, 0, exports.bodyLength());
}

/** Adds a short text and behind it, as markup or as `addLines` does, the description that was taken. Returns the units of the text then, null where the lines are left to the host. */
export function addBody(head: string, isMarkup: boolean): number | null {
  const { exports, places, units } = kept!;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    // Half a pair alone is U+FFFD where it comes through UTF-8.
    units[i] = (unit & 0xf800) !== 0xd800 || isPaired(head, i) ? unit : 0xfffd;
  }
  const end = isMarkup ? exports.addMarkup(places["body"]!, exports.bodyLength(), head.length) : exports.addLines(places["body"]!, exports.bodyLength(), head.length);
  return end < 0 ? null : end;
}

function isPaired(text: string, i: number): boolean {
  const other = (text.charCodeAt(i) & 0xfc00) === 0xd800 ? 0xdc00 : 0xd800;
  return (text.charCodeAt(other === 0xdc00 ? i + 1 : i - 1) & 0xfc00) === other;
}

/** The text from unit `from` to before unit `to`. */
export function textOf(from: number, to: number): string {
  const { text } = kept!;
  return isBuffer(text) ? text.toString("utf16le", from * 2, to * 2) : decoder.decode(text.subarray(from * 2, to * 2));
}

/** Node's buffers copy such a text, which its decoder takes three times as long to convert; browsers have no buffers. */
function isBuffer(text: Uint8Array): text is Buffer {
  return typeof Buffer !== "undefined" && text instanceof Buffer;
}

/** What each line was that was last added as markup: TEXT, ITEM, HEADING or BOLD. */
export function lineKinds(): Uint8Array {
  return kept!.lineKinds.subarray(0, kept!.exports.lineCount());
}

/** Splits the first `units` units of the text into words and finds every phrase of the vocabulary, the longest at each place for each kind. */
export function scan(units: number): Found {
  const kernel = kept!;
  const { exports } = kernel;
  for (;;) {
    const tokens = exports.splitWords(units);
    const hits = tokens < 0 ? -1 : exports.findPhrases(tokens);
    if (hits >= 0) {
      const { found } = kernel;
      found.tokens.count = tokens;
      found.hits.count = hits;
      found.numbers.count = exports.numbersFound();
      found.sentences.count = exports.sentencesFound();
      found.lines.count = exports.linesFound();
      found.rare = exports.rareFound() !== 0;
      return found;
    }
    // The text stays in its place: only what lies behind it moves.
    const { room } = kernel;
    giveRoom(kernel, tokens < 0 ? { ...room, tokens: room.tokens * 2 } : { ...room, hits: room.hits * 2 });
  }
}

/** Room for the role of a posting with so many units, words and hits of work. */
export function roomForWork(units: number, tokens: number, hits: number): Work {
  startText(units);
  const { room } = kept!;
  if (tokens > room.tokens || hits > room.hits) giveRoom(kept!, { units: room.units, tokens: Math.max(tokens, room.tokens), hits: Math.max(hits, room.hits) });
  return kept!.work;
}

function makeKernel(): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), (sign) => sign.charCodeAt(0)));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
  const role = roleTables();
  const tables = { ...tablesByName(), ...role.tables };
  // The first page is the kernel's own.
  const places = layOut(exports, memory, PAGE, Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.byteLength])));
  for (const [name, table] of Object.entries(tables)) new Uint8Array(memory.buffer).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), places[name]!);
  const { slotShift, roots, kinds } = vocabulary();
  const numbers = { tagMask: tables["tagTable"]!.length / 2 - 1, entityMask: tables["entityTable"]!.length / 2 - 1, bulletCount: tables["bullets"]!.length, slotShift, roots, kindCount: kinds.length, ...role.numbers };
  for (const [name, value] of Object.entries(numbers)) set(exports, name, value);
  const kernel = { exports, memory, tablePlaces: places, room: ROOM } as Kernel;
  giveRoom(kernel, ROOM);
  return kernel;
}

const LANGUAGE_SETS = 64;

/** All that the kernel looks things up in, by the names of its globals. */
function tablesByName(): Record<string, TypedArray> {
  const { slots, displacements, firstChild, edges, nodeWord, mayFollow, nodePhrases, phrases, phraseKind, kinds } = vocabulary();
  const markup = { classes: unitClasses(), tagTable: tagTable(), entityTable: entityTable(), windows1252: windows1252(), bullets: bulletUnits() };
  const words = { kinds: unitBytes(), upperCase: upperCaseUnits(), slots, displacements, firstChild, edges, nodeWord, mayFollow, nodePhrases, phrases, phraseKind };
  return { ...markup, ...words, free: new Int32Array(kinds.length * 2), hitsOfKind: new Int32Array(kinds.length + 1), languages: new Int32Array(LANGUAGE_SETS) };
}

/** Lays the regions that hold a text and what is found in it behind the tables, and makes views of them. */
function giveRoom(kernel: Kernel, room: Room): void {
  const { exports, memory } = kernel;
  const { units, tokens, hits } = room;
  // Behind the last token there is room for one that is none.
  const token = tokens * 4 + 4;
  const hit = hits * 4;
  // Shorter ones are none (SENTENCE_UNITS).
  const sentences = (units >> 4) + 1;
  // A UTF-16 unit is at most three bytes of UTF-8.
  const places = layOut(exports, memory, kernel.tablePlaces["end"]!, {
    line: units + SLACK, body: units + SLACK, rest: units + SLACK, input: units * 3, text: (units + SLACK) * 2, folded: units + SLACK, lineKinds: units, lineStart: units * 4 + 4,
    tokenHash: token * 2, tokenWord: token, tokenStart: token, tokenEnd: token, tokenLine: token, tokenGap: tokens + 1, numbers: token, sentenceToken: token,
    hitPhrase: hit, hitToken: hit, hitTokens: hit, hits: hit * HIT,
    workWord: token, workStart: token, workSections: hit * 2 + 64, workHits: hit * HIT, workSentences: sentences * 8, sentenceSums: sentences * SUMS * 4,
  });
  set(exports, "tokenRoom", tokens);
  set(exports, "hitRoom", hits);
  const bytes = (name: string, length: number): Uint8Array => new Uint8Array(memory.buffer, places[name], length);
  const numbers = (name: string, length: number): Int32Array => new Int32Array(memory.buffer, places[name], length);
  const textBytes = (name: string, length: number): Uint8Array => (typeof Buffer === "undefined" ? bytes(name, length) : Buffer.from(memory.buffer, places[name], length));
  kernel.room = room;
  kernel.places = places;
  kernel.line = bytes("line", units);
  kernel.body = textBytes("body", units);
  kernel.rest = textBytes("rest", units);
  kernel.units = new Uint16Array(memory.buffer, places["text"], units);
  kernel.input = bytes("input", units * 3);
  kernel.text = textBytes("text", units * 2);
  kernel.lineKinds = bytes("lineKinds", units);
  kernel.found = {
    tokens: { count: 0, word: numbers("tokenWord", tokens), start: numbers("tokenStart", tokens), end: numbers("tokenEnd", tokens), line: numbers("tokenLine", tokens), gap: bytes("tokenGap", tokens) },
    hits: { count: 0, numbers: numbers("hits", hits * HIT), until: new Int32Array(memory.buffer, kernel.tablePlaces["hitsOfKind"], vocabulary().kinds.length) },
    numbers: { count: 0, token: numbers("numbers", tokens) },
    sentences: { count: 0, token: numbers("sentenceToken", tokens) },
    lines: { count: 0, start: numbers("lineStart", units + 1) },
    rare: false,
    languages: new Int32Array(memory.buffer, kernel.tablePlaces["languages"], LANGUAGE_SETS),
  };
  const { tablePlaces } = kernel;
  const floats = (name: string, length: number): Float64Array => new Float64Array(memory.buffer, tablePlaces[name], length);
  const { findFeatures, scoreRoles, findReasons, sumSentences } = exports;
  kernel.work = {
    words: numbers("workWord", tokens), starts: numbers("workStart", tokens), sections: numbers("workSections", hits * 2 + 16), hits: numbers("workHits", hits * HIT), sentences: numbers("workSentences", sentences * 2),
    active: new Int32Array(memory.buffer, tablePlaces["activeFeature"], featureNames.length), values: floats("activeValue", featureNames.length), scores: new Float32Array(memory.buffer, tablePlaces["roleScores"], roles.length),
    reasons: new Int32Array(memory.buffer, tablePlaces["reasonFeature"], REASONS), reasonValues: floats("reasonValue", REASONS), sums: numbers("sentenceSums", sentences * SUMS),
    findFeatures, scoreRoles, findReasons, sumSentences,
  };
}

/** Gives each region of so many bytes its place from `from` on, tells the kernel, and sees that the memory reaches so far. The last place, `end`, is behind them. */
function layOut(exports: Exports, memory: WebAssembly.Memory, from: number, sizes: Record<string, number>): Record<string, number> {
  const places: Record<string, number> = {};
  let at = from;
  for (const [name, size] of Object.entries(sizes)) {
    places[name] = at;
    set(exports, name, at);
    // Each begins a line of the processor's cache, as what `mayFollow` has of a node takes one.
    at = (at + size + CACHE_LINE - 1) & -CACHE_LINE;
  }
  const pages = Math.ceil(at / PAGE) - memory.buffer.byteLength / PAGE;
  if (pages > 0) memory.grow(pages);
  return { ...places, end: at };
}

function set(exports: Exports, name: string, value: number): void {
  (exports[name] as WebAssembly.Global).value = value;
}
