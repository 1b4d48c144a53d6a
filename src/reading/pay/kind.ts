import type { PayKind } from "../../terms/pay.ts";

const total = String.raw`OTE|on[- ]target|total (?:target )?(?:annual )?(?:cash|comp\p{L}*|earnings|rewards|package|pay|rem\p{L}*|salary)|all[- ]in|zielgehalt|package (?:global|total)|incl(?:uding|usive of|\.)? (?:bonus|commission|variable|equity|incentives)\p{L}*|salary \+ (?:bonus|equity|commission)|(?<=\()base \+ (?:\p{L}+ )?(?:bonus|commission|variable)|variable compris\p{L}*`;
const base = String.raw`base|basic|salar(?:y|ies)|\p{L}*gehalt\p{L}*|salaires?|fixe|fixed|\p{L}*salaris|salarios?|salarial|sueldo|salário|RAL|stipendio`;

type Patterns = { behind: RegExp; total: RegExp; any: RegExp };
let built: Patterns | null = null;

function patterns(): Patterns {
  return (built ??= {
    behind: new RegExp(`^[\\s*(,|]*(?:USD|EUR|GBP|CAD|/?\\s?(?:per |a |an )?(?:year|yr|hour|hr|month)|annual(?:ly)?|yearly|gross|in|plus|\\+|\\s)*(?:(?<total>${total})|(?<base>${base}))(?!\\p{L})`, "iu"),
    total: new RegExp(`(?<!\\p{L})(?:${total})(?!\\p{L})`, "giu"),
    any: new RegExp(`(?<!\\p{L})(?:(?<total>${total})|(?<base>${base}))(?!\\p{L})`, "giu"),
  });
}

/**
 * Base or total pay, as the words nearest to the sum say it: right behind it, then the last before it in the sentence,
 * then what the next sentence says of the range. `unspecified` where none does.
 */
export function readKind(before: string, after: string, following: string): PayKind {
  const behind = patterns().behind.exec(after)?.groups;
  if (behind !== undefined) return behind["total"] !== undefined ? "total" : "base";
  let last: PayKind | null = null;
  for (const match of before.matchAll(patterns().any)) last = match.groups!["total"] !== undefined ? "total" : "base";
  return last ?? readFollowing(following);
}

// "The range above reflects base salary", "This includes salary + equity"; "in addition to base salary" names what the range is not short of.
function readFollowing(following: string): PayKind {
  const of = /(?:range|band|figure|amount|compensation|pay|salary)s?\b[^.]{0,60}?\b(?:includes?|reflects?|represents?|is|are|shows?)\b[^.]{0,60}/iu.exec(following)?.[0];
  if (of !== undefined) {
    patterns().total.lastIndex = 0;
    if (patterns().total.test(of)) return "total";
  }
  return /(?<!\p{L})base (?:salary|pay|compensation)|salary range/iu.test(following) ? "base" : "unspecified";
}
