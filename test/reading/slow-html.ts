import { decodeEntity } from "../../src/reading/text/entities.ts";
import { BOLD, ENTITY, HEADING, ITEM, NOTHING, ORDINARY, type Plain, SPACE, TAG, type Tag, tags, TEXT, unitClasses, visibleText } from "../../src/reading/text/html.ts";

const [BANG, CLOSE, DOUBLE, SINGLE, EQUALS] = [33, 62, 34, 39, 61];
let tagOf: Map<number, { name: string; tag: Tag }> | null = null;

/** The markup's slow twin: runs of text are cut out whole, and what is not seen is taken out of each. */
export function slowText(html: string): Plain {
  const classes = unitClasses();
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

  const put = (piece: string, units = piece.length): void => {
    if (empty) {
      if (kinds.length > 0) pieces.push("\n");
      kinds.push(lineKind);
      if (lineKind === ITEM) pieces.push("- ");
      empty = false;
    } else if (space) pieces.push(" ");
    space = false;
    if (bold > 0) boldUnits += units;
    else plainUnits += units;
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
        const run = html.slice(i, last);
        const piece = visibleText(run);
        put(piece, [...Array(run.length).keys()].filter((n) => run[n] === " " || classes[run.charCodeAt(n)] === ORDINARY).length);
        space = last < end || piece.at(-1) !== [...Array(run.length).keys()].filter((n) => classes[run.charCodeAt(n)] !== NOTHING).map((n) => run[n]).at(-1);
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
            lineKind = TEXT;
            break;
          case "paragraph":
            endLine();
            if (lineKind === HEADING) lineKind = TEXT;
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
          case "code":
            if (!closing && html.charCodeAt(close - 1) !== 47) i = skipElement(html, element, i, unclosed);
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
function skipElement(html: string, { name, tag }: { name: string; tag: Tag }, from: number, unclosed: Set<string>): number {
  if (!unclosed.has(name)) {
    const wanted = tagNumber(name, 0);
    for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (tagNumber(html, at + 2) !== wanted) continue;
      const close = html.indexOf(">", at);
      return close < 0 ? html.length : close + 1;
    }
    unclosed.add(name);
  }
  return tag === "code" ? html.length : from;
}
