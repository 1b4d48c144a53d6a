import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { getPosting } from "../../market/questions/posting.ts";
import { listPostings, PostingsPage, PostingsQuestion } from "../../market/questions/postings.ts";
import type { Market } from "../../market/store.ts";
import { read } from "../../reading/read.ts";
import { Posting } from "../../terms/posting.ts";
import { Reading } from "../../terms/reading.ts";
import { fail, invalid, missing, onlyKnown, refuseInvalid } from "../errors.ts";

/** The posting as published but its markup: `text` is what was read, and what all offsets of the reading count in. */
const PostingAnswer = z.object({
  key: z.string(),
  source: z.string(),
  posted: z.string().nullable(),
  closed: z.string().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  posting: z.object(Posting.shape).omit({ description_html: true, description_text: true }),
  text: z.string(),
  reading: Reading.omit({ text: true }),
});

/** The postings themselves: a list of a cut, and one with its reading. */
export function postingRoutes(market: Market) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(list, async (c) => c.json(await listPostings(market, c.req.valid("query")), 200))
    .openapi(one, async (c) => {
      const { key } = c.req.valid("param");
      const stored = await getPosting(market, key);
      if (stored === null) return fail(c, 404, "not-found", `There is no posting ${key} in this market.`);
      const { description_html: _html, description_text: _text, ...posting } = stored.posting;
      // Evidence is not stored: the posting is read again, which takes less than looking a hundred rows up would.
      const { text = "", ...reading } = read(stored.posting, { withText: true });
      return c.json({ ...stored, posting, text, reading }, 200);
    });
}

const list = createRoute({
  method: "get",
  path: "/api/postings",
  tags: ["postings"],
  summary: "Postings of a cut, newest first, a page at a time",
  request: { query: onlyKnown(PostingsQuestion) },
  responses: { 200: { description: "A page; `next` is the cursor of the one after it", content: { "application/json": { schema: PostingsPage } } }, 400: invalid },
});

const one = createRoute({
  method: "get",
  path: "/api/postings/{key}",
  tags: ["postings"],
  summary: "One posting: its fields, its text and its reading with evidence",
  request: { params: z.object({ key: z.string().max(64) }), query: onlyKnown(z.object({})) },
  responses: { 200: { description: "The posting", content: { "application/json": { schema: PostingAnswer } } }, 400: invalid, 404: missing },
});
