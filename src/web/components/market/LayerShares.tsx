import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { question } from "../../api.ts";
import { type Filters, toggled } from "../../filters.ts";
import { between, count, percent } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { marketWords } from "../../words/market.ts";

/** The layers' shares over all months, with their intervals. A layer is a link that narrows the page to it, and a second press lets go. */
export function LayerShares({ filters, turn }: { filters: Filters; turn: boolean }) {
  const asked = useQuery({ ...question("layers", { ...filters, layer: undefined }), enabled: turn });
  const shares = asked.data?.rows.flatMap((row) => (row.share === null ? [] : [{ ...row, share: row.share }])) ?? [];
  return (
    <div className="layer-whole">
      <p id="layer-whole" className="soft">
        {marketWords.strata.whole}
      </p>
      <ul className="layer-shares" aria-labelledby="layer-whole" aria-busy={asked.isFetching}>
        {shares.map((row) => (
          <li key={row.layer}>
            <Link from="/" to="/" search={(before) => ({ ...before, layer: toggled(filters.layer, row.layer) })} resetScroll={false} aria-current={filters.layer?.includes(row.layer) || undefined}>
              <span className="dot" data-layer={row.layer} aria-hidden />
              {layerNames[row.layer]}
            </Link>{" "}
            <b>{percent(row.share.value)}</b>{" "}
            <small>
              {between(row.share)}, n {count(row.n)}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
