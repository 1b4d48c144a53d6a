import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { NoDescription, WrongOption } from "../brief/limits.ts";
import { DamagedBrief } from "../briefing/brief-file.ts";
import { TooManyVersions } from "../briefing/saved-briefs.ts";
import { QuestionRefused, RatesUnusable, RefreshUnderWay, StoreUnusable, UnknownNames, UnknownSource } from "../market/problems.ts";
import { DocumentUnusable, TooManyDocuments } from "../sources/documents/problems.ts";
import { FetchRefused, NoSource } from "../sources/guard-problem.ts";
import { UnknownName } from "../terms/market-name.ts";
import { refusals, type Written } from "../terms/refusal.ts";

/** What every failed request answers. `code` is for programs, `message` says to people what is wrong and what to do. */
export const Failure = z
  .object({ error: z.object({ code: z.enum(["bad-request", "unknown-name", "not-found", "wrong-host", "wrong-origin", "under-way", "not-answered", "unavailable", "internal"]), message: z.string(), names: z.array(UnknownName).optional().describe("of unknown-name: each name that means nothing here, and what may have been meant") }) })
  .openapi("Failure");
export type Failure = z.infer<typeof Failure>;

const body = { content: { "application/json": { schema: Failure } } };
export const invalid = { description: "A parameter is not as it should be; the message names it", ...body };
export const unavailable = { description: "It cannot be done now; the message says what to wait for or to mend", ...body };
export const missing = { description: "There is no such thing", ...body };

export const refused = { description: "The request came from a page of another site", ...body };

export type FailureCode = Failure["error"]["code"];

export function fail<S extends ContentfulStatusCode>(c: Context, status: S, code: FailureCode, message: string) {
  return c.json({ error: { code, message } } satisfies Failure, status);
}

/** The one place where a thrown error becomes an answer. What we did not foresee goes to `log`, never to the caller. */
export function answerError(log: (message: string) => void) {
  return (error: Error, c: Context) => {
    if (error instanceof HTTPException && error.status === 415) return notTaken(c, "application/json");
    if (error instanceof HTTPException) return fail(c, error.status, error.status === 404 ? "not-found" : "bad-request", error.message.startsWith("Malformed JSON") ? "The body of the request is not JSON." : error.message);
    if (error instanceof UnknownNames) return c.json({ error: { code: "unknown-name", message: error.message, names: [...error.names] } } satisfies Failure, 400);
    if (error instanceof QuestionRefused) return fail(c, 400, "bad-request", error.message);
    if (error instanceof NoSource) return fail(c, 400, "bad-request", error.message);
    if (error instanceof UnknownSource) return fail(c, 404, "not-found", error.message);
    if (error instanceof TooManyVersions || error instanceof NoDescription || error instanceof WrongOption || error instanceof DocumentUnusable) return fail(c, 400, "bad-request", error.message);
    if (error instanceof RefreshUnderWay) return fail(c, 409, "under-way", error.message);
    if (error instanceof FetchRefused) return fail(c, 502, "not-answered", error.message);
    if (error instanceof DamagedBrief || error instanceof StoreUnusable) {
      log(error.message);
      return fail(c, 503, "unavailable", error.message);
    }
    if (error instanceof TooManyDocuments) return fail(c, 503, "unavailable", error.message);
    if (error instanceof RatesUnusable) return fail(c, 503, "unavailable", `${error.message} Take in others with: strata rates FILE`);
    log(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`);
    return fail(c, 500, "internal", "This request failed on our side. The terminal that runs Strata says why.");
  };
}

/** Refuses a body that was sent as something else than the address `takes`. */
export function notTaken(c: Context, takes: string) {
  const sent = c.req.header("content-type");
  return fail(c, 415, "bad-request", `The body was sent ${sent === undefined ? "without a content-type" : `as ${sent.slice(0, 80)}`}; this address takes ${takes}.`);
}

/** A query that takes only the parameters of its schema: a mistyped filter must not look like an answer to it. */
export function onlyKnown<Q extends z.ZodObject>(query: Q): Q {
  const known = Object.keys(query.shape);
  const there = known.length === 0 ? "this address takes no parameters" : `the parameters here are ${known.join(", ")}`;
  const strict = query.strict();
  // Cloned, not made anew of its fields: it keeps what it checks of several together. Strictness changes what is refused, not what comes out.
  return strict.clone({ ...strict.def, error: (issue: z.core.$ZodRawIssue) => (issue.code === "unrecognized_keys" ? `there is no parameter ${(issue as { keys?: string[] }).keys?.join(", ") ?? ""}; ${there}` : undefined) }) as unknown as Q;
}

/** Hook of every route: parameters and bodies that their schema refuses. */
export function refuseInvalid(result: { success: boolean; error?: z.ZodError; data?: unknown; target?: string }, c: Context) {
  if (result.success) return undefined;
  const written = result.target === "json" || result.target === "form" ? inBody : inAddress;
  return fail(c, 400, "bad-request", result.error === undefined ? "The request is not as /openapi.json describes it." : refusals(result.error, result.data, written).join("; "));
}

const inAddress: Written = (name, value) => (value === null ? name : `${name}=${value}`);
const inBody: Written = (name, value) => (value === null ? name : `${name} ${JSON.stringify(value)}`);
