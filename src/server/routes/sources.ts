import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { SourceDesk } from "../../market/sources/desk.ts";
import { Dropped, type RefreshEvent, RefreshState, Source } from "../../terms/source.ts";
import { invalid, missing, onlyKnown, refused, refuseInvalid } from "../errors.ts";

const Added = z.object({ names: z.array(z.string()), added: z.array(z.string()) });
const Named = z.string().min(1).max(2000);
/** One source, or several, one a line. */
const Asked = z.string().min(1).max(20_000);

/** What the market follows: list, add, refresh with its progress, remove. Files are followed by the command line only: a page must not be able to have a file read. */
export function sourceRoutes(desk: SourceDesk, log: (message: string) => void = () => undefined) {
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(list, async (c) => c.json({ rows: await desk.list() }, 200))
    .openapi(dropped, async (c) => c.json({ rows: await desk.dropped() }, 200))
    .openapi(add, async (c) => c.json(await desk.add(c.req.valid("json").source), 200))
    .openapi(refresh, async (c) => {
      const { sources } = c.req.valid("json");
      const { ended } = await desk.start(sources ?? null);
      // What breaks off from here on is told by the state, and in the log.
      ended.catch((error: unknown) => log(`refresh of sources: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
      return c.json(desk.state(), 202);
    })
    .openapi(progress, (c) => c.json(desk.state(), 200))
    .openapi(events, (c) => streamProgress(c, desk))
    .openapi(cancel, (c) => {
      desk.cancel();
      return c.json(desk.state(), 200);
    })
    .openapi(remove, async (c) => c.json({ postings: await desk.remove(c.req.valid("query").source) }, 200));
}

/** A line now and then keeps what stands between from taking a slow board for the end. */
const stillHereMs = 15_000;

/** Tells of the refresh as it goes on, until it has ended: first how it stands, then what is new. */
function streamProgress(c: Context, desk: SourceDesk): Response {
  return streamSSE(c, async (stream) => {
    let wake: (() => void) | null = null;
    const unwatch = desk.watch(() => wake?.());
    stream.onAbort(() => wake?.());
    try {
      for (let from = 0; !stream.aborted; ) {
        const changed = new Promise<"changed">((resolve) => (wake = () => resolve("changed")));
        // What is told, not the state itself: that goes on while this is being sent.
        const { running, ...state } = desk.state();
        const told = state.done.length;
        await stream.writeSSE({ event: "refresh", data: JSON.stringify({ running, ...state, done: state.done.slice(from), from } satisfies RefreshEvent) });
        if (!running) break;
        from = told;
        while ((await Promise.race([changed, stream.sleep(stillHereMs)])) !== "changed") await stream.write(": still here\n\n");
      }
    } finally {
      unwatch();
    }
  });
}

const none = onlyKnown(z.object({}));
const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });

const list = createRoute({
  method: "get", path: "/api/sources", tags: ["sources"], summary: "What the market follows and holds, with how the last fetch went", request: { query: none },
  responses: { 200: { description: "Sources by name", ...json(z.object({ rows: z.array(Source) })) }, 400: invalid },
});

const dropped = createRoute({
  method: "get", path: "/api/sources/dropped", tags: ["sources"], summary: "What the last fetch or import of each source left out, by reason", request: { query: none },
  responses: { 200: { description: "Reasons, the most frequent first, each with an example", ...json(z.object({ rows: z.array(Dropped) })) }, 400: invalid },
});

const add = createRoute({
  method: "post", path: "/api/sources", tags: ["sources"], summary: "Follow a board, a careers page, a page with postings, or the list of AI employers, several of them one a line; they are fetched by the next refresh",
  request: { query: none, body: { required: true, ...json(z.strictObject({ source: Asked })) } },
  responses: { 200: { description: "The sources that were meant, and those that are new", ...json(Added) }, 400: invalid, 403: refused, 502: { ...invalid, description: "A page that had to be looked at did not come" } },
});

const refresh = createRoute({
  method: "post", path: "/api/sources/refresh", tags: ["sources"], summary: "Begin to fetch the sources that are named, or those that are due",
  request: { query: none, body: { required: true, ...json(z.strictObject({ sources: z.array(Named).min(1).max(10_000).optional() })) } },
  responses: { 202: { description: "It has begun; its progress stands under the same address", ...json(RefreshState) }, 400: invalid, 403: refused, 404: missing, 409: { ...invalid, description: "Another refresh is under way" } },
});

const progress = createRoute({
  method: "get", path: "/api/sources/refresh", tags: ["sources"], summary: "How the refresh stands that is under way, or how the last one ended", request: { query: none },
  responses: { 200: { description: "The sources that are done, of how many", ...json(RefreshState) }, 400: invalid },
});

const events = createRoute({
  method: "get", path: "/api/sources/refresh/events", tags: ["sources"], summary: "The refresh as it goes on, as server-sent events named refresh, until it has ended", request: { query: none },
  responses: { 200: { description: "Each event's data is the state, with what is done since the event before; `from` have been told", content: { "text/event-stream": { schema: z.string() } } }, 400: invalid },
});

const cancel = createRoute({
  method: "delete", path: "/api/sources/refresh", tags: ["sources"], summary: "End the refresh that is under way; what is done stays", request: { query: none },
  responses: { 200: { description: "How it stands: boards that are being read are let go within seconds", ...json(RefreshState) }, 400: invalid, 403: refused },
});

const remove = createRoute({
  method: "delete", path: "/api/sources", tags: ["sources"], summary: "Follow a source no more, and take its postings out of the market", request: { query: onlyKnown(z.object({ source: Named })) },
  responses: { 200: { description: "How many postings went", ...json(z.object({ postings: z.number() })) }, 400: invalid, 403: refused, 404: missing },
});
