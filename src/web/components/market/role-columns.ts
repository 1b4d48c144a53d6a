import { layers } from "../../../terms/layer.ts";
import type { OverviewRow } from "../../api.ts";
import { layerNames } from "../../words.ts";
import type { Column } from "../chart/column.ts";

/** The role table as a file: every figure with what stands behind it, and more digits than people read. */
export const roleFileColumns: readonly Column<OverviewRow>[] = [
  { head: "role", of: (line) => line.role },
  { head: "name", of: (line) => line.name },
  { head: "layer", of: (line) => line.layer },
  { head: "vacancies", of: (line) => line.n },
  { head: "employers", of: (line) => line.employers },
  { head: "share", of: (line) => line.share?.value ?? null },
  { head: "share_low", of: (line) => line.share?.low ?? null },
  { head: "share_high", of: (line) => line.share?.high ?? null },
  { head: "share_corrected", of: (line) => line.corrected?.value ?? null },
  ...layers.map((layer): Column<OverviewRow> => ({ head: `mix_${layerNames[layer].toLowerCase()}`, of: (line) => line.mix?.[layer] ?? null })),
  { head: "pay_kind", of: (line) => line.pay.kind },
  { head: "pay_currency", of: (line) => line.pay.currency },
  ...(["p10", "p25", "p50", "p75", "p90"] as const).map((part): Column<OverviewRow> => ({ head: `pay_${part}`, of: (line) => line.pay[part]?.value ?? null })),
  { head: "pay_p50_low", of: (line) => line.pay.p50?.low ?? null },
  { head: "pay_p50_high", of: (line) => line.pay.p50?.high ?? null },
  { head: "pay_n", of: (line) => line.pay.n },
  { head: "pay_employers", of: (line) => line.pay.employers },
  { head: "open_median_days", of: (line) => line.timeOpen.medianDays },
  { head: "open_low", of: (line) => line.timeOpen.low },
  { head: "open_high", of: (line) => line.timeOpen.high },
  { head: "open_n", of: (line) => line.timeOpen.n },
  { head: "open_employers", of: (line) => line.timeOpen.employers },
  { head: "skills", of: (line) => line.skills.map(({ name }) => name).join("; ") },
];
