import { Parser } from "htmlparser2";
import type { Problem } from "../terms/found.ts";
import { fieldOf, listUnder, textAt } from "./address.ts";
import { hasAll } from "./board.ts";
import { feed } from "./feed.ts";

/** What a response is whose kind we know and do not read: a message that names it helps more than fields that are missing. */
type Other = { name: string; kind: "collection" | "system"; is: (value: unknown) => boolean };

const others: readonly Other[] = [
  { name: "Arbeitnow", kind: "collection", is: (value) => isListOf(listUnder(value, "data"), "url", "www.arbeitnow.com", "slug", "job_types") },
  { name: "Himalayas", kind: "collection", is: (value) => isListOf(listUnder(value, "jobs"), "applicationLink", "himalayas.app", "companySlug") },
  { name: "Jobicy", kind: "collection", is: (value) => isListOf(listUnder(value, "jobs"), "url", "jobicy.com", "jobTitle", "jobGeo") },
  { name: "Remote OK", kind: "collection", is: (value) => Array.isArray(value) && /Remote OK/.test(textAt(value[0], "legal") ?? "") },
  { name: "Remotive", kind: "collection", is: (value) => isListOf(listUnder(value, "jobs"), "url", "remotive.com", "candidate_required_location") },
  { name: "The Muse", kind: "collection", is: (value) => (listUnder(value, "results") ?? []).some((one) => hasAll(one, "contents", "short_name") && isAt(textAt(fieldOf(one, "refs"), "landing_page"), "www.themuse.com")) },
  { name: "BambooHR", kind: "system", is: (value) => (listUnder(value, "result") ?? []).some((one) => hasAll(one, "jobOpeningName", "employmentStatusLabel")) },
  { name: "Breezy", kind: "system", is: (value) => isListOf(Array.isArray(value) ? value : null, "url", "breezy.hr", "friendly_id", "published_date") },
  { name: "Eightfold", kind: "system", is: (value) => hasAll(value, "domain", "count") && (listUnder(value, "positions") ?? []).some((one) => hasAll(one, "ats_job_id", "canonicalPositionUrl")) },
  { name: "Pinpoint", kind: "system", is: (value) => isListOf(listUnder(value, "data"), "url", "pinpointhq.com", "workplace_type", "job") },
  { name: "Rippling", kind: "system", is: (value) => isListOf(Array.isArray(value) ? value : null, "url", "ats.rippling.com", "uuid", "workLocation") },
  { name: "Join", kind: "system", is: (value) => hasAll(fieldOf(fieldOf(value, "props"), "pageProps"), "initialState") && hasAll(fieldOf(fieldOf(fieldOf(value, "props"), "pageProps"), "initialState"), "jobs", "company") },
];

const threads = /^Ask HN: (?:who wants to be hired|freelancer)/i;

/** A response that is known and not read: what it is, and the way out. Null where nothing is known of it. */
export function otherIn(value: unknown): Problem | null {
  if (threads.test(textAt(value, "title") ?? "")) return refusal("a thread of people", "it is a Hacker News thread in which people offer themselves; it is not read: those of \"Who is hiring?\" are");
  if (fieldOf(value, "type") === "story" && Array.isArray(fieldOf(value, "kids"))) return refusal("a thread without its comments", `it has only their numbers; get the whole thread from https://hn.algolia.com/api/v1/items/${textAt(value, "id") ?? "NUMBER"}`);
  const other = others.find(({ is }) => is(value));
  return other === undefined ? null : refusalOf(other);
}

function refusalOf({ name, kind }: Other): Problem {
  return kind === "collection"
    ? refusal(`an answer of ${name}`, `${name} collects other employers' postings, with an id of its own for each; add the employers' own boards, or give the postings as JSON Lines`)
    : refusal(`an answer of ${name}`, `boards of ${name} are not read; their postings' pages are, where they carry a schema.org JobPosting, or give the postings as JSON Lines`);
}

function refusal(reason: string, detail: string): Problem {
  return { where: "file", reason, detail };
}

/** Whether the list's postings have these fields, and lead to that host or one below it. */
function isListOf(list: unknown[] | null, url: string, host: string, ...fields: string[]): boolean {
  return list !== null && list.some((one) => hasAll(one, url, ...fields) && isAt(textAt(one, url), host));
}

function isAt(address: string | null, host: string): boolean {
  const found = /^https?:\/\/([^/?#]+)/i.exec(address ?? "")?.[1]?.toLowerCase();
  return found === host || found?.endsWith(`.${host}`) === true;
}

/** Lists that are filled in by a script, by what they load. */
const lists: readonly { name: string; mark: RegExp }[] = [{ name: "Jobylon", mark: /\bjobylon\.com\/css\/embed/ }];

/** Fewer words than any posting has: a page that says less is empty until its script has run. */
const fewestWords = 4;
const deepest = 512;

/** Why a page that states no JobPosting holds no posting as text either; null where it may be one. */
export function otherPage(html: string): Problem | null {
  const next = /<script\b[^<>]*\bid="__NEXT_DATA__"[^<>]*>([^<]*)<\/script>/i.exec(html)?.[1];
  const state = next === undefined ? null : jsonOf(next);
  const other = others.find(({ is }) => is(state)) ?? lists.find(({ mark }) => mark.test(html));
  if (other !== undefined) return { where: "page", reason: `a list of ${other.name}`, detail: "it lists postings without their texts; give the page of one posting, or the postings as JSON Lines" };
  if (hasWords(html)) return null;
  const host = /<(?:script|link|iframe)\b[^<>]*\b(?:src|href)="(?:https?:)?\/\/([\w.-]+)/i.exec(html)?.[1];
  return { where: "page", reason: "a page without a text", detail: `it says nothing until its script has run${host === undefined ? "" : ` (it loads ${host})`}; give the page of one posting as the browser shows it, or the postings as JSON Lines` };
}

function hasWords(html: string): boolean {
  let hidden = 0;
  let words = 0;
  let depth = 0;
  // Kept: the parser's end closes all that stands open.
  let enough = false;
  const parser = new Parser({
    onopentagname(name) {
      depth++;
      if (isHidden(name)) hidden++;
    },
    onclosetag(name) {
      depth--;
      if (isHidden(name)) hidden--;
    },
    ontext: (text) => void (hidden === 0 && words < fewestWords && (words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)),
  });
  feed(parser, html, () => (enough ||= words >= fewestWords || depth > deepest));
  return enough || words >= fewestWords;
}

function isHidden(name: string): boolean {
  return name === "script" || name === "style" || name === "template" || name === "title";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
