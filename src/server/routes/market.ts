import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "hono";
import { type AskedOf, type FoundOf, questionNames, questionOf, type QuestionName } from "../../market/questions/catalogue.ts";
import type { Answers } from "../../market/answers.ts";
import { invalid, onlyKnown, refuseInvalid, unavailable } from "../errors.ts";
import { answerIn, formsOf } from "../forms.ts";

/** What the market asks for: every question of the catalogue, with the parameters that `strata market` takes. */
export function marketRoutes(answers: Answers): OpenAPIHono<Env, MarketSchema> {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  for (const name of questionNames) app.openapi(routeOf(name), async (c) => answerIn(c, name, await answers.ask(name, c.req.valid("query"))));
  // Routes made in a loop leave no types behind; these are the ones the catalogue gives them.
  return app as unknown as OpenAPIHono<Env, MarketSchema>;
}

function routeOf(name: QuestionName) {
  const { about, asks, answer } = questionOf(name);
  return createRoute({
    method: "get",
    path: `/api/market/${name}`,
    tags: ["market"],
    summary: about,
    request: { query: onlyKnown(asks) },
    responses: { 200: { description: "The answer, with the query behind it", content: formsOf(answer) }, 400: invalid, 503: unavailable },
  });
}

/** The questions as the API's typed client sees them. */
type MarketSchema = { [Name in QuestionName as `/api/market/${Name}`]: { $get: { input: { query: AskedOf<Name> }; output: FoundOf<Name>; outputFormat: "json"; status: 200 } } };
