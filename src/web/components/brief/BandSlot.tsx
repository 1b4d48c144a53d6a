import { Skeleton } from "@mantine/core";
import { roleOf } from "../../../brief/role.ts";
import type { Brief } from "../../../terms/brief.ts";
import type { MarketState } from "../../brief/use-brief.ts";
import { briefWords } from "../../words/brief.ts";
import { BandStrip } from "./BandStrip.tsx";

/** The band's place beside what the text reads as. It is kept while the market is asked: a band of what the text was before never stands there. */
export function BandSlot(props: { brief: Brief; market: MarketState }) {
  return (
    <div className="band-slot">
      <Band {...props} />
    </div>
  );
}

function Band({ brief, market: { asked, fits, error } }: { brief: Brief; market: MarketState }) {
  if (roleOf(brief).value === null) return <p className="soft">{briefWords.role.unasked}</p>;
  if (asked?.market != null && fits) return <BandStrip band={asked.market.band} />;
  // An empty market has none; why an answer does not come stands at the market's parts below.
  if (asked?.market === null || error !== null) return null;
  return (
    <output aria-label={briefWords.band.waiting}>
      <Skeleton height={18} width={300} maw="100%" mt={4} />
      <Skeleton height={12} width="80%" mt={10} />
    </output>
  );
}
