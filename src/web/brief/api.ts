import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Brief } from "../../terms/brief.ts";
import type { TransparencyRule } from "../../terms/transparency.ts";
import { answerOf } from "../api.ts";
import { type Draft, LIVE_UNITS } from "./messages.ts";
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
    queryFn: async ({ signal }) => answerOf<Brief>("/api/brief", { ...json({ posting: postingOf(draft), options: optionsOf({ ...draft, places: "", employees: "" }) }), signal }),
  });

export function json(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
