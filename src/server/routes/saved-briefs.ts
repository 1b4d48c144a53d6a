import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { changesBetween } from "../../brief/changes.ts";
import { makeBrief } from "../../briefing/make-brief.ts";
import { briefPdf } from "../../briefing/pdf.ts";
import type { SavedBriefs } from "../../briefing/saved-briefs.ts";
import type { Market } from "../../market/store.ts";
import { Brief, BriefOptions } from "../../terms/brief.ts";
import { Posting } from "../../terms/posting.ts";
import { BriefChanges, BriefVersion, type SavedBrief, SavedBriefRow } from "../../terms/saved-brief.ts";
import { SecretId } from "../../terms/secret-id.ts";
import { fail, invalid, missing, onlyKnown, refused, refuseInvalid, unavailable } from "../errors.ts";
import { limited } from "./briefs.ts";

const VersionRow = z.object({ version: z.number(), saved: z.string(), note: z.string().nullable(), changes: BriefChanges.nullable() });
/** A saved description: its newest version whole, of the others what changed with each. */
const Opened = z.object({ id: SecretId, made: z.string(), share: SecretId.nullable(), newest: BriefVersion, versions: z.array(VersionRow) });
/** What whoever has the link may see: the description and its brief, and neither notes nor versions. */
const Shared = z.object({ saved: z.string(), brief: Brief });
const Save = z.strictObject({ posting: Posting, options: BriefOptions.optional(), note: z.string().trim().max(500).nullish(), id: SecretId.optional() });

/** Descriptions that are kept, with their versions and links to share them. The brief of a version is made once, on the day it is saved. */
export function savedBriefRoutes(market: Market, saved: SavedBriefs, now: () => Date = () => new Date()) {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.use("/api/briefs", limited(4 * 1024 * 1024));
  return app
    .openapi(save, async (c) => {
      const { posting, options, note, id } = c.req.valid("json");
      const brief = await makeBrief(posting, { market, options, now: now() });
      const kept = await saved.save({ note: note ?? null, source: { description_html: posting.description_html ?? null, description_text: posting.description_text ?? null }, brief }, id ?? null);
      return kept === null ? none(c) : c.json(opened(kept), 200);
    })
    .openapi(list, async (c) => c.json(await listed(saved), 200))
    .openapi(one, async (c) => {
      const kept = await saved.get(c.req.valid("param").id);
      return kept === null ? none(c) : c.json(opened(kept), 200);
    })
    .openapi(version, async (c) => {
      const { id, version: number } = c.req.valid("param");
      const found = (await saved.get(id))?.versions.find((each) => each.version === number);
      return found === undefined ? none(c) : c.json(found, 200);
    })
    .openapi(pdf, async (c) => {
      const kept = await saved.get(c.req.valid("param").id);
      if (kept === null) return none(c);
      const bytes = await briefPdf(kept.versions.at(-1)!.brief);
      return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { "Content-Type": "application/pdf", "Content-Disposition": 'attachment; filename="brief.pdf"' });
    })
    .openapi(remove, async (c) => ((await saved.remove(c.req.valid("param").id)) ? c.json({ removed: true }, 200) : none(c)))
    .openapi(share, async (c) => {
      const kept = await saved.share(c.req.valid("param").id, c.req.valid("json").on);
      return kept === null ? none(c) : c.json({ share: kept.share }, 200);
    })
    .openapi(shared, async (c) => {
      const kept = await saved.shared(c.req.valid("param").share);
      if (kept === null) return fail(c, 404, "not-found", "Nothing is shared under this address, or no longer.");
      const newest = kept.versions.at(-1)!;
      return c.json({ saved: newest.saved, brief: newest.brief }, 200);
    });
}

async function listed(saved: SavedBriefs) {
  const { rows, skipped } = await saved.list();
  return { rows, skipped: skipped.length };
}

function none(c: Parameters<typeof fail>[0]) {
  return fail(c, 404, "not-found", "There is no such description here.");
}

function opened({ id, made, share: secret, versions }: SavedBrief): z.infer<typeof Opened> {
  const rows = versions.map(({ version: number, saved, note, brief }, i) => ({ version: number, saved, note, changes: i === 0 ? null : changesBetween(versions[i - 1]!.brief, brief) }));
  return { id, made, share: secret, newest: versions.at(-1)!, versions: rows };
}

const noQuery = onlyKnown(z.object({}));
const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });
const byId = { query: noQuery, params: z.object({ id: SecretId }) };

const save = createRoute({
  method: "post", path: "/api/briefs", tags: ["brief"], summary: "Keep a description: a new one, or with `id` the next version of one", request: { query: noQuery, body: { required: true, ...json(Save) } },
  responses: { 200: { description: "The description with its versions", ...json(Opened) }, 400: invalid, 403: refused, 404: missing, 503: unavailable, 413: invalid },
});

const list = createRoute({
  method: "get", path: "/api/briefs", tags: ["brief"], summary: "The descriptions that are kept, the last saved first", request: { query: noQuery },
  responses: { 200: { description: "A row each; `skipped`: how many files are damaged, which the server's log names", ...json(z.object({ rows: z.array(SavedBriefRow), skipped: z.number().int() })) }, 400: invalid },
});

const one = createRoute({
  method: "get", path: "/api/briefs/{id}", tags: ["brief"], summary: "A kept description: its newest version, and what changed with each", request: byId,
  responses: { 200: { description: "The description", ...json(Opened) }, 400: invalid, 404: missing, 503: unavailable },
});

const version = createRoute({
  method: "get", path: "/api/briefs/{id}/versions/{version}", tags: ["brief"], summary: "One version with its brief as it was on that day", request: { query: noQuery, params: z.object({ id: SecretId, version: z.coerce.number().int().min(1) }) },
  responses: { 200: { description: "The version", ...json(BriefVersion) }, 400: invalid, 404: missing, 503: unavailable },
});

const pdf = createRoute({
  method: "get", path: "/api/briefs/{id}/pdf", tags: ["brief"], summary: "The newest version as a PDF", request: byId,
  responses: { 200: { description: "The PDF", content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } } }, 400: invalid, 404: missing, 503: unavailable },
});

const remove = createRoute({
  method: "delete", path: "/api/briefs/{id}", tags: ["brief"], summary: "Remove a description with all its versions", request: byId,
  responses: { 200: { description: "It is gone", ...json(z.object({ removed: z.boolean() })) }, 400: invalid, 403: refused, 404: missing, 503: unavailable },
});

const share = createRoute({
  method: "post", path: "/api/briefs/{id}/share", tags: ["brief"], summary: "Let whoever has the link read the newest version, or nobody any more", request: { ...byId, body: { required: true, ...json(z.strictObject({ on: z.boolean() })) } },
  responses: { 200: { description: "The secret of the link; null where nobody may", ...json(z.object({ share: SecretId.nullable() })) }, 400: invalid, 403: refused, 404: missing, 503: unavailable },
});

const shared = createRoute({
  method: "get", path: "/api/shared-briefs/{share}", tags: ["brief"], summary: "What is shared under a link: read only", request: { query: noQuery, params: z.object({ share: SecretId }) },
  responses: { 200: { description: "The newest version's brief", ...json(Shared) }, 400: invalid, 404: missing, 503: unavailable },
});
