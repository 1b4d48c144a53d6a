import { z } from "zod";
import { fetchReply } from "../sources/guard.ts";
import { FetchRefused } from "../sources/guard-problem.ts";
import type { RunFailure } from "../terms/opinion.ts";
import type { Prompt } from "./prompt.ts";
import type { OpinionSettings } from "./settings.ts";

/** What a model wrote, or why nothing of it counts. `used`: the tokens it says it took, null where it does not say. `over`: other runs would fail alike. */
export type Written = { text: string; used: number | null } | { why: RunFailure; message: string; used: number | null; over: boolean };

/** Why a connection failed, in our words: what the SDK makes of it may hold the request. */
type Failed = { why: RunFailure; message: string; over: boolean };

/** An answer with its wrapping is far below 40 bytes a token; a model that thinks aloud is within this too. */
const bytesPerToken = 40;
const wrapping = 64 * 1024;

/** One question to the model, without tools, over the guard's connections only. Nothing that the endpoint says gets into a message. */
export async function askModel(settings: OpinionSettings, prompt: Prompt, signal?: AbortSignal): Promise<Written> {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  let failed: Failed | null = null;
  const guarded = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    try {
      return await throughGuard(settings, input, init);
    } catch (error) {
      failed = failureOf(error, settings);
      throw error;
    }
  };
  const provider = createOpenAICompatible({
    name: "strata",
    baseURL: settings.url.href.replace(/\/+$/, ""),
    fetch: guarded,
    transformRequestBody: ({ max_tokens: limit, ...body }) => ({ ...body, [settings.limitField]: limit }),
    ...(settings.key === null ? {} : { apiKey: settings.key }),
  });
  try {
    const answer = await provider.chatModel(settings.model).doGenerate({
      prompt: [{ role: "system", content: prompt.system }, { role: "user", content: [{ type: "text", text: prompt.user }] }],
      maxOutputTokens: settings.answerTokens,
      ...(signal === undefined ? {} : { abortSignal: signal }),
    });
    const used = sumOf(answer.usage.inputTokens.total, answer.usage.outputTokens.total);
    const unusable = whyUnusable(answer.content, answer.finishReason.unified, answer.response?.body);
    if (unusable !== null) return { ...unusable, used, over: false };
    return { text: answer.content.map((part) => (part.type === "text" ? part.text : "")).join(""), used };
  } catch (error) {
    signal?.throwIfAborted();
    if (failed !== null) return { ...(failed as Failed), used: null };
    if (!(error instanceof Error)) throw error;
    return { why: "not a model's answer", message: `${settings.url.host} answered something else than a chat completion; STRATA_MODEL_URL must be the address up to the version, such as …/v1`, used: null, over: false };
  }
}

type Part = { type: string };

function whyUnusable(content: readonly Part[], finish: string, body: unknown): { why: RunFailure; message: string } | null {
  if (content.some((part) => part.type === "tool-call")) return { why: "asked for a tool", message: "the model asked for a tool; it has none, and nothing was run" };
  if (finish === "length") return { why: "cut off", message: "the answer was longer than STRATA_MODEL_ANSWER_TOKENS; a model that thinks first needs more" };
  if (finish === "content-filter" || refuses().safeParse(body).success) return { why: "declined", message: "the model declined to answer" };
  return null;
}

/** The field of a refusal, which the SDK does not pass on. */
const refuses = () => z.object({ choices: z.tuple([z.object({ message: z.object({ refusal: z.string().min(1) }) })]).rest(z.unknown()) });

function sumOf(input: number | undefined, output: number | undefined): number | null {
  return isCount(input) && isCount(output) ? input + output : null;
}

function isCount(tokens: number | undefined): tokens is number {
  return Number.isInteger(tokens) && tokens! >= 0 && tokens! < 1e9;
}

/** `fetch` as the SDK wants it, made of the guard: one origin, no redirects, a bound of bytes and time. */
async function throughGuard(settings: OpinionSettings, input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.origin !== settings.url.origin) throw new FetchRefused(`${url.host} is not the endpoint that STRATA_MODEL_URL names`);
  const reply = await fetchReply(
    { url: url.href, method: "POST", headers: Object.fromEntries(new Headers(init.headers)), body: String(init.body) },
    {
      allowPrivate: settings.ownNetwork,
      follow: false,
      totalMs: settings.timeoutMs,
      idleMs: settings.timeoutMs,
      mostBytes: settings.answerTokens * bytesPerToken + wrapping,
      agent: "Strata/0.1",
      wayOut: "STRATA_MODEL_PRIVATE=1 says that the model is in your own network",
      ...(init.signal ? { signal: init.signal } : {}),
    },
  );
  if (reply.status !== 200) {
    // The body of a refusal can repeat what was sent: it is not read.
    for await (const _ of reply.body) break;
    throw new StatusRefused(reply.status);
  }
  const parts: Uint8Array[] = [];
  for await (const part of reply.body) parts.push(part);
  return new Response(Buffer.concat(parts), { status: 200, headers: { "content-type": "application/json" } });
}

/** An answer of another status than 200. */
class StatusRefused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answered ${status}`);
    this.status = status;
  }
}

function failureOf(error: unknown, settings: OpinionSettings): Failed {
  if (error instanceof StatusRefused) return statusFailure(error.status, settings);
  const { url, timeoutMs } = settings;
  const message = error instanceof FetchRefused ? error.message : "";
  if (message.endsWith("did not answer in time")) return { why: "too slow", message: `${url.host} did not answer within ${timeoutMs / 1000} seconds; STRATA_MODEL_SECONDS allows more`, over: true };
  if (/ is larger than /.test(message)) return { why: "too long", message: "the answer went on far beyond STRATA_MODEL_ANSWER_TOKENS and was broken off", over: true };
  if (message.endsWith("the connection ended before the whole answer came")) return { why: "not reached", message: `${url.host} broke off its answer`, over: true };
  // Of the rest the guard's own words are kept; an address in them is the one that the person set.
  return { why: "not reached", message: message === "" ? `${url.host} could not be reached` : message.slice(0, 300), over: true };
}

function statusFailure(status: number, { url, model, limitField }: OpinionSettings): Failed {
  const said = `${url.host} answered ${status}`;
  if (status === 401 || status === 403) return { why: "key refused", message: `${said}: it does not take STRATA_MODEL_KEY`, over: true };
  if (status === 404) return { why: "not found", message: `${said}: it knows no model "${model}" (STRATA_MODEL_NAME), or STRATA_MODEL_URL is not its address up to the version`, over: true };
  if (status === 429 || status >= 500) return { why: "busy", message: `${said}: it is busy or out of order, or your credit there is used up`, over: true };
  const other = limitField === "max_tokens" ? "max_completion_tokens" : "max_tokens";
  return { why: "request refused", message: `${said}: it refuses the request; models that want another name for the limit need STRATA_MODEL_LIMIT_FIELD=${other}`, over: true };
}
