import { layers } from "../../../terms/layer.ts";
import { layerNames } from "../../words.ts";
import type { Column } from "../chart/column.ts";
import type { RoleLine } from "./use-role-lines.ts";

/** The role table as a file: every figure with what stands behind it, and more digits than people read. */
export const roleFileColumns: readonly Column<RoleLine>[] = [
  { head: "role", of: (line) => line.role },
  { head: "name", of: (line) => line.name },
  { head: "layer", of: (line) => line.layer },
  { head: "vacancies", of: (line) => line.n },
  { head: "employers", of: (line) => line.employers },
  { head: "share", of: (line) => line.share?.value ?? null },
  { head: "share_low", of: (line) => line.share?.low ?? null },
  { head: "share_high", of: (line) => line.share?.high ?? null },
  { head: "share_corrected", of: (line) => line.corrected?.value ?? null },
  ...layers.map((layer): Column<RoleLine> => ({ head: `mix_${layerNames[layer].toLowerCase()}`, of: (line) => line.mix?.[layer] ?? null })),
  { head: "pay_kind", of: (line) => line.band?.kind ?? null },
  { head: "pay_currency", of: (line) => line.band?.currency ?? null },
  ...(["p10", "p25", "p50", "p75", "p90"] as const).map((part): Column<RoleLine> => ({ head: `pay_${part}`, of: (line) => line.band?.[part]?.value ?? null })),
  { head: "pay_p50_low", of: (line) => line.band?.p50?.low ?? null },
  { head: "pay_p50_high", of: (line) => line.band?.p50?.high ?? null },
  { head: "pay_n", of: (line) => line.band?.n ?? null },
  { head: "pay_employers", of: (line) => line.band?.employers ?? null },
  { head: "open_median_days", of: (line) => line.open?.median?.value ?? null },
  { head: "open_low", of: (line) => line.open?.median?.low ?? null },
  { head: "open_high", of: (line) => line.open?.median?.high ?? null },
  { head: "skills", of: (line) => line.skills.map(({ name }) => name).join("; ") },
];
