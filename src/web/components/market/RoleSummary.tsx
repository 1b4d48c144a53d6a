import { Skeleton } from "@mantine/core";
import type { OverviewRow } from "../../api.ts";
import { between, count, percent, plural } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { LayerMix } from "./LayerMix.tsx";
import { medianOf, PayCell } from "./PayCell.tsx";
import { SkillChips } from "./SkillChips.tsx";

/** A role's line of the market table, laid out as facts. */
export function RoleSummary({ row }: { row: OverviewRow }) {
  return (
    <>
      <p className="soft">
        {layerNames[row.layer]} · {plural(row.n, "vacancy")} of {plural(row.employers, "employer")}
        {row.share !== null && ` · ${percent(row.share.value)} of AI vacancies (${between(row.share)})`}
      </p>
      <dl className="summary">
        <div>
          <dt>Median pay a year</dt>
          <dd>
            <PayCell pay={medianOf(row.pay)} />
          </dd>
        </div>
        {row.mix !== null && (
          <div>
            <dt>Layer mix</dt>
            <dd className="reads-mix">
              <LayerMix mix={row.mix} names />
            </dd>
          </div>
        )}
        {row.skills.length > 0 && (
          <div>
            <dt>Asked for most, of {count(row.n)}</dt>
            <dd>
              <SkillChips skills={row.skills} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** As high as the summary that will stand there. */
export function SummarySkeleton() {
  return (
    <div className="summary-skeleton" aria-hidden>
      <Skeleton height={12} width={360} maw="90%" />
      <Skeleton height={34} width={760} maw="100%" mt={16} />
    </div>
  );
}
