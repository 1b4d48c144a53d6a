import { z } from "zod";
import { Evidence } from "./evidence.ts";

export const PayPeriod = z.enum(["year", "month", "week", "day", "hour"]);
export type PayPeriod = z.infer<typeof PayPeriod>;

export const PayKind = z.enum(["base", "total", "unspecified"]);
export type PayKind = z.infer<typeof PayKind>;

/** One stated range in whole units of `currency` (ISO 4217). `min` is null for "up to", `max` for "from". `place` is the place or level it is stated for. */
export const Pay = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string(),
  period: PayPeriod,
  kind: PayKind,
  place: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type Pay = z.infer<typeof Pay>;

/** Working hours, days, weeks and months in a paid year, used to set pay of different periods side by side. */
export const periodsPerYear: Record<PayPeriod, number> = { year: 1, month: 12, week: 52, day: 230, hour: 2080 };
