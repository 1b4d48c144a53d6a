/** The words of a title without what stands around them: `foldedTitle("p.title")` of "Sr. Data Scientist (m/w/d), Pricing" → `"sr data scientist pricing"` */
export function foldedTitle(column: string): string {
  return `trim(regexp_replace(regexp_replace(lower(${column}), '\\([^)]*\\)', ' ', 'g'), '[^\\p{L}\\p{N}+#]+', ' ', 'g'))`;
}

/**
 * What a title calls the work, without level, team and place, so that postings under one title stand together:
 * `titleCore("p.title")` of "Sr. Data Scientist (m/w/d), Pricing" → `"data scientist"`. Null where nothing is left.
 */
export function titleCore(column: string): string {
  const first = `regexp_replace(${column}, '\\s+[-–—|@]\\s.*$|[,:;/|].*$', '')`;
  return `nullif(trim(regexp_replace(' ' || ${foldedTitle(first)} || ' ', ' (?:${levels.join("|")})(?: (?:${levels.join("|")}))* ', ' ', 'g')), '')`;
}

/** Words of level and contract, which say nothing of the work. Numerals are levels only at the end of a title; "i" and "v" nowhere else are words of one. */
const levels = ["sr", "senior", "snr", "jr", "junior", "lead", "staff", "principal", "distinguished", "mid", "entry", "level", "intern", "internship", "graduate", "associate", "i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5", "remote", "hybrid", "onsite", "contract", "freelance", "m", "f", "w", "d", "x", "h"];
