import type { Evidence } from "../terms/evidence.ts";
import type { OpinionField } from "../terms/opinion.ts";

/** What one run says of one field, with those of its quotes that stand in the text. */
export type Vote<T> = { value: T | null; evidence: Evidence[] };

const mostEvidence = 3;

/**
 * What several runs say of one field. A value without a quote that stands in the text does not count. The spread is of all runs that were asked, so that
 * runs that failed widen it: 3 alike of 5, with `widest` 0.4, are an opinion; 2 alike and 3 failed are none.
 */
export function tally<T extends string>(votes: readonly Vote<T>[], runs: number, widest: number): OpinionField & { value: T | null; votes: { value: T | null; n: number }[] } {
  const counted = votes.filter((vote) => vote.value === null || vote.evidence.length > 0);
  const values = [...new Set(counted.map((vote) => vote.value))];
  const ranked = values.map((value) => ({ value, n: counted.filter((vote) => vote.value === value).length })).toSorted((a, b) => b.n - a.n || String(a.value).localeCompare(String(b.value)));
  const [first, second] = ranked;
  const spread = 1 - (first?.n ?? 0) / runs;
  // Fractions of whole runs: 1 − 3/5 must not be wider than 0.4 by its last bit.
  const abstains = first === undefined || first.n === second?.n || spread > widest + 1e-9;
  const evidence = abstains ? [] : distinct(counted.filter((vote) => vote.value === first.value).flatMap((vote) => vote.evidence)).slice(0, mostEvidence);
  return { value: abstains ? null : first.value, abstains, spread: Math.round(spread * 1000) / 1000, votes: ranked, unsupported: votes.length - counted.length, evidence };
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.start}-${one.end}`, one])).values()];
}
