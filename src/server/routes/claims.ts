import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { claimsQuestion } from "../../market/questions/claims.ts";
import type { Market } from "../../market/store.ts";
import { invalid, onlyKnown, refuseInvalid } from "../errors.ts";

/** The ledger of published claims under an address of its own; the catalogue serves it beside the other questions too. */
export function claimRoutes(market: Market) {
  return new OpenAPIHono({ defaultHook: refuseInvalid }).openapi(claims, async (c) => c.json(await claimsQuestion.ask(market, c.req.valid("query")), 200));
}

const claims = createRoute({
  method: "get",
  path: "/api/claims",
  tags: ["market"],
  summary: claimsQuestion.about,
  request: { query: onlyKnown(claimsQuestion.asks) },
  responses: { 200: { description: "Every claim with its verdict, its figure, and the query behind it", content: { "application/json": { schema: claimsQuestion.answer } } }, 400: invalid },
});
