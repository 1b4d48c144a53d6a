import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { getPosting } from "../../market/questions/posting.ts";
import type { Market } from "../../market/store.ts";
import { OpinionUnusable } from "../../opinion/problems.ts";
import { read } from "../../reading/read.ts";
import { Opinion } from "../../terms/opinion.ts";
import { fail, invalid, missing, onlyKnown, refused, refuseInvalid, unavailable } from "../errors.ts";
import type { Opinions } from "../opinions.ts";

const Answer = z.object({ key: z.string(), opinion: z.object(Opinion.shape) });

/** A language model's second opinion of a posting: asked for by POST, as it costs something, and looked at by GET. Mounted only where a model is set. */
export function opinionRoutes(market: Market, opinions: Opinions) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(look, async (c) => {
      const { key } = c.req.valid("param");
      const text = await textOf(market, key);
      if (text === null) return fail(c, 404, "not-found", `There is no posting ${key} in this market.`);
      const opinion = opinions.get(key, text);
      if (opinion === null) return fail(c, 404, "not-found", `No second opinion of posting ${key} has been asked for since this server started. POST to this address asks the model.`);
      return c.json({ key, opinion }, 200);
    })
    .openapi(ask, async (c) => {
      const { key } = c.req.valid("param");
      const text = await textOf(market, key);
      if (text === null) return fail(c, 404, "not-found", `There is no posting ${key} in this market.`);
      try {
        const opinion = await opinions.ask(key, text);
        if (opinion === null) return fail(c, 503, "unavailable", "Other second opinions are being asked for. Ask again when they are there.");
        return c.json({ key, opinion }, 200);
      } catch (error) {
        if (error instanceof OpinionUnusable) return fail(c, 503, "unavailable", error.message);
        throw error;
      }
    });
}

async function textOf(market: Market, key: string): Promise<string | null> {
  const stored = await getPosting(market, key);
  return stored === null ? null : (read(stored.posting, { withText: true }).text ?? "");
}

const request = { params: z.object({ key: z.string().max(64) }), query: onlyKnown(z.object({})) };
const given = { description: "The opinion. `failures` says which runs gave none and why; where it abstains a value is null", content: { "application/json": { schema: Answer } } };

const look = createRoute({
  method: "get",
  path: "/api/postings/{key}/opinion",
  tags: ["postings"],
  summary: "The second opinion that was last given of this posting",
  request,
  responses: { 200: given, 400: invalid, 404: missing },
});

const ask = createRoute({
  method: "post",
  path: "/api/postings/{key}/opinion",
  tags: ["postings"],
  summary: "Ask the language model for a second opinion of this posting; its text is sent to the endpoint that STRATA_MODEL_URL names",
  request,
  responses: { 200: given, 400: invalid, 403: refused, 404: missing, 503: unavailable },
});
