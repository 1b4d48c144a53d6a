import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { WrongOption } from "../../brief/limits.ts";
import { makeOutputs } from "../../brief/outputs/outputs.ts";
import { seenOf } from "../../brief/seen.ts";
import { withHead } from "../../reading/head/head.ts";
import { makeBrief } from "../../briefing/make-brief.ts";
import { briefPdf } from "../../briefing/pdf.ts";
import { transparencyRules } from "../../briefing/rules.ts";
import { scorecards } from "../../briefing/scorecards.ts";
import type { Market } from "../../market/store.ts";
import { documentBytes, onePosting } from "../../sources/documents/one-posting.ts";
import { fetchBody } from "../../sources/guard.ts";
import { textPosting } from "../../sources/page.ts";
import { BriefOutputs, Scorecards } from "../../terms/brief-outputs.ts";
import { Brief, BriefOptions } from "../../terms/brief.ts";
import { Posting } from "../../terms/posting.ts";
import { refusals } from "../../terms/refusal.ts";
import { TransparencyRule } from "../../terms/transparency.ts";
import { fail, invalid, notTaken, onlyKnown, refused, refuseInvalid, unavailable } from "../errors.ts";

/** Fetches one page for a person. */
export type FetchPage = (url: string) => Promise<{ url: string; body: AsyncIterable<Uint8Array> }>;

/** A description as a posting with its fields, or as plain text whose first lines may tell its title and place. */
export const Described = z
  .strictObject({ posting: Posting.optional(), text: z.string().trim().min(1, "there is no text").optional(), options: BriefOptions.optional() })
  .refine(({ posting, text }) => (posting === undefined) !== (text === undefined), { error: "give one of posting and text" });
export type Described = z.infer<typeof Described>;

const mostJson = 4 * 1024 * 1024;
const publicPage: FetchPage = (url) => fetchBody(url, { wayOut: "it is not read from here; save it to a file and upload that" });

/** A description of a file or page comes back as it was read, to be edited: without what the brief says is hidden in it. */
const Read = z.object({ posting: Posting, brief: Brief });
type Read = z.infer<typeof Read>;
const UploadedFile = z.custom<File>((value) => value instanceof File, "give a file").openapi({ type: "string", format: "binary" });

/** From a description to a brief: findings, what is missing, rules on pay, the market's figures; and what is made of it. Nothing is kept. */
export function briefRoutes(market: Market, { now = () => new Date(), fetchPage = publicPage }: { now?: () => Date; fetchPage?: FetchPage } = {}) {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.use("/api/brief", limited(mostJson));
  app.use("/api/brief/:rest{outputs|pdf|fetch}", limited(mostJson));
  app.use("/api/brief/upload", limited(documentBytes + 64 * 1024), formsOnly);
  const briefOf = (posting: Posting, options: BriefOptions | undefined): Promise<Brief> => makeBrief(posting, { market, options, now: now() });
  const readOf = async (posting: Posting, options: BriefOptions | undefined): Promise<Read> => ({ posting: withHead(seenOf(posting).posting), brief: await briefOf(posting, options) });
  return app
    .openapi(make, async (c) => {
      const described = c.req.valid("json");
      return c.json(await briefOf(postingOf(described), described.options), 200);
    })
    .openapi(upload, async (c) => {
      const { file, options } = c.req.valid("form");
      const posting = await onePosting(file.stream(), { name: file.name || "the file" });
      return c.json(await readOf(posting, optionsIn(options)), 200);
    })
    .openapi(fetchOne, async (c) => {
      const { url: address, options } = c.req.valid("json");
      const { url, body } = await fetchPage(address);
      return c.json(await readOf(await onePosting(body, { name: url, url }), options), 200);
    })
    .openapi(outputs, async (c) => {
      const described = c.req.valid("json");
      const brief = await briefOf(postingOf(described), described.options);
      return c.json({ brief, outputs: makeOutputs(brief, scorecards()) }, 200);
    })
    .openapi(pdf, async (c) => {
      const described = c.req.valid("json");
      const bytes = await briefPdf(await briefOf(postingOf(described), described.options));
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { "Content-Type": "application/pdf", "Content-Disposition": 'attachment; filename="brief.pdf"' });
    })
    .openapi(rules, (c) => c.json({ rules: [...transparencyRules()] }, 200))
    .openapi(cards, (c) => c.json(scorecards(), 200));
}

const takesForms = 'multipart/form-data with the file in its field "file": PDF, Word (.docx), web page, text or JSON';

function formsOnly(c: Context, next: Next): Promise<Response | void> {
  return /^multipart\/form-data\b/i.test(c.req.header("content-type") ?? "") ? next() : Promise.resolve(notTaken(c, takesForms));
}

/** Requests that are larger than a description can be, before they are read. */
export function limited(bytes: number) {
  return bodyLimit({ maxSize: bytes, onError: (c) => fail(c, 413, "bad-request", `The request is larger than ${Math.floor(bytes / 1048576)} MB: no description is.`) });
}

/** The description that was asked about, as a posting. */
export function postingOf({ posting, text }: Described): Posting {
  if (posting !== undefined) return posting;
  const found = textPosting(text!);
  return "posting" in found ? found.posting : { description_text: text! };
}

/** Options in a form come as JSON in a field. */
function optionsIn(text: string | undefined): BriefOptions | undefined {
  if (text === undefined || text === "") return undefined;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new WrongOption("options: not JSON");
  }
  const parsed = BriefOptions.safeParse(given);
  if (!parsed.success) throw new WrongOption(refusals(parsed.error, given, (name, value) => `options.${name}${value === null ? "" : ` ${JSON.stringify(value)}`}`).join("; "));
  return parsed.data;
}

const none = onlyKnown(z.object({}));
const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });
const tooLarge = { ...invalid, description: "The request is larger than a description can be" };
const unusable = { 400: invalid, 403: refused, 413: tooLarge };

const make = createRoute({
  method: "post", path: "/api/brief", tags: ["brief"], summary: "Hold a description against its own content, the rules on pay in postings, and the market",
  request: { query: none, body: { required: true, ...json(Described) } },
  responses: { 200: { description: "The brief; all offsets are into its text", ...json(Brief) }, ...unusable },
});

const upload = createRoute({
  method: "post", path: "/api/brief/upload", tags: ["brief"], summary: "The same of a file: PDF, Word (.docx), web page, text, JSON; at most 10 MB. Parsed in a process of its own, with caps on time and memory",
  request: { query: none, body: { required: true, content: { "multipart/form-data": { schema: z.object({ file: UploadedFile, options: z.string().optional().openapi({ description: "BriefOptions as JSON" }) }) } } } },
  responses: { 200: { description: "The description that was read, and its brief", ...json(Read) }, ...unusable, 503: unavailable },
});

const fetchOne = createRoute({
  method: "post", path: "/api/brief/fetch", tags: ["brief"], summary: "The same of a page of the public web",
  request: { query: none, body: { required: true, ...json(z.strictObject({ url: z.url().max(2000), options: BriefOptions.optional() })) } },
  responses: { 200: { description: "The description that was read, and its brief", ...json(Read) }, ...unusable, 502: { ...invalid, description: "The page did not come" }, 503: unavailable },
});

const outputs = createRoute({
  method: "post", path: "/api/brief/outputs", tags: ["brief"], summary: "A cleaner description (Markdown, HTML, schema.org JobPosting), a scorecard and a plan of interviews",
  request: { query: none, body: { required: true, ...json(Described) } },
  responses: { 200: { description: "The brief and what is made of it", ...json(z.object({ brief: Brief, outputs: BriefOutputs })) }, ...unusable },
});

const pdf = createRoute({
  method: "post", path: "/api/brief/pdf", tags: ["brief"], summary: "The brief and what is made of it as a PDF",
  request: { query: none, body: { required: true, ...json(Described) } },
  responses: { 200: { description: "The PDF", content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } } }, ...unusable },
});

const rules = createRoute({
  method: "get", path: "/api/brief/rules", tags: ["brief"], summary: "The dated rules on pay in postings, by jurisdiction", request: { query: none },
  responses: { 200: { description: "Rules by id", ...json(z.object({ rules: z.array(TransparencyRule) })) }, 400: invalid },
});

const cards = createRoute({
  method: "get", path: "/api/brief/scorecards", tags: ["brief"], summary: "What is rated by layer and role, and in which conversations", request: { query: none },
  responses: { 200: { description: "Attributes, by layer and role, and stages", ...json(Scorecards) }, 400: invalid },
});
