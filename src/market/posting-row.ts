import { hash } from "node:crypto";
import { dayNumber, dayOf } from "../lib/day.ts";
import type { Posting } from "../terms/posting.ts";

/** A posting as the store keeps it: well-formed text, an id that is always there, a key from source and id, and a hash of all it says. */
export type PostingRow = { key: bigint; source: string; id: string; hash: bigint; posting: Posting; posted: string | null; closed: string | null };

/** Order matters: it is the order in which a posting's content is hashed. */
const contentFields = [
  "company", "title", "location", "salary_raw", "posted_at", "closed_at", "url", "department", "employment_type", "remote", "lang", "description_html", "description_text",
] as const satisfies readonly (keyof Posting)[];

/** A posting without an id goes by its URL, and without one by its content: the same posting has the same key in the next import. */
export function postingRow(source: string, raw: Posting): PostingRow {
  const posting = wellFormed(raw);
  const content = contentFields.map((field) => posting[field] ?? "").join("\u0000");
  const contentHash = hash64(content);
  const id = posting.id || posting.url || `text-${contentHash.toString(16).padStart(16, "0")}`;
  return { key: keyOf(source, id), source, id, hash: contentHash, posting, posted: dayOf(posting.posted_at), closed: dayOf(posting.closed_at) };
}

/** How many days a clock elsewhere, or a date set ahead, may be before the day a posting was first seen. */
export const daysAhead = 7;

/** The day a posting gives as posted; null where it lies in the future of `firstSeen`: one mistyped year would else be the newest month of the market. */
export function postedBy(posted: string | null, firstSeen: number): string | null {
  return posted !== null && dayNumber(posted) > firstSeen + daysAhead ? null : posted;
}

/** The number under which the store knows the posting `id` of `source`: 64 bits, so that a million postings collide with a chance of 3 in 10⁸. */
export function keyOf(source: string, id: string): bigint {
  return hash64(`${source}\u0000${id}`);
}

function hash64(text: string): bigint {
  return BigInt(`0x${hash("sha256", text).slice(0, 16)}`);
}

/** A lone surrogate cannot be stored as UTF-8; it becomes U+FFFD here, before reading, so that a posting read again reads the same. */
function wellFormed(posting: Posting): Posting {
  const clean: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(posting)) clean[name] = typeof value === "string" ? value.toWellFormed() : value;
  return clean as Posting;
}
