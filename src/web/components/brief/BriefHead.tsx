import { Button } from "@mantine/core";
import { isEmpty } from "../../brief/draft.ts";
import { type Draft, emptyDraft, type LiveBrief } from "../../brief/messages.ts";
import type { MarketState } from "../../brief/use-brief.ts";
import { BandStrip } from "./BandStrip.tsx";
import { ReadsAs } from "./ReadsAs.tsx";

type Props = { draft: Draft; live: LiveBrief | null; market: MarketState; kept: boolean; onNew(draft: Draft): void };

/** What the page is, where the draft is kept, and what the description reads as. */
export function BriefHead({ draft, live, market, kept, onNew }: Props) {
  return (
    <header className="brief-head">
      <div className="brief-bar">
        <div>
          <h1>Brief</h1>
          <p className="soft">{keptWhere(draft, kept)}</p>
        </div>
        <div className="brief-actions">
          <Button variant="default" size="xs" disabled={isEmpty(draft)} onClick={() => onNew(emptyDraft)}>
            New
          </Button>
        </div>
      </div>
      {live !== null && live.brief.text.trim() !== "" && (
        <div className="brief-top">
          <ReadsAs reading={live.brief.reading} />
          {market.asked?.market != null && <BandStrip band={market.asked.market.band} />}
        </div>
      )}
    </header>
  );
}

function keptWhere(draft: Draft, kept: boolean): string {
  if (isEmpty(draft)) return "From a vague advert to a role that can be hired. What you write stays on this machine.";
  return kept ? "Draft, kept in this tab until you close it; nothing leaves this machine." : "This draft is not kept: it is too long for this tab, or the browser keeps nothing. A reload loses it.";
}
