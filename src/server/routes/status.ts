import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Totals } from "../../market/questions/totals.ts";
import type { Answers } from "../../market/answers.ts";
import { engine } from "../../reading/read.ts";
import { invalid, onlyKnown, refuseInvalid } from "../errors.ts";

const Status = z.object({ engine: z.string(), sample: z.boolean(), totals: Totals });

/** What runs here, and what it holds. */
export function statusRoutes(answers: Answers) {
  return new OpenAPIHono({ defaultHook: refuseInvalid }).openapi(status, async (c) => {
    const totals = await answers.totals();
    return c.json({ engine, sample: totals.sample, totals }, 200);
  });
}

const status = createRoute({
  method: "get",
  path: "/api/status",
  tags: ["status"],
  summary: "The reader's version, and what the market holds",
  request: { query: onlyKnown(z.object({})) },
  responses: { 200: { description: "`sample` is true where the market is the invented one", content: { "application/json": { schema: Status } } }, 400: invalid },
});
