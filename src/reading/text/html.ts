import { decodeEntity, decodeOnce } from "./entities.ts";

// Hot file: every description passes here once. Benchmark: bench/bench.ts.

export const TEXT = 0;
/** List item; its text begins with "- ". */
export const ITEM = 1;
/** h1 to h6. */
export const HEADING = 2;
/** A line that is bold from end to end. */
export const BOLD = 3;

/** Plain text and, for each of its lines, what it was: TEXT, ITEM, HEADING or BOLD. */
export type Plain = { text: string; kinds: number[] };

const ORDINARY = 0, SPACE = 1, TAG = 2, ENTITY = 3, NOTHING = 4;

type Tag = "block" | "item" | "heading" | "bold" | "cell" | "break" | "skip";
const tags: Record<string, Tag> = {
  address: "block", article: "block", aside: "block", blockquote: "block", body: "block", caption: "block", center: "block", dd: "block", details: "block", div: "block", dl: "block", dt: "block",
  fieldset: "block", figcaption: "block", figure: "block", footer: "block", form: "block", header: "block", hr: "block", legend: "block", main: "block", nav: "block", ol: "block", option: "block", p: "block", pre: "block",
  section: "block", summary: "block", table: "block", tbody: "block", tfoot: "block", thead: "block", tr: "block", ul: "block",
  li: "item", h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading", b: "bold", strong: "bold", td: "cell", th: "cell", br: "break",
  script: "skip", style: "skip", template: "skip", svg: "skip", noscript: "skip", iframe: "skip", head: "skip", textarea: "skip", select: "skip", object: "skip", math: "skip",
};
const [BANG, CLOSE, DOUBLE, SINGLE, EQUALS] = [33, 62, 34, 39, 61];
const looksEscaped = /&lt;\/?(?:p|div|ul|li|br|h[1-6]|strong|span|b|em)\b/i;
const anyTag = /<\/?[a-z][a-z0-9]*[\s/>]/i;

let unitClass: Uint8Array | null = null;
let tagOf: Map<number, { name: string; tag: Tag }> | null = null;

/** True where a body is markup, also where the markup itself is escaped, as Greenhouse sends it. */
export function isMarkup(body: string): boolean {
  return anyTag.test(body) || looksEscaped.test(body);
}

/**
 * Markup → lines of plain text. Never fails: what is no tag and no reference stays as it stands. Linear in its input.
 * Invisible characters and rare spaces inside a run are left in it; the scanner notices them and `visibleLines` takes them out.
 */
export function htmlToText(html: string): Plain {
  if (!anyTag.test(html) && looksEscaped.test(html)) html = decodeOnce(html);
  const classes = (unitClass ??= buildClasses());
  const known = (tagOf ??= new Map(Object.entries(tags).map(([name, tag]) => [tagNumber(name, 0), { name, tag }])));
  const length = html.length;
  const pieces: string[] = [];
  const kinds: number[] = [];
  let lineKind = TEXT; // what the blocks around the line make of it
  let empty = true; // nothing on the line yet
  let space = false; // a space is due before the next word
  let bold = 0; // depth of <b>
  let boldUnits = 0, plainUnits = 0; // on this line
  let tagsEnd = false; // no ">" is left in the input
  const unclosed = new Set<string>(); // elements that no closing tag is left for
  let i = 0;

  const put = (piece: string): void => {
    if (empty) {
      if (kinds.length > 0) pieces.push("\n");
      kinds.push(lineKind);
      if (lineKind === ITEM) pieces.push("- ");
      empty = false;
    } else if (space) pieces.push(" ");
    space = false;
    if (bold > 0) boldUnits += piece.length;
    else plainUnits += piece.length;
    pieces.push(piece);
  };
  const endLine = (): void => {
    if (!empty && kinds[kinds.length - 1] === TEXT && boldUnits > 0 && plainUnits <= 2) kinds[kinds.length - 1] = BOLD;
    empty = true;
    space = false;
    boldUnits = plainUnits = 0;
  };

  const stops = stopsOf.map(() => -1);
  while (i < length) {
    const unit = html.charCodeAt(i);
    switch (classes[unit]) {
      case ORDINARY: {
        // A run goes on over single spaces, which stand in the text as they do here.
        const end = nextStop(html, i, stops);
        const last = html.charCodeAt(end - 1) === 32 ? end - 1 : end;
        put(html.slice(i, last));
        space = last < end;
        i = end;
        break;
      }
      case SPACE:
        space = !empty;
        i++;
        break;
      case ENTITY: {
        const decoded = decodeEntity(html, i);
        const text = decoded === null ? "&" : decoded.text;
        i = decoded === null ? i + 1 : decoded.end;
        if (text === "") break;
        const decodedClass = classes[text.charCodeAt(0)];
        if (decodedClass === SPACE) space = !empty;
        else if (decodedClass !== NOTHING) put(text);
        break;
      }
      case TAG: {
        const close: number = tagsEnd || !startsTag(html, i) ? -1 : tagEnd(html, i);
        if (close < 0) {
          tagsEnd ||= startsTag(html, i);
          put("<");
          i++;
          break;
        }
        const closing = html.charCodeAt(i + 1) === 47;
        const element = known.get(tagNumber(html, closing ? i + 2 : i + 1));
        i = close + 1;
        if (element === undefined) break;
        switch (element.tag) {
          case "bold":
            bold = closing ? Math.max(0, bold - 1) : bold + 1;
            break;
          case "break":
            endLine();
            break;
          case "block":
            endLine();
            // A block inside a list item goes on as the item; after the list, lines are text again.
            if (element.name !== "p" && element.name !== "div") lineKind = TEXT;
            else if (lineKind === HEADING) lineKind = TEXT;
            break;
          case "item":
            endLine();
            lineKind = closing ? TEXT : ITEM;
            break;
          case "heading":
            endLine();
            lineKind = closing ? TEXT : HEADING;
            break;
          case "cell":
            if (!closing && !empty) put("|");
            space = !empty;
            break;
          case "skip":
            if (!closing && html.charCodeAt(close - 1) !== 47) i = skipElement(html, element.name, i, unclosed);
            break;
        }
        break;
      }
      default:
        i++;
    }
  }
  endLine();
  return { text: pieces.join(""), kinds };
}

/** What ends a run of ordinary text. Searched for by `indexOf`, which is many times faster than looking at each unit. */
const stopsOf = ["<", "&", "\n", "\u00a0", "  ", "\t", "\r"];

/** The first stop at or after `from`. `stops` keeps where each was last found. */
function nextStop(html: string, from: number, stops: number[]): number {
  let first = html.length;
  for (let n = 0; n < stops.length; n++) {
    let at = stops[n]!;
    if (at < from) {
      at = html.indexOf(stopsOf[n]!, from);
      stops[n] = at = at < 0 ? html.length : at;
    }
    if (at < first) first = at;
  }
  return first;
}

/** One line as a reader sees it: `visibleText("  a\u00a0 b\u200bc ")` → `"a bc"` */
export function visibleText(line: string): string {
  const classes = (unitClass ??= buildClasses());
  let out = "";
  let space = false;
  for (let i = 0; i < line.length; ) {
    const kind = classes[line.charCodeAt(i)];
    if (kind === SPACE || kind === NOTHING) {
      space ||= kind === SPACE;
      i++;
      continue;
    }
    const start = i++;
    for (; i < line.length; i++) {
      const next = classes[line.charCodeAt(i)];
      if ((next === SPACE && (line.charCodeAt(i) !== 32 || classes[line.charCodeAt(i + 1)] === SPACE)) || next === NOTHING) break;
    }
    out += (space && out !== "" ? " " : "") + line.slice(start, i);
    space = false;
  }
  return out.trimEnd();
}

/** The same lines without invisible characters and with plain spaces. */
export function visibleLines({ text, kinds }: Plain): Plain {
  return { text: text.split("\n").map(visibleText).join("\n"), kinds };
}

function startsTag(html: string, at: number): boolean {
  const next = html.charCodeAt(at + 1) | 32;
  return (next >= 97 && next <= 122) || next === 47 || next === 33 || next === 63;
}

/** Where the tag that begins at `at` ends, -1 if nowhere. A ">" inside a quoted attribute does not end it, unless the quote never closes. */
function tagEnd(html: string, at: number): number {
  if (html.charCodeAt(at + 1) === BANG && html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return end < 0 ? html.length - 1 : end + 2;
  }
  // An attribute longer than this is a quote that was left open.
  const most = Math.min(html.length, at + 4096);
  let quote = 0;
  for (let i = at + 1; i < most; i++) {
    const unit = html.charCodeAt(i);
    if (unit === quote) quote = 0;
    else if (quote !== 0) continue;
    else if (unit === CLOSE) return i;
    else if ((unit === DOUBLE || unit === SINGLE) && html.charCodeAt(i - 1) === EQUALS) quote = unit;
  }
  return html.indexOf(">", at);
}

/** A number for the tag name that begins at `from`, the same for both cases of its letters. */
function tagNumber(html: string, from: number): number {
  let number = 0;
  const most = Math.min(html.length, from + 12);
  for (let i = from; i < most; i++) {
    const unit = html.charCodeAt(i) | 32;
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) break;
    number = (Math.imul(number, 37) + unit) & 0x3fffffff;
  }
  return number;
}

/**
 * The end of an element whose content is no text. One that never closes is passed over as if it were no tag, since its content
 * may be the posting; only a script or style is no text to its end. A search that fails is not made again: `unclosed` keeps its name.
 */
function skipElement(html: string, name: string, from: number, unclosed: Set<string>): number {
  if (!unclosed.has(name)) {
    const wanted = tagNumber(name, 0);
    for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (tagNumber(html, at + 2) !== wanted) continue;
      const close = html.indexOf(">", at);
      return close < 0 ? html.length : close + 1;
    }
    unclosed.add(name);
  }
  return name === "script" || name === "style" ? html.length : from;
}

/** Whether a text has characters that `visibleLines` would change: not seen, or a space of another width. */
export function isRare(unit: number): boolean {
  const kind = (unitClass ??= buildClasses())[unit];
  return kind === NOTHING || (kind === SPACE && unit !== 32 && unit !== 10);
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536);
  classes.fill(NOTHING, 0, 32);
  for (const unit of [9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) classes[unit] = SPACE;
  classes.fill(SPACE, 0x2000, 0x200b);
  // The joiner U+200D stays: it makes one sign of several emoji. Other zero-width characters, direction marks and soft hyphens are invisible: they neither separate nor stand in the text.
  for (const unit of [0x7f, 0xad, 0x200b, 0x200c, 0x200e, 0x200f, 0x2060, 0xfeff]) classes[unit] = NOTHING;
  classes.fill(NOTHING, 0x202a, 0x202f);
  classes.fill(NOTHING, 0x2066, 0x206a);
  classes["<".charCodeAt(0)] = TAG;
  classes["&".charCodeAt(0)] = ENTITY;
  return classes;
}
