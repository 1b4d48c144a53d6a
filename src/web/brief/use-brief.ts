import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { marketKey } from "../../brief/fitting-market.ts";
import type { Brief } from "../../terms/brief.ts";
import { marketOf, rules } from "./api.ts";
import { scorecards } from "./saved.ts";
import type { Against, Draft } from "./messages.ts";
import { type Reader, useLiveBrief } from "./use-live-brief.ts";

/** How long the draft rests before the market is asked: its questions take the server's cores. */
const REST_MS = 800;
/** In UTC, as rules are dated. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
const noRules: readonly [] = [];

export type MarketState = {
  /** The brief that the server made when it was last asked; its market, and the text that the market's quotes count in. */
  asked: Brief | null;
  /** The draft has gone on since. */
  behind: boolean;
  /** It was asked about the role, level, places, pay and years that the draft reads as now: its band is the draft's own. */
  fits: boolean;
  error: Error | null;
  retry(): void;
};

export type BriefReader = Reader & { market: MarketState; against: Against; rulesError: Error | null; cardsError: Error | null };

/** The brief as it is written: text, rules and findings from the reader in the browser, the market's part from the server after each rest. */
export function useBrief(draft: Draft, withOutputs: boolean): BriefReader {
  const known = useQuery(rules());
  const cards = useQuery({ ...scorecards(), enabled: withOutputs });
  const made = withOutputs ? (cards.data ?? null) : null;
  const [rested] = useDebouncedValue(draft, REST_MS);
  const asked = useQuery(marketOf(rested));
  const data = rested.text.trim() === "" ? undefined : asked.data;
  const key = useMemo(() => (data === undefined ? null : marketKey(data)), [data]);
  const market = useMemo(() => (key === null || data?.market == null ? null : { told: data.market, asked: key }), [data, key]);
  const against = useMemo(() => ({ rules: known.data ?? noRules, market, day: today(), scorecards: made }), [known.data, market, made]);
  const reader = useLiveBrief(draft, against);
  const fits = useMemo(() => key !== null && reader.live !== null && marketKey(reader.live.brief).like === key.like, [key, reader.live]);
  return {
    ...reader,
    against,
    rulesError: known.error,
    cardsError: cards.error,
    market: { asked: asked.data ?? null, behind: asked.isFetching || rested !== draft, fits, error: asked.error, retry: () => void asked.refetch() },
  };
}
