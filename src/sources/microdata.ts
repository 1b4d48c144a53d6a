import { Parser } from "htmlparser2";
import { feed } from "./feed.ts";

/** One element with itemscope: what it states, as JSON-LD would write it. */
type Item = Record<string, unknown>;
type Open = { name: string; from: number; item: Item | null; property: string[]; owner: Item | null; content: string | null; text: string[]; size: number };

/** Elements without an end. */
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** As deep as the browsers follow a page; what nests deeper is written against parsers, and read no further. */
const deepest = 512;
/** No property but the description, which is a piece of the page itself, is longer. */
const longest = 20_000;

/**
 * The schema.org JobPostings of a page's microdata (itemscope, itemtype, itemprop), in the form of JSON-LD: `[{ "@type": "JobPosting", title: "…", description: "<p>…" }]`.
 * A description is its markup, any other property its text, or the value of the attribute that carries it.
 */
export function microdataIn(html: string): Item[] {
  if (!/itemtype\s*=\s*["']?https?:\/\/schema\.org\/JobPosting/i.test(html)) return [];
  const found: Item[] = [];
  const open: Open[] = [];
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const owner = open.findLast((one) => one.item !== null)?.item ?? null;
      const item: Item | null = "itemscope" in attributes ? { "@type": /schema\.org\/(\w+)/i.exec(attributes.itemtype ?? "")?.[1] ?? "" } : null;
      if (item?.["@type"] === "JobPosting") found.push(item);
      const element: Open = { name, from: parser.endIndex + 1, item, property: owner === null ? [] : (attributes.itemprop ?? "").split(/\s+/).filter(Boolean), owner, content: contentOf(name, attributes), text: [], size: 0 };
      if (voids.test(name)) close(element, "");
      else open.push(element);
    },
    ontext(text) {
      for (const one of open) if (one.property.length > 0 && (one.size += text.length) <= longest) one.text.push(text);
    },
    onclosetag(name) {
      if (voids.test(name)) return;
      if (open.at(-1)?.name !== name) return;
      const element = open.pop()!;
      close(element, element.property.includes("description") ? html.slice(element.from, Math.max(element.from, parser.startIndex)) : element.text.join(""));
    },
  }, { decodeEntities: true });
  feed(parser, html, () => open.length > deepest);
  return found;
}

/** Attributes that carry a value in the text's stead. */
function contentOf(name: string, attributes: Record<string, string>): string | null {
  if (attributes.content !== undefined) return attributes.content;
  if (name === "time") return attributes.datetime ?? null;
  if (name === "a" || name === "link") return attributes.href ?? null;
  if (name === "img") return attributes.src ?? null;
  return name === "data" || name === "meter" ? (attributes.value ?? null) : null;
}

function close({ property, owner, item, content }: Open, inside: string): void {
  if (owner === null) return;
  const value = item ?? content ?? inside.trim();
  for (const name of property) {
    if (name === "__proto__") continue;
    const there = Object.hasOwn(owner, name) ? owner[name] : undefined;
    if (Array.isArray(there)) there.push(value);
    else owner[name] = there === undefined ? value : [there, value];
  }
}
