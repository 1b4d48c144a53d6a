import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listNamed } from "../../market/ask.ts";
import { getPosting } from "../../market/questions/posting.ts";
import { PostingsPage, PostingsQuestion } from "../../market/questions/postings.ts";
import { askSimilar, SimilarAnswer, SimilarQuestion } from "../../market/questions/similar.ts";
import { getVacancy, Vacancy } from "../../market/questions/vacancy.ts";
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
  gone: z.string().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  posting: z.object(Posting.shape).omit({ description_html: true, description_text: true }),
  text: z.string(),
  reading: Reading.omit({ text: true }),
  vacancy: Vacancy.nullable(),
});

/** The postings themselves: a list of a cut, and one with its reading. */
export function postingRoutes(market: Market) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(list, async (c) => c.json(await listNamed(market, c.req.valid("query")), 200))
    .openapi(one, async (c) => {
      const { key } = c.req.valid("param");
      const stored = await getPosting(market, key);
      if (stored === null) return fail(c, 404, "not-found", `There is no posting ${key} in this market.`);
      const vacancy = await getVacancy(market, key);
      const { description_html: _html, description_text: _text, ...posting } = stored.posting;
      // Evidence is not stored: the posting is read again, which takes less than looking a hundred rows up would.
      const { text = "", ...reading } = read(stored.posting, { withText: true });
      return c.json({ ...stored, posting, text, reading, vacancy }, 200);
    })
    .openapi(similar, async (c) => {
      const { key } = c.req.valid("param");
      if ((await getPosting(market, key)) === null) return fail(c, 404, "not-found", `There is no posting ${key} in this market.`);
      return c.json(await askSimilar(market, key, c.req.valid("query").limit), 200);
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

const similar = createRoute({
  method: "get",
  path: "/api/postings/{key}/similar",
  tags: ["postings"],
  summary: "The postings of other vacancies that are nearest by content: skills that both name, mix over the layers, level",
  request: { params: z.object({ key: z.string().max(64) }), query: onlyKnown(SimilarQuestion) },
  responses: { 200: { description: "The nearest first, with what they share", content: { "application/json": { schema: SimilarAnswer } } }, 400: invalid, 404: missing },
});
