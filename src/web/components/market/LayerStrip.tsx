import { Link } from "@tanstack/react-router";
import type { LayersAnswer } from "../../api.ts";
import { type Filters, toggled } from "../../filters.ts";
import { count, percent } from "../../figures.ts";
import { layerNames } from "../../words.ts";

/** The market as strata: each layer as wide as its share of the postings. A layer is a link that narrows the page to it. */
export function LayerStrip({ rows, filters }: { rows: LayersAnswer["rows"]; filters: Filters }) {
  const shares = rows.flatMap((row) => (row.share === null ? [] : [{ ...row, share: row.share }]));
  if (shares.length === 0) return null;
  return (
    <section aria-labelledby="layers">
      <h2 id="layers">Layers, share of AI postings with its 95 % interval</h2>
      <div className="strip" aria-hidden>
        {shares.map((row) => (
          <i key={row.layer} data-layer={row.layer} data-dim={(filters.layer !== undefined && !filters.layer.includes(row.layer)) || undefined} style={{ flexGrow: row.share.value }} />
        ))}
      </div>
      <ul className="strip-names">
        {shares.map((row) => (
          <li key={row.layer}>
            <Link to="/" search={{ ...filters, layer: toggled(filters.layer, row.layer) }} aria-current={filters.layer?.includes(row.layer) || undefined}>
              <span className="dot" data-layer={row.layer} aria-hidden />
              {layerNames[row.layer]}
            </Link>{" "}
            <b>{percent(row.share.value)}</b>{" "}
            <small>
              {percent(row.share.low)} to {percent(row.share.high)}, n {count(row.n)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
