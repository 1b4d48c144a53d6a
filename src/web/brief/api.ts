import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Brief } from "../../terms/brief.ts";
import type { TransparencyRule } from "../../terms/transparency.ts";
import { Refused } from "../api.ts";
import { setReachable } from "../reachable.ts";
import { shellWords } from "../words/shell.ts";
import { emptyDraft, type Draft, LIVE_UNITS } from "./messages.ts";
import { optionsOf, postingOf } from "./posting-of.ts";

/** The dated rules on pay in postings, which are the same all day. */
export const rules = () => queryOptions({ queryKey: ["brief", "rules"], staleTime: Infinity, queryFn: async ({ signal }) => (await answerOf<{ rules: TransparencyRule[] }>("/api/brief/rules", { signal })).rules });

/** What the market says of a draft. While the next answer is on its way the last one stays. */
export const marketOf = (draft: Draft) =>
  queryOptions({
    // What is only asked of the employer changes nothing in the market.
    queryKey: ["brief", "market", { ...draft, places: "", employees: "" } satisfies Draft],
    enabled: draft.text.trim() !== "" && draft.text.length <= LIVE_UNITS,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    queryFn: async ({ signal }) => answerOf<Brief>("/api/brief", { ...json({ posting: postingOf(draft), options: optionsOf({ ...emptyDraft, ...draft }) }), signal }),
  });

export function json(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The answer of our own server, or why there is none in words that help. */
export async function answerOf<T>(path: string, init: RequestInit, body: (response: Response) => Promise<T> = (response) => response.json() as Promise<T>): Promise<T> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    setReachable(false);
    throw new Error(shellWords.failed.unreachable, { cause: error });
  });
  setReachable(true);
  if (response.ok) return body(response);
  const refused = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  throw new Refused(response.status, refused?.error?.message ?? `The server answered ${response.status}.`);
}
