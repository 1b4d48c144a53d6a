import { z } from "zod";
import type { BoardRef } from "../terms/board-ref.ts";
import type { Posting } from "../terms/posting.ts";
import { type Address, type BoardRequest, countAt, fieldOf, get, isHostName, listedBy, type ListPage, listUnder, textAt } from "./address.ts";
import { type Board, hasAll } from "./board.ts";
import { fromJsonLd } from "./job-posting.ts";

// Three shapes of one board: its public feed https://NAME.teamtailor.com/jobs.rss, the same as a JSON feed (jobs.json), and with a key https://api.teamtailor.com/v1/jobs

const text = z.string().nullish();
const texts = z.union([z.string(), z.record(z.string(), z.unknown())]).nullish();
const RssItem = z.object({ title: text, description: text, pubDate: text, link: text, remoteStatus: text, guid: text, "tt:locations": z.unknown().optional(), "tt:department": texts, channel: text });
/** The name is the board's. */
const statedField = "_jobposting";
const FeedItem = z.object({ id: text, title: text, url: text, date_published: text, content_html: text, [statedField]: z.unknown() });
const ApiItem = z.object({
  id: z.string(),
  attributes: z.object({ title: text, body: text, "created-at": text, "remote-status": text, "employment-type": text, "language-code": text, "min-salary": z.unknown().optional() }),
  links: z.object({ "careersite-job-url": text }).nullish(),
  places: z.array(z.string()).nullish(),
  department: text,
});
type Item = z.infer<typeof RssItem> | z.infer<typeof FeedItem> | z.infer<typeof ApiItem>;

/** The feed gives 100 postings unless more are asked for, and so many at the most. */
const feedLength = 200;

const address: Address = {
  example: "teamtailor:acme, or teamtailor:jobs.acme.com",
  hosts: ["na"],
  isName: isHostName,
  refIn: (url) => {
    const own = /^(.+)\.teamtailor\.com$/.exec(url.hostname)?.[1];
    if (own !== undefined) return /^(?:www|api|api\.na|app|docs|support|career|status|partner|integrations)$/.test(own) ? null : { ats: "teamtailor", name: own.includes(".") ? url.hostname : own };
    return /^\/jobs\.(?:rss|json)$/.test(url.pathname) ? { ats: "teamtailor", name: url.hostname } : null;
  },
  mark: /\bteamtailor-cdn\.com\//,
  page: ({ name }) => `https://${hostOf(name)}/jobs`,
  list: (ref, key) => [key === null ? get(feedUrl(ref.name, 0), { accept: "application/rss+xml, application/xml" }) : get(`https://${apiHost(ref)}/v1/jobs?include=department,locations&page%5Bsize%5D=30`, { authorization: `Token token=${key}`, "x-api-version": "20240404" })],
  more: (ref, pages) => {
    const last = pages.at(-1);
    if (last === undefined) return [];
    if (last.request.headers.authorization !== undefined) return nextOfApi(ref, last);
    const items = itemsIn(last.value)?.length ?? 0;
    return items > 0 && items % 100 === 0 ? [get(feedUrl(ref.name, pages.reduce((sum, page) => sum + (itemsIn(page.value)?.length ?? 0), 0)), last.request.headers)] : [];
  },
  items: itemsIn,
  listed: (item) => listedBy(idOf(item), textAt(fieldOf(item, "attributes"), "updated-at")),
  total: (pages) => countAt(fieldOf(pages[0]?.value, "meta"), "record-count"),
};

export const teamtailor: Board = {
  ats: "teamtailor",
  name: "Teamtailor",
  address,
  postingsIn: (value) => {
    const list = itemsIn(value) ?? (isApiItem(value) ? [value] : null);
    return list !== null && list.length > 0 ? list : null;
  },
  schema: z.union([ApiItem, FeedItem, RssItem]),
  convert: (item: Item, ref) => {
    const stated = "attributes" in item ? fromApi(item) : statedField in item ? fromFeed(item) : fromRss(item);
    const host = /^https?:\/\/([^/?#]+)/.exec(stated.url ?? "")?.[1]?.toLowerCase() ?? null;
    const employer = ref?.name ?? host?.replace(/^([^.]+)\.teamtailor\.com$/, "$1") ?? null;
    return { employer, posting: { ...stated, id: idOf(item), company: stated.company?.trim() || employer } };
  },
};

type Stated = Partial<Posting>;

function fromRss(item: z.infer<typeof RssItem>): Stated {
  const places = [fieldOf(item["tt:locations"], "tt:location")].flat().map((place) => [...new Set([textAt(place, "tt:city") ?? textAt(place, "tt:name"), textAt(place, "tt:country")])].filter(Boolean).join(", "));
  return {
    company: item.channel ?? null,
    title: item.title?.trim() || null,
    location: [[...new Set(places)].filter(Boolean).join("; "), wayOf(item.remoteStatus)].filter(Boolean).join(" · "),
    posted_at: dayOfRss(item.pubDate),
    url: item.link ?? null,
    department: typeof item["tt:department"] === "string" ? item["tt:department"] : null,
    remote: remoteOf(item.remoteStatus),
    description_html: item.description ?? null,
  };
}

function fromFeed(item: z.infer<typeof FeedItem>): Stated {
  const stated = fromJsonLd(item[statedField]);
  return { ...stated, title: item.title?.trim() || stated?.title || null, url: item.url ?? null, posted_at: item.date_published ?? stated?.posted_at ?? null, description_html: item.content_html || stated?.description_html || null };
}

function fromApi({ attributes, links, places, department }: z.infer<typeof ApiItem>): Stated {
  return {
    title: attributes.title?.trim() || null,
    location: [(places ?? []).join("; "), wayOf(attributes["remote-status"])].filter(Boolean).join(" · "),
    posted_at: attributes["created-at"] ?? null,
    url: links?.["careersite-job-url"] ?? null,
    department: department ?? null,
    employment_type: attributes["employment-type"] ?? null,
    remote: remoteOf(attributes["remote-status"]),
    lang: attributes["language-code"] ?? null,
    description_html: attributes.body ?? null,
  };
}

/** The postings of any of the three shapes, each with what its list says of all of them; null where it is none of them. */
function itemsIn(value: unknown): unknown[] | null {
  const channel = fieldOf(fieldOf(value, "rss"), "channel");
  if (channel !== undefined) return rssItems(channel);
  const feed = listUnder(value, "items");
  if (feed !== null && textAt(value, "version")?.startsWith("https://jsonfeed.org/") === true) return feed.every((one) => hasAll(one, statedField)) ? feed : null;
  const data = listUnder(value, "data");
  if (data === null || !data.every(isApiItem) || (data.length === 0 && fieldOf(value, "meta") === undefined)) return null;
  const included = new Map((listUnder(value, "included") ?? []).map((one) => [`${textAt(one, "type")} ${textAt(one, "id")}`, fieldOf(one, "attributes")]));
  return data.map((one) => joined(one, included));
}

function rssItems(channel: unknown): unknown[] | null {
  const items = [fieldOf(channel, "item") ?? []].flat();
  const known = items.some((one) => hasAll(one, "remoteStatus") || hasAll(one, "tt:locations")) || /\.teamtailor\.com\b/.test(textAt(channel, "link") ?? "");
  return known ? items.map((one) => (typeof one === "object" && one !== null ? { ...one, channel: textAt(channel, "title") } : one)) : null;
}

/** JSON:API keeps places and departments beside the postings, which name them by id. */
function joined(item: unknown, included: ReadonlyMap<string, unknown>): unknown {
  const related = (name: string): unknown[] => [fieldOf(fieldOf(fieldOf(item, "relationships"), name), "data") ?? []].flat().map((one) => included.get(`${textAt(one, "type")} ${textAt(one, "id")}`));
  const places = related("locations").map((place) => [textAt(place, "city") ?? textAt(place, "name"), textAt(place, "country")].filter(Boolean).join(", "));
  return { ...(item as object), places: places.filter((place) => place !== ""), department: textAt(related("department")[0], "name") };
}

function isApiItem(item: unknown): boolean {
  return fieldOf(item, "type") === "jobs" && hasAll(item, "id", "attributes");
}

/** The number in a posting's address, which all three shapes have in common; else the feed's own id. */
function idOf(item: unknown): string | null {
  if (isApiItem(item)) return textAt(item, "id");
  const number = /\/jobs\/(\d+)(?:-|$)/.exec(textAt(item, "link") ?? textAt(item, "url") ?? "")?.[1];
  return number ?? textAt(item, "guid") ?? textAt(item, "id") ?? textAt(item, "link");
}

function nextOfApi(ref: BoardRef, { request, value }: ListPage): BoardRequest[] {
  const link = textAt(fieldOf(value, "links"), "next");
  // The key goes to the API's own host and nowhere else, whatever the answer says.
  return link?.startsWith(`https://${apiHost(ref)}/`) ? [get(link, request.headers)] : [];
}

function apiHost({ host }: BoardRef): string {
  return host === "na" ? "api.na.teamtailor.com" : "api.teamtailor.com";
}

/** A name with a dot is a domain. */
function hostOf(name: string): string {
  return name.includes(".") ? name : `${name}.teamtailor.com`;
}

function feedUrl(name: string, offset: number): string {
  return `https://${hostOf(name)}/jobs.rss?per_page=${feedLength}${offset === 0 ? "" : `&offset=${offset}`}`;
}

const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** `dayOfRss("Fri, 04 Sep 2026 14:50:13 +0300")` → `"2026-09-04"`: the day as written */
function dayOfRss(time: string | null | undefined): string | null {
  const [, day, month, year] = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})/.exec(time ?? "") ?? [];
  const at = month === undefined ? -1 : months.indexOf(month);
  return at < 0 || at % 3 !== 0 ? null : `${year}-${String(at / 3 + 1).padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

function wayOf(status: string | null | undefined): string | null {
  return status === "fully" ? "Remote" : status === "hybrid" ? "Hybrid" : status === "none" ? "On-site" : null;
}

function remoteOf(status: string | null | undefined): boolean | null {
  return status === "fully" ? true : status === "hybrid" || status === "none" ? false : null;
}
