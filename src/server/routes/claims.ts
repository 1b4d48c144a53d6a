import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import { claimsQuestion } from "../../market/questions/claims.ts";
import type { Answers } from "../../market/answers.ts";
import { invalid, onlyKnown, refuseInvalid, unavailable } from "../errors.ts";
import { answerIn, formsOf } from "../forms.ts";

/** The ledger of published claims under an address of its own; the catalogue serves it beside the other questions too. */
export function claimRoutes(answers: Answers) {
  return new OpenAPIHono({ defaultHook: refuseInvalid }).openapi(claims, async (c) => answerIn<z.output<typeof claimsQuestion.answer>>(c, "claims", await answers.ask("claims", c.req.valid("query"))));
}

const claims = createRoute({
  method: "get",
  path: "/api/claims",
  tags: ["market"],
  summary: claimsQuestion.about,
  request: { query: onlyKnown(claimsQuestion.asks) },
  responses: { 200: { description: "Every claim with its verdict, its figure, and the query behind it", content: formsOf(claimsQuestion.answer) }, 400: invalid, 503: unavailable },
});
