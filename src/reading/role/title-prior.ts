import { roles } from "../../terms/role.ts";
import type { Document } from "../document.ts";
import { HIT, START } from "../kernel.ts";
import { keptBy } from "../readers/title-role.ts";

// Measured on 955 labelled postings cut to their first 200, 500 and 1,000 units: the role is right for 53.0, 55.7 and 62.2 % of them by
// the text alone, for some 58.6, 59.6 and 63.5 % with these numbers. Of whole postings, which are longer, 10 are touched and one changes.
const MOST_TOKENS = 300;
const MOST_HITS = 10;
const WEIGHT = 2.5;

const numbers = new Map(roles.map(({ id }, number) => [id, number]));

/**
 * A short text that says little of its work leaves the role to its title: the roles that the title names gain, the more the less the text says.
 * Changes `probabilities`, and tells whether it did.
 */
export function weighTitle(doc: Document, probabilities: Float64Array): boolean {
  if (doc.tokenCount > MOST_TOKENS) return false;
  let hits = 0;
  for (let at = 0; at < doc.workHits.length; at += HIT) if (doc.workHits[at + START]! >= doc.bodyStart) hits++;
  const named = hits > MOST_HITS ? [] : keptBy(doc);
  if (named.length === 0) return false;
  const weight = WEIGHT * (1 - hits / (MOST_HITS + 1));
  for (const [role, isFirst] of named) probabilities[numbers.get(role)!]! *= Math.exp(isFirst ? weight : weight / 2);
  let sum = 0;
  for (const probability of probabilities) sum += probability;
  for (let i = 0; i < probabilities.length; i++) probabilities[i]! /= sum;
  return true;
}
