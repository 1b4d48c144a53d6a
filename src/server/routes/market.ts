import { createRoute, OpenAPIHono, type z } from "@hono/zod-openapi";
import { answerOf } from "../../market/questions/answer.ts";
import { Cut } from "../../market/questions/cut.ts";
import { askLayers, LayerRow } from "../../market/questions/layers.ts";
import { askPay, PayQuestion, PayRow } from "../../market/questions/pay.ts";
import { askRoles, RoleRow } from "../../market/questions/roles.ts";
import { askSkills, SkillRow, SkillsQuestion } from "../../market/questions/skills.ts";
import type { Market } from "../../market/store.ts";
import { invalid, onlyKnown, refuseInvalid } from "../errors.ts";

/** What the market asks for: the questions of `strata market`, with the same parameters. */
export function marketRoutes(market: Market) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(roles, async (c) => c.json(await askRoles(market, c.req.valid("query")), 200))
    .openapi(layers, async (c) => c.json(await askLayers(market, c.req.valid("query")), 200))
    .openapi(skills, async (c) => c.json(await askSkills(market, c.req.valid("query")), 200))
    .openapi(pay, async (c) => c.json(await askPay(market, c.req.valid("query")), 200));
}

const roles = question("/api/market/roles", "Roles by content: postings, employers, share, pay and skills", Cut, answerOf(RoleRow));
const layers = question("/api/market/layers", "The five layers: postings, share of the work, pay", Cut, answerOf(LayerRow));
const skills = question("/api/market/skills", "Skills: how many postings name, require or prefer them", SkillsQuestion, answerOf(SkillRow));
const pay = question("/api/market/pay", "Yearly pay by role, layer, seniority or country, in the currency it is stated in", PayQuestion, answerOf(PayRow));

function question<P extends string, Q extends z.ZodObject, A extends z.ZodType>(path: P, summary: string, query: Q, answer: A) {
  return createRoute({
    method: "get",
    path,
    tags: ["market"],
    summary,
    request: { query: onlyKnown(query) },
    responses: { 200: { description: "The answer, with the query behind it", content: { "application/json": { schema: answer } } }, 400: invalid },
  });
}
