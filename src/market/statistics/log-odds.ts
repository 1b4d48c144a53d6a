import { normalBelow, z95 } from "./normal.ts";

/** How often something is named in two sets of postings: its share, and how many independent postings tell it. */
export type Compared = { here: { share: number; n: number }; there: { share: number; n: number } };
export type LogOdds = { value: number; low: number; high: number; z: number };

/** The prior is worth so many postings: a word of few postings is drawn to what is usual, and does not top the list by chance. */
const priorPostings = 20;

/**
 * The log-odds of being named here against there, with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Political Analysis 16:372, formulas 15 to 22):
 * the prior is what both sets together name. `z` is the log-odds over its standard error.
 */
export function logOddsOf({ here, there }: Compared): LogOdds {
  const usual = (here.share * here.n + there.share * there.n) / (here.n + there.n);
  const prior = Math.max(1e-3, priorPostings * usual);
  const odds = ({ share, n }: Compared["here"]): number => Math.log((share * n + prior) / Math.max(1e-9, n + priorPostings - share * n - prior));
  const value = odds(here) - odds(there);
  const error = Math.sqrt(1 / (here.share * here.n + prior) + 1 / (there.share * there.n + prior));
  return { value, low: value - z95 * error, high: value + z95 * error, z: value / error };
}

/** Which of many comparisons stand when at most one in twenty of those that do may be chance: Benjamini and Hochberg (1995), two-sided. */
export function standing(zs: readonly number[], falseShare = 0.05): boolean[] {
  const chances = zs.map((z) => 2 * normalBelow(-Math.abs(z)));
  const sorted = chances.toSorted((a, b) => a - b);
  let most = -1;
  for (const [i, p] of sorted.entries()) if (p <= (falseShare * (i + 1)) / sorted.length) most = p;
  return chances.map((p) => p <= most);
}
