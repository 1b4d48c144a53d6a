import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { meaningOf, meantBy } from "../../market/names.ts";
import { employerNames } from "../../market/questions/employer-names.ts";
import type { Market } from "../../market/store.ts";
import { NameKind } from "../../terms/market-name.ts";
import { invalid, onlyKnown, refuseInvalid } from "../errors.ts";

const Names = z.object({
  found: z.array(z.object({ of: NameKind, value: z.string(), name: z.string(), here: z.boolean() })),
  meant: z.array(z.object({ of: NameKind, name: z.string() })),
});
type Names = z.infer<typeof Names>;

/** What a name means in this market. */
export function nameRoutes(market: Market) {
  return new OpenAPIHono({ defaultHook: refuseInvalid }).openapi(names, async (c) => c.json(await called(market, c.req.valid("query").called), 200));
}

async function called(market: Market, written: string): Promise<Names> {
  const found: Names["found"] = [];
  for (const of of NameKind.options) {
    const meaning = await meaningOf(market, of, written);
    const names = of === "employer" ? await employerNames(market, meaning?.named.map(({ value }) => value) ?? []) : null;
    found.push(...(meaning?.named.map(({ value, name }) => ({ of, value, name: names?.get(value) ?? name, here: meaning.here })) ?? []));
  }
  const meant: Names["meant"] = [];
  if (found.length === 0) for (const of of NameKind.options) meant.push(...(await meantBy(market, of, written, { here: true })).map((name) => ({ of, name })));
  return { found, meant };
}

const names = createRoute({
  method: "get",
  path: "/api/names",
  tags: ["market"],
  summary: "The skills, cities and employers that are called so; where nothing is, those that may have been meant",
  request: { query: onlyKnown(z.object({ called: z.string().trim().min(1).max(200) })) },
  responses: { 200: { description: "`here` is false for what is known, and what no vacancy of this market names", content: { "application/json": { schema: Names } } }, 400: invalid },
});
