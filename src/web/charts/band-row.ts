export type Estimate = { value: number; low: number | null; high: number | null };

/** Pay of one group from p10 to p90 in one currency; without figures where too few employers state it, with why in `hidden`. */
export type BandRow = { name: string; currency: string; n: number; employers: number; p10: Estimate | null; p25: Estimate | null; p50: Estimate | null; p75: Estimate | null; p90: Estimate | null; hidden: string | null };

export type WholeBand = BandRow & { p10: Estimate; p25: Estimate; p50: Estimate; p75: Estimate; p90: Estimate };

/** Whether a group has its figures, so that it is drawn. */
export function isWhole(row: BandRow): row is WholeBand {
  return row.p10 !== null && row.p25 !== null && row.p50 !== null && row.p75 !== null && row.p90 !== null;
}
