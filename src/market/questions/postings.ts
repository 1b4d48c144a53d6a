import { z } from "zod";
import { withDaysInOrder } from "../../terms/filters.ts";
import { Layer } from "../../terms/layer.ts";
import { Pay } from "../../terms/pay.ts";
import { Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { Workplace } from "../../terms/workplace.ts";
import type { Market } from "../store.ts";
import { Absent, limitOf } from "./answer.ts";
import { Cut, whereOf } from "./cut.ts";

/** A posting in a list. `key` is its number in the store, as text: it is larger than a JavaScript number holds. */
export const PostingRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  employer: z.string().nullable(),
  location: z.string().nullable(),
  url: z.string().nullable(),
  posted: z.string().nullable(),
  closed: z.string().nullable(),
  role: Role,
  confidence: z.number(),
  layer: Layer,
  seniority: Seniority.nullable(),
  workplace: Workplace.nullable(),
  countries: z.array(z.string()),
  pay: z.array(Pay.pick({ min: true, max: true, currency: true, period: true, kind: true })),
});
export type PostingRow = z.infer<typeof PostingRow>;

export const PostingsQuestion = withDaysInOrder(Cut.extend({
  limit: limitOf(500),
  /** `next` of the page before. */
  cursor: z.string().regex(/^(\d{4}-\d{2}-\d{2}|none)_\d{1,20}$/, "not a cursor of this list").nullish(),
}));
export type PostingsQuestion = z.infer<typeof PostingsQuestion>;

export const PostingsPage = z.object({ cut: Cut, rows: z.array(PostingRow), next: z.string().nullable(), absent: Absent });
export type PostingsPage = z.infer<typeof PostingsPage>;

/** The postings of a cut, newest first, those without a date last; page by page, without gaps or repeats while others are imported. */
export async function listPostings(market: Market, question: PostingsQuestion): Promise<Omit<PostingsPage, "absent">> {
  const cut = Cut.parse(question);
  const where = whereOf(cut);
  const values = { ...where.values, limit: question.limit + 1 };
  const [day, key] = question.cursor?.split("_") ?? [];
  const after = day === undefined ? "" : "AND (coalesce(r.posted, DATE '0001-01-01'), r.key) < ($day::DATE, $key::UBIGINT)";
  // The page is chosen on the narrow table; texts are fetched for its rows alone.
  const rows = await market.rows<PostingRow>(
    `WITH page AS (
  SELECT r.key, r.posted, r.closed, r.role, r.confidence, r.layer, r.seniority, r.workplace FROM vacancy r WHERE ${where.sql} ${after}
  ORDER BY coalesce(r.posted, DATE '0001-01-01') DESC, r.key DESC LIMIT $limit)
SELECT page.key::VARCHAR AS key, p.title, p.employer, p.location, p.url, page.posted::VARCHAR AS posted, page.closed::VARCHAR AS closed, role, confidence, layer, seniority, workplace,
  coalesce((SELECT list(DISTINCT country ORDER BY country) FROM reading_place c WHERE c.vacancy = page.key AND country IS NOT NULL), []) AS countries,
  coalesce((SELECT list({'min': min, 'max': max, 'currency': currency, 'period': period, 'kind': kind} ORDER BY min, max, currency, period, kind) FROM reading_pay m WHERE m.key = page.key), []) AS pay
FROM page JOIN posting p USING (key) ORDER BY coalesce(page.posted, DATE '0001-01-01') DESC, page.key DESC`,
    day === undefined ? values : { ...values, day: day === "none" ? "0001-01-01" : day, key: key! },
  );
  const more = rows.length > question.limit;
  const page = more ? rows.slice(0, -1) : rows;
  const last = page.at(-1);
  return { cut, rows: page, next: more && last ? `${last.posted ?? "none"}_${last.key}` : null };
}
