import { z } from "zod";
import { type Address, fieldOf, get, listedBy, listUnder, pathOf, textAt } from "./address.ts";
import { type Board, hasAll } from "./board.ts";

// "Ask HN: Who is hiring?": https://hn.algolia.com/api/v1/items/ID, the thread with its comments as a tree; single comments also as https://hacker-news.firebaseio.com/v0/item/ID.json has them

const text = z.string().nullish();
const Comment = z.object({ id: z.number(), text, author: text, by: text, created_at: text, time: z.number().nullish(), created_at_i: z.number().nullish() });
type Comment = z.infer<typeof Comment>;

const address: Address = {
  example: "hackernews:48747976, the number of a Who is hiring thread",
  isName: (name) => /^\d{1,12}$/.test(name),
  refIn: (url) => {
    const parts = pathOf(url);
    const name = url.hostname === "news.ycombinator.com" && parts[0] === "item" ? url.searchParams.get("id") : url.hostname === "hn.algolia.com" && parts[2] === "items" ? parts[3] : /^\/v0\/item\/(\d+)\.json$/.exec(url.hostname === "hacker-news.firebaseio.com" ? url.pathname : "")?.[1];
    return name ? { ats: "hackernews", name } : null;
  },
  page: ({ name }) => `https://news.ycombinator.com/item?id=${name}`,
  list: ({ name }) => [get(`https://hn.algolia.com/api/v1/items/${name}`)],
  items: (value) => commentsOf(value)?.filter((one) => textAt(one, "text") !== null) ?? null,
  listed: (item) => listedBy(textAt(item, "id"), null),
};

export const hackernews: Board = {
  ats: "hackernews",
  name: "Hacker News",
  address,
  postingsIn: (value) => {
    const list = commentsOf(value) ?? (Array.isArray(value) ? value : [value]);
    return list.length > 0 && list.every(isComment) ? list : null;
  },
  schema: Comment,
  withoutText: "a comment that was deleted",
  convert: (comment: Comment, ref) => {
    const first = /^[^]*?(?=<p>|$)/.exec(comment.text ?? "")![0];
    const stated = partsOf(plain(first));
    const seconds = comment.time ?? comment.created_at_i;
    return {
      employer: ref?.name ?? null,
      posting: {
        id: comment.id,
        ...stated,
        posted_at: comment.created_at ?? (seconds === null || seconds === undefined ? null : String(seconds)),
        url: `https://news.ycombinator.com/item?id=${comment.id}`,
        description_html: comment.text,
      },
    };
  },
};

/** The postings of a thread: its comments, not what is answered to them. People who look for work have threads of their own; those are none of a market's business. */
function commentsOf(value: unknown): unknown[] | null {
  return /who is hiring/i.test(textAt(value, "title") ?? "") ? listUnder(value, "children") : null;
}

function isComment(item: unknown): boolean {
  return hasAll(item, "id", "text") && (fieldOf(item, "type") === "comment" || hasAll(item, "parent_id", "story_id"));
}

type Stated = { company: string | null; title: string | null; location: string | null; employment_type: string | null; remote: boolean | null };

const role = /\b(?:engineers?|engineering|developers?|scientists?|researchers?|designers?|architects?|analysts?|managers?|leads?|head of|directors?|sre|devops|programmers?|founding|interns?|cto|vp|swe|full[- ]?stack|back[- ]?end|front[- ]?end)\b/i;
const way = /\b(?:remote|on-?site|hybrid|in[- ]person|in[- ]office)\b/i;
const contract = /^(?:full[- ]?time|part[- ]?time|contract(?:or)?|intern(?:ship)?s?|ft|freelance|[ /,&+]|or|and)+$/i;
const other = /https?:|www\.|[$€£]|\b\d+\s?k\b|\bequity\b|\b(?:YC|seed|series [a-e]|visa|salary)\b|^[\w-]+\.(?:com|io|ai|co|org|dev)$/i;

/**
 * The first line as writers of the thread have come to write it: "Acme (YC W24) | ML Engineer | Berlin | REMOTE (EU) | Full-time". The company is first; what says what it is goes where it belongs.
 * A line without bars is a sentence: it tells nothing by its place.
 */
function partsOf(line: string): Stated {
  const parts = line.split("|").map((part) => part.trim()).filter((part) => part !== "");
  if (parts.length < 2) return { company: null, title: null, location: null, employment_type: null, remote: null };
  const [company, ...rest] = parts;
  const titles = rest.filter((part) => role.test(part) && !contract.test(part) && part.length <= 200);
  const places = rest.filter((part) => !titles.includes(part) && !contract.test(part) && (way.test(part) || (!other.test(part) && /^\p{Lu}[\p{L} .,/&()'-]{1,60}$/u.test(part))));
  const types = rest.filter((part) => contract.test(part));
  const remote = places.some((part) => /\bremote\b/i.test(part)) && !places.some((part) => /\b(?:on-?site|hybrid|no remote|in[- ]person|in[- ]office)\b/i.test(part));
  return { company: company!.replace(/\s*\(?https?:\S+|\s*\((?:YC )?[SWFX]\d\d\)|\s*\(YC[^()]*\)/gi, "").slice(0, 200) || null, title: titles.join(", ") || null, location: places.join("; ") || null, employment_type: types.join(", ") || null, remote: remote ? true : null };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#x2F": "/" };

function plain(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, " ").replaceAll(/&(amp|lt|gt|quot|#x27|#x2F);/g, (_, name: string) => entities[name]!).replaceAll(/\s+/g, " ").trim();
}
