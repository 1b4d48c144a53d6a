import { cueBehind } from "../../reading/pay/cues.ts";
import { findAmounts } from "../../reading/pay/amounts.ts";
import { periodBehind } from "../../reading/pay/period.ts";
import { wordsOf } from "../../reading/pay/words.ts";
import type { Evidence } from "../../terms/evidence.ts";
import type { Pay } from "../../terms/pay.ts";

/** Words of a range stand between its ends, nothing else. */
const GAP_UNITS = 20;
const BEHIND_UNITS = 60;
const joins = /^\s*(?:[-‐‑‒–—−~〜→]+|to|till?|until|up to|bis(?: zu)?|à|jusqu['’]à|tot(?: en met)?|t\/m)\s*$/i;
const ands = /^\s*(?:and|und|et|en)\s*$/i;
const opens = /(?<!\p{L})(?:between|zwischen|entre|tussen)\s*$/iu;

/** Ranges whose top is below their bottom, "$150k-$10k": of such only the first sum is read as pay. */
export function reversedRanges(text: string, pays: readonly Pay[]): Evidence[] {
  return pays.flatMap((pay) => (pay.min !== null && pay.max !== null && pay.min < pay.max ? [] : pay.evidence.flatMap((evidence) => reversedAt(text, pay, evidence))));
}

function reversedAt(text: string, { min, max, period }: Pay, { start, end }: Evidence): Evidence[] {
  const lineEnd = text.indexOf("\n", end);
  const stop = lineEnd < 0 ? text.length : lineEnd;
  const [top] = findAmounts(text, end, Math.min(stop, end + GAP_UNITS + BEHIND_UNITS));
  if (top === undefined || top.start > end + GAP_UNITS) return [];
  const gap = text.slice(end, top.start);
  if (!joins.test(gap) && !(ands.test(gap) && opens.test(text.slice(Math.max(0, start - 20), start)))) return [];
  // "$150,000 – 10 % bonus", "$150,000 – 401k", and "$150,000 – $10,000 sign-on bonus" are a sum and something else.
  if (top.currency === null && (!top.large || top.factor > 1)) return [];
  if (top.value >= (min ?? max)!) return [];
  const behind = text.slice(top.end, Math.min(stop, top.end + BEHIND_UNITS));
  const words = wordsOf(behind, 12);
  const said = periodBehind(words, behind);
  if (cueBehind(words, behind) === "other" || (said !== null && said !== period)) return [];
  return [{ start, end: top.end, text: text.slice(start, top.end) }];
}
