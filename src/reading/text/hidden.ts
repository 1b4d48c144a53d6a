import { tags } from "./html.ts";

/** Markup without the elements that a browser shows nobody, and what they said, each as it stands there. */
export type Shown = { html: string; hidden: string[] };

/** Nearly no markup has any of these, and nothing more need be asked. */
const mayHide = /hidden|display\s*:\s*none|font-size\s*:\s*0|opacity\s*:\s*0/i;
const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const hides = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?)\s*(?:!\s*important\s*)?(?=;|$)/i;
/** Elements without an end, and those whose text nobody reads anyway. Names that no browser knows are passed over too: each that never ends would be looked for to the end of the input. */
const passedOver = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "script", "style", "html", "body", "head"]);
/** A tag longer than this has a quote that was left open. */
const LONGEST = 4096;

/**
 * Takes out what its own tag hides: `hidden`, and a style of `display: none`, `visibility: hidden`, no size or no opacity. What a sheet of styles hides, or a colour like its ground, nobody can tell from here.
 * An element that never ends is left in: its content may be the posting. Linear in its input.
 * `withoutHidden('<p>a</p><p style="display:none">b</p>')` → `{ html: "<p>a</p>", hidden: ["b"] }`
 */
export function withoutHidden(html: string): Shown {
  if (!mayHide.test(html)) return { html, hidden: [] };
  const hidden: string[] = [];
  const endless = new Set<string>();
  const kept: string[] = [];
  let from = 0;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.closes || endless.has(tag.name) || passedOver.has(tag.name) || !Object.hasOwn(tags, tag.name) || !isHidden(html.slice(tag.start, tag.end))) continue;
    const end = endOf(html, tag);
    if (end === null) {
      endless.add(tag.name);
      continue;
    }
    kept.push(html.slice(from, tag.start));
    hidden.push(html.slice(tag.end, end.start));
    from = end.end;
    tag = end;
  }
  return { html: kept.join("") + html.slice(from), hidden };
}

type Tag = { name: string; closes: boolean; start: number; end: number };

/** The next tag of an element at or behind a place; comments and declarations are passed over. */
function nextTag(html: string, at: number): Tag | null {
  for (let start = html.indexOf("<", at); start >= 0; start = html.indexOf("<", start + 1)) {
    if (html.startsWith("<!--", start)) {
      const end = html.indexOf("-->", start + 4);
      if (end < 0) return null;
      start = end;
      continue;
    }
    const [opening, slash, name] = /^<(\/?)([a-z][a-z0-9-]{0,30})(?=[\s/>])/i.exec(html.slice(start, start + 34)) ?? [];
    if (opening === undefined) continue;
    const end = tagEnd(html, start + opening.length);
    if (end < 0) return null;
    return { name: name!.toLowerCase(), closes: slash === "/", start, end };
  }
  return null;
}

/** Behind the ">" of a tag: one within a quoted attribute is none, unless the quote never ends. */
function tagEnd(html: string, at: number): number {
  const most = Math.min(html.length, at + LONGEST);
  let quote = "";
  for (let i = at; i < most; i++) {
    const sign = html[i]!;
    if (sign === quote) quote = "";
    else if (quote !== "") continue;
    else if (sign === ">") return i + 1;
    else if ((sign === '"' || sign === "'") && html[i - 1] === "=") quote = sign;
  }
  return html.indexOf(">", at) + 1 || -1;
}

function isHidden(tag: string): boolean {
  if (/\shidden(?=[\s=/>])/i.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, '""'))) return true;
  const said = style.exec(tag);
  return said !== null && hides.test(said[1] ?? said[2] ?? said[3]!);
}

/** What a paragraph cannot hold: its tag ends one that is open, as it does in a browser. */
const apart = new Set<string>(["block", "paragraph", "heading", "item"]);

/** The tag that ends an element; a paragraph ends where a block begins or ends. Null where there is none. */
function endOf(html: string, opened: Tag): Tag | null {
  if (html[opened.end - 2] === "/") return null;
  let depth = 1;
  for (let tag = nextTag(html, opened.end); tag !== null; tag = nextTag(html, tag.end)) {
    if (opened.name === "p" && apart.has(tags[tag.name]!)) return tag.name === "p" && tag.closes ? tag : { ...tag, end: tag.start };
    if (tag.name !== opened.name) continue;
    depth += tag.closes ? -1 : 1;
    if (depth === 0) return tag;
  }
  return null;
}
