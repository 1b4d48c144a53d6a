import { isIP } from "node:net";
import { z } from "zod";
import { isPublic } from "../sources/guard.ts";
import { OpinionUnusable } from "./problems.ts";

/** How the model is asked. `ownNetwork`: its address may be one of this machine or its network, because the person who set it says so. */
export type OpinionSettings = {
  url: URL;
  ownNetwork: boolean;
  key: string | null;
  model: string;
  runs: number;
  widest: number;
  callTokens: number;
  dayTokens: number;
  answerTokens: number;
  timeoutMs: number;
  limitField: "max_tokens" | "max_completion_tokens";
};

type Environment = Record<string, string | undefined>;

const whole = (least: number, most: number, otherwise: number) => z.string().regex(/^\d{1,9}$/, "must be a whole number").transform(Number).pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`)).default(otherwise);

/** The limits are bytes as much as tokens: no token is shorter than a byte, so that what is counted before a call is never less than what it costs. */
const schema = () =>
  z.object({
    STRATA_MODEL_URL: z.string(),
    STRATA_MODEL_NAME: z.string({ error: "is not set; give the name that the endpoint knows the model by" }).regex(/^[\x21-\x7e]{1,200}$/, "must be 1 to 200 letters, digits and signs without spaces"),
    STRATA_MODEL_KEY: z.string().regex(/^[\x21-\x7e]{1,4096}$/, "must be one line without spaces").optional(),
    STRATA_MODEL_PRIVATE: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
    STRATA_MODEL_RUNS: whole(1, 25, 5),
    STRATA_MODEL_SPREAD: z.string().regex(/^(?:0|0?\.\d{1,3})$/, "must be a number from 0 to less than 1").transform(Number).default(0.4),
    STRATA_MODEL_CALL_TOKENS: whole(5000, 1_000_000, 20_000),
    STRATA_MODEL_DAY_TOKENS: whole(1, 999_999_999, 500_000),
    STRATA_MODEL_ANSWER_TOKENS: whole(50, 32_000, 1000),
    STRATA_MODEL_SECONDS: whole(1, 600, 60),
    STRATA_MODEL_LIMIT_FIELD: z.enum(["max_tokens", "max_completion_tokens"], { error: "must be max_tokens or max_completion_tokens" }).default("max_tokens"),
  });

/** The settings that the environment gives; null where STRATA_MODEL_URL is not set: then there is no second opinion, and nothing is sent anywhere. Throws OpinionUnusable. */
export function opinionSettings(env: Environment): OpinionSettings | null {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith("STRATA_MODEL_") && value !== undefined && value !== ""));
  if (given.STRATA_MODEL_URL === undefined) return null;
  const parsed = schema().safeParse(given);
  // The messages are ours: zod's could repeat a key.
  if (!parsed.success) throw new OpinionUnusable(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join("; "));
  const set = parsed.data;
  if (set.STRATA_MODEL_ANSWER_TOKENS + 4500 > set.STRATA_MODEL_CALL_TOKENS) throw new OpinionUnusable(`STRATA_MODEL_CALL_TOKENS must be at least ${set.STRATA_MODEL_ANSWER_TOKENS + 4500}: the question and an answer of STRATA_MODEL_ANSWER_TOKENS must fit`);
  const url = endpoint(set.STRATA_MODEL_URL);
  const ownNetwork = set.STRATA_MODEL_PRIVATE === "1" || isOwn(url);
  if (url.protocol === "http:" && !ownNetwork) throw new OpinionUnusable(`STRATA_MODEL_URL must begin with https:// for ${url.host}: over http its key and the postings could be read on the way. STRATA_MODEL_PRIVATE=1 says that it is in your own network`);
  return {
    url,
    ownNetwork,
    key: set.STRATA_MODEL_KEY ?? null,
    model: set.STRATA_MODEL_NAME,
    runs: set.STRATA_MODEL_RUNS,
    widest: set.STRATA_MODEL_SPREAD,
    callTokens: set.STRATA_MODEL_CALL_TOKENS,
    dayTokens: set.STRATA_MODEL_DAY_TOKENS,
    answerTokens: set.STRATA_MODEL_ANSWER_TOKENS,
    timeoutMs: set.STRATA_MODEL_SECONDS * 1000,
    limitField: set.STRATA_MODEL_LIMIT_FIELD,
  };
}

/** Its text is not repeated where it is wrong: people paste keys into addresses. */
function endpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) throw new OpinionUnusable("STRATA_MODEL_URL must be an http or https address up to the version, such as https://api.example.com/v1");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") throw new OpinionUnusable("STRATA_MODEL_URL must have no user name, password, ? or #; a key belongs in STRATA_MODEL_KEY");
  return url;
}

/** Whether the address as written is one of this machine or its network. A name that anyone could point here (`api.example.com`) is not, until STRATA_MODEL_PRIVATE says so. */
function isOwn({ hostname }: URL): boolean {
  const host = hostname.replaceAll(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return !isPublic(host);
  return !host.includes(".") || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(host);
}
