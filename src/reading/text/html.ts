export const TEXT = 0;
/** List item; its text begins with "- ". */
export const ITEM = 1;
/** h1 to h6. */
export const HEADING = 2;
/** A line that is bold from end to end. */
export const BOLD = 3;

/** Plain text and, for each of its lines, what it was: TEXT, ITEM, HEADING or BOLD. */
export type Plain = { text: string; kinds: ArrayLike<number> };

/** What a UTF-16 unit is in markup: text, a space of any width, the start of a tag or of a character reference, or nothing that is seen. */
export const ORDINARY = 0, SPACE = 1, TAG = 2, ENTITY = 3, NOTHING = 4;

/** What a tag makes of the text around it. */
export type Tag = "block" | "paragraph" | "item" | "heading" | "bold" | "cell" | "break" | "skip" | "code" | "inline";
export const tags: Record<string, Tag> = {
  address: "block", article: "block", aside: "block", blockquote: "block", body: "block", caption: "block", center: "block", dd: "block", details: "block", div: "paragraph", dl: "block", dt: "block",
  fieldset: "block", figcaption: "block", figure: "block", footer: "block", form: "block", header: "block", hr: "block", legend: "block", main: "block", nav: "block", ol: "block", option: "block", p: "paragraph", pre: "block",
  section: "block", summary: "block", table: "block", tbody: "block", tfoot: "block", thead: "block", tr: "block", ul: "block",
  li: "item", h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading", b: "bold", strong: "bold", td: "cell", th: "cell", br: "break",
  script: "code", style: "code", template: "skip", svg: "skip", noscript: "skip", iframe: "skip", head: "skip", textarea: "skip", select: "skip", object: "skip", math: "skip",
  a: "inline", abbr: "inline", acronym: "inline", audio: "inline", big: "inline", button: "inline", cite: "inline", code: "inline", col: "inline", colgroup: "inline", del: "inline", dfn: "inline", em: "inline", embed: "inline",
  font: "inline", html: "inline", i: "inline", img: "inline", input: "inline", ins: "inline", kbd: "inline", label: "inline", link: "inline", mark: "inline", meta: "inline", picture: "inline", q: "inline", s: "inline", samp: "inline",
  small: "inline", span: "inline", strike: "inline", sub: "inline", sup: "inline", tt: "inline", u: "inline", var: "inline", video: "inline", wbr: "inline",
};

const does: Record<Tag, number> = { block: 1, paragraph: 2, item: 3, heading: 4, bold: 5, cell: 6, break: 7, skip: 8, code: 9, inline: 10 };

/** For the kernel: a hash table of tags, two numbers a slot: the name's number, and what the tag does (0 = free), from the fifth bit on which of the elements without text it is. */
export function tagTable(): Int32Array {
  const slots = 256;
  const table = new Int32Array(slots * 2);
  let textless = 0;
  for (const [name, tag] of Object.entries(tags)) {
    const number = tagNumber(name);
    let slot = number & (slots - 1);
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot * 2] = number;
    table[slot * 2 + 1] = does[tag] | (tag === "skip" || tag === "code" ? textless++ << 4 : 0);
  }
  return table;
}

/** A number for a tag's name, made of its first 12 letters and digits. */
function tagNumber(name: string): number {
  let number = 0;
  for (const sign of name.slice(0, 12)) number = (Math.imul(number, 37) + (sign.charCodeAt(0) | 32)) & 0x3fffffff;
  return number;
}

const looksEscaped = /&lt;\/?(?:p|div|ul|li|br|h[1-6]|strong|span|b|em)\b/i;
// Only of elements that there are: "<Company>" and "vector<T>" stand in plain text.
const anyTag = new RegExp(`</?(?:${Object.keys(tags).join("|")})[\\s/>]`, "i");

let unitClass: Uint8Array | null = null;

/** What a body is: markup, markup that is itself escaped, as Greenhouse sends it, or plain text. */
export function markupOf(body: string): "markup" | "escaped" | null {
  if (anyTag.test(body)) return "markup";
  return looksEscaped.test(body) ? "escaped" : null;
}

/** What each UTF-16 unit is in markup. Built on first use. */
export function unitClasses(): Uint8Array {
  return (unitClass ??= buildClasses());
}

/** Whether a line is as `visibleText` would have it, without markup: single spaces between what is seen. */
export function isVisible(line: string): boolean {
  const classes = unitClasses();
  let before = SPACE;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const kind = classes[unit]!;
    if (kind !== ORDINARY && (unit !== 32 || before === SPACE)) return false;
    before = kind;
  }
  return before !== SPACE;
}

/** One line as a reader sees it: `visibleText("  a\u00a0 b\u200bc ")` → `"a bc"` */
export function visibleText(line: string): string {
  const classes = unitClasses();
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

/** Whether a text has characters that `visibleLines` would change: not seen, or a space of another width. */
export function isRare(unit: number): boolean {
  const kind = unitClasses()[unit];
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
