import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { diagnose } from "../../brief/diagnose.ts";
import { askMarket } from "../../briefing/market.ts";
import { transparencyRules } from "../../briefing/rules.ts";
import type { Market } from "../../market/store.ts";
import { read } from "../../reading/read.ts";
import { textPosting } from "../../sources/page.ts";
import { Brief, BriefOptions } from "../../terms/brief.ts";
import { Posting } from "../../terms/posting.ts";
import { TransparencyRule } from "../../terms/transparency.ts";
import { invalid, onlyKnown, refused, refuseInvalid } from "../errors.ts";

/** A description as a posting with its fields, or as plain text whose first line may be its title. */
const Asked = z
  .strictObject({ posting: Posting.optional(), text: z.string().trim().min(1).optional(), options: BriefOptions.optional() })
  .refine(({ posting, text }) => (posting === undefined) !== (text === undefined), { error: "give one of posting and text" });

/** From a description to a brief: findings, what is missing, rules on pay, the market's figures. */
export function briefRoutes(market: Market, now: () => Date = () => new Date()) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(make, async (c) => {
      const { posting, text, options } = c.req.valid("json");
      const described = posting ?? postingOf(text!);
      const reading = read(described, { withText: true });
      const brief = diagnose(described, reading, { rules: transparencyRules(), options, market: await askMarket(market, described, reading), day: now().toISOString().slice(0, 10) });
      return c.json(brief, 200);
    })
    .openapi(rules, (c) => c.json({ rules: [...transparencyRules()] }, 200));
}

function postingOf(text: string): Posting {
  const found = textPosting(text);
  return "posting" in found ? found.posting : { description_text: text };
}

const none = onlyKnown(z.object({}));
const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });

const make = createRoute({
  method: "post", path: "/api/brief", tags: ["brief"], summary: "Hold a description against its own content, the rules on pay in postings, and the market",
  request: { query: none, body: { required: true, ...json(Asked) } },
  responses: { 200: { description: "The brief; all offsets are into its text", ...json(Brief) }, 400: invalid, 403: refused },
});

const rules = createRoute({
  method: "get", path: "/api/brief/rules", tags: ["brief"], summary: "The dated rules on pay in postings, by jurisdiction", request: { query: none },
  responses: { 200: { description: "Rules by id", ...json(z.object({ rules: z.array(TransparencyRule) })) }, 400: invalid },
});
