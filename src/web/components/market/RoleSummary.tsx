import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { layers, type Mix } from "../../../terms/layer.ts";
import type { OverviewRow } from "../../api.ts";
import { between, percent, plural } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { roleWords } from "../../words/role.ts";
import { LayerMix } from "./LayerMix.tsx";
import { medianOf, PayCell } from "./PayCell.tsx";

const words = roleWords.summary;
const usualPay = { value: 150_000, low: 140_000, high: 160_000, currency: "USD", n: 30, employers: 10 };
const evenMix = Object.fromEntries(layers.map((layer) => [layer, 1 / layers.length])) as Mix;

/** A role's line of the market table, laid out as facts; its frame while the answer is on its way. */
export function RoleSummary({ row }: { row: OverviewRow | undefined }) {
  return (
    <>
      <p className="soft totals">{row !== undefined && `${layerNames[row.layer]} · ${plural(row.n, "vacancy")} of ${plural(row.employers, "employer")}${row.share === null ? "" : ` · ${percent(row.share.value)} of AI vacancies (${between(row.share)})`}`}</p>
      <dl className="summary">
        <div>
          <dt>{words.pay}</dt>
          <dd>{row === undefined ? <Awaited><PayCell pay={usualPay} /></Awaited> : <PayCell pay={medianOf(row.pay)} />}</dd>
        </div>
        {row?.mix !== null && (
          <div>
            <dt>{words.mix}</dt>
            <dd className="reads-mix">{row === undefined ? <Awaited><LayerMix mix={evenMix} names /></Awaited> : <LayerMix mix={row.mix} names />}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** What will stand there, as wide as it mostly is, under a skeleton. */
function Awaited({ children }: { children: ReactNode }) {
  return (
    <Skeleton component="span" className="awaited" aria-hidden>
      {children}
    </Skeleton>
  );
}
