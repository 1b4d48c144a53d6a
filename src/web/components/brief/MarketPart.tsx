import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { BriefMarket } from "../../../terms/brief.ts";
import type { MarketState } from "../../brief/use-brief.ts";
import { briefWords } from "../../words/brief.ts";
import { plural } from "../../figures.ts";
import { Command } from "../shell/Command.tsx";
import { Failed } from "../shell/Failed.tsx";

const words = briefWords.market;

type Props = { id: string; heading: string; state: MarketState; /** Which role is meant cannot be told: there is nothing to ask for. */ unclear?: boolean; children(market: BriefMarket): ReactNode };

/** A part of the column that the server answers: its place is kept while it comes, and what is in its way is said there. */
export function MarketPart({ id, heading, state: { asked, behind, fits, error, retry }, unclear = false, children }: Props) {
  return (
    <section className="brief-part" aria-labelledby={heading === "" ? undefined : id} aria-busy={behind}>
      {heading !== "" && <h2 id={id}>{heading}</h2>}
      <div className="brief-part-body" data-behind={(behind && asked !== null) || undefined} data-other={(!unclear && !fits && asked?.market != null && error === null) || undefined}>
        {unclear ? (
          <p className="soft">{briefWords.role.unasked}</p>
        ) : asked === null && error !== null ? (
          <Failed error={error} retry={retry} />
        ) : asked === null ? (
          <div aria-hidden>
            <Skeleton height={12} width="90%" mt={6} />
            <Skeleton height={12} width="70%" mt={8} />
          </div>
        ) : asked.market === null ? (
          <p className="soft">
            {words.empty} <Command of="strata add ashby:NAME" />
          </p>
        ) : (
          <>
            {error !== null && <p role="alert">{words.lastAnswer} {error.message}</p>}
            {children(asked.market)}
            <p className="soft">
              {words.size(plural(asked.market.postings, "vacancy"), plural(asked.market.employers, "employer"), asked.market.sample)}
            </p>
          </>
        )}
      </div>
    </section>
  );
}
