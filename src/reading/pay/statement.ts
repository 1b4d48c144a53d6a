import type { PayKind, PayPeriod } from "../../terms/pay.ts";

/** One range as one place of the posting states it; offsets into the text, -1 where a field of the posting states it. */
export type Statement = {
  min: number | null;
  max: number | null;
  currency: string;
  period: PayPeriod;
  kind: PayKind;
  place: string | null;
  start: number;
  end: number;
};
