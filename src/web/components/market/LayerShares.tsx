import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { layers } from "../../../terms/layer.ts";
import { question } from "../../api.ts";
import { type Filters, toggled } from "../../filters.ts";
import { between, count, percent } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { marketWords } from "../../words/market.ts";
import type { Share } from "./ShareInterval.tsx";

/** The layers' shares over all months, with their intervals. A layer is a link that narrows the page to it, and a second press lets go. Their names stand there before the answer. */
export function LayerShares({ filters, turn }: { filters: Filters; turn: boolean }) {
  const asked = useQuery({ ...question("layers", { ...filters, layer: undefined }), enabled: turn });
  const shares = new Map(asked.data?.rows.map(({ layer, n, share }) => [layer, { n, share }]));
  return (
    <div className="layer-whole">
      <p id="layer-whole" className="soft">
        {marketWords.strata.whole}
      </p>
      <ul className="layer-shares" aria-labelledby="layer-whole" aria-busy={asked.isFetching}>
        {layers.map((layer) => (
          <li key={layer}>
            <Link from="/" to="/" search={(before) => ({ ...before, layer: toggled(filters.layer, layer) })} resetScroll={false} aria-current={filters.layer?.includes(layer) || undefined}>
              <span className="dot" data-layer={layer} aria-hidden />
              {layerNames[layer]}
            </Link>{" "}
            <Figures of={shares.get(layer)} unknown={asked.data !== undefined ? marketWords.strata.noneOf : asked.error === null ? "\u00a0" : "–"} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Of = { n: number; share: Share | null };

function Figures({ of, unknown }: { of: Of | undefined; /** What stands there where there is no figure. */ unknown: string }) {
  if (of === undefined || of.share === null) return <small>{unknown}</small>;
  return (
    <>
      <b>{percent(of.share.value)}</b>{" "}
      <small>
        {between(of.share)}, n {count(of.n)}
      </small>
    </>
  );
}
