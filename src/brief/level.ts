import type { Reading } from "../terms/reading.ts";

/** What a level rests on: words of the posting, the years that it asks for, or nothing at all. */
export type LevelBasis = "stated" | "years" | "none";

type Told = Pick<Reading, "seniority" | "years">;

// A level that the employment type gives has no words to quote, and is sure all the same.
const SURE = 0.9;

/** What the level that was read rests on: without a marker and without years the reader counts a posting as mid, as statistics of the market do. */
export function levelBasis({ seniority, years }: Told): LevelBasis {
  const [first] = seniority.evidence;
  if (first === undefined) return seniority.confidence >= SURE ? "stated" : "none";
  const isYears = years.evidence.some(({ start, end }) => start === first.start && end === first.end);
  return isYears ? "years" : "stated";
}

/**
 * The level in words that never say more than the text: `"senior"`, `"mid (a guess from “3 years”)"`, `"level not stated (counted as mid)"`; null where none was read.
 * `name` says a level as the reader of it knows it.
 */
export function levelSays(told: Told, name: (level: NonNullable<Reading["seniority"]["value"]>) => string = (level) => level): string | null {
  const { value, evidence } = told.seniority;
  if (value === null) return null;
  switch (levelBasis(told)) {
    case "stated":
      return name(value);
    case "years":
      return `${name(value)} (a guess from “${evidence[0]!.text}”)`;
    case "none":
      return `level not stated (counted as ${name(value)})`;
  }
}
