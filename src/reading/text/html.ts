import { decodeEntity, decodeOnce } from "./entities.ts";

// Hot file: every description passes here once. Benchmark: bench/bench.ts. Slow twin: test/reading/slow-html.ts.

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
const tagOf = new Map(Object.entries(tags));
const looksEscaped = /&lt;\/?(?:p|div|ul|li|br|h[1-6]|strong|span|b|em)\b/i;
const anyTag = /<\/?[a-z][a-z0-9]*[\s/>]/i;

let unitClass: Uint8Array | null = null;

/** True where a body is markup, also where the markup itself is escaped, as Greenhouse sends it. */
export function isMarkup(body: string): boolean {
  return anyTag.test(body) || looksEscaped.test(body);
}

/** Markup → lines of plain text. Never fails: what is no tag and no reference stays as it stands. Linear in its input. */
export function htmlToText(html: string): Plain {
  if (!anyTag.test(html) && looksEscaped.test(html)) html = decodeOnce(html);
  const classes = (unitClass ??= buildClasses());
  const length = html.length;
  const pieces: string[] = [];
  const kinds: number[] = [];
  let lineKind = TEXT; // what the blocks around the line make of it
  let empty = true; // nothing on the line yet
  let space = false; // a space is due before the next word
  let bold = 0; // depth of <b>
  let boldUnits = 0, plainUnits = 0; // on this line
  let tagsEnd = false; // no ">" is left in the input
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

  while (i < length) {
    const unit = html.charCodeAt(i);
    switch (classes[unit]) {
      case ORDINARY: {
        const start = i++;
        // A run goes on over single spaces, which stand in the text as they do here.
        for (; i < length; i++) {
          const next = html.charCodeAt(i);
          if (classes[next] !== ORDINARY && (next !== 32 || i + 1 >= length || classes[html.charCodeAt(i + 1)] !== ORDINARY)) break;
        }
        put(html.slice(start, i));
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
        const close: number = tagsEnd ? -1 : tagEnd(html, i);
        if (close < 0 || !startsTag(html, i)) {
          tagsEnd ||= close < 0;
          put("<");
          i++;
          break;
        }
        const closing = html.charCodeAt(i + 1) === 47;
        const name = tagName(html, closing ? i + 2 : i + 1);
        i = close + 1;
        switch (tagOf.get(name)) {
          case "bold":
            bold = closing ? Math.max(0, bold - 1) : bold + 1;
            break;
          case "break":
            endLine();
            break;
          case "block":
            endLine();
            // A block inside a list item goes on as the item; after the list, lines are text again.
            if (name !== "p" && name !== "div") lineKind = TEXT;
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
            if (!closing && html.charCodeAt(close - 1) !== 47) i = skipElement(html, name, i);
            break;
          default:
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

function startsTag(html: string, at: number): boolean {
  const next = html.charCodeAt(at + 1) | 32;
  return (next >= 97 && next <= 122) || next === 47 || next === 33 || next === 63;
}

/** Where the tag that begins at `at` ends. A ">" inside quotes does not end it, unless the quote never closes. */
function tagEnd(html: string, at: number): number {
  if (html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return end < 0 ? html.length - 1 : end + 2;
  }
  const close = html.indexOf(">", at);
  if (close < 0) return -1;
  const inside = html.slice(at, close);
  const double = inside.lastIndexOf('="');
  if (double < 0 || inside.indexOf('"', double + 2) >= 0) return close;
  // An attribute longer than this is a quote that was left open.
  const quote = html.slice(close, at + 4096).indexOf('"');
  if (quote < 0) return close;
  const end = html.indexOf(">", close + quote);
  return end < 0 ? close : end;
}

function tagName(html: string, from: number): string {
  let end = from;
  while (end < html.length && end - from < 12) {
    const unit = html.charCodeAt(end) | 32;
    if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) break;
    end++;
  }
  return html.slice(from, end).toLowerCase();
}

/** The end of an element whose content is no text. Where it does not close, the rest is content. */
function skipElement(html: string, name: string, from: number): number {
  const lower = html.indexOf(`</${name}`, from);
  const at = lower >= 0 ? lower : html.indexOf(`</${name.toUpperCase()}`, from);
  if (at < 0) return html.length;
  const close = html.indexOf(">", at);
  return close < 0 ? html.length : close + 1;
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536);
  classes.fill(NOTHING, 0, 32);
  for (const unit of [9, 10, 11, 12, 13, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) classes[unit] = SPACE;
  classes.fill(SPACE, 0x2000, 0x200b);
  // Zero-width characters, direction marks and soft hyphens are invisible: they neither separate nor stand in the text.
  for (const unit of [0x7f, 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]) classes[unit] = NOTHING;
  classes.fill(NOTHING, 0x202a, 0x202f);
  classes.fill(NOTHING, 0x2066, 0x206a);
  classes["<".charCodeAt(0)] = TAG;
  classes["&".charCodeAt(0)] = ENTITY;
  return classes;
}
