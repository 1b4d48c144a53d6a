import type { Random } from "../../lib/random.ts";
import type { SampleLanguage, SampleLevel, Variation } from "./ingredients.ts";

/** Years asked for at each level, from and to. */
const yearsAt: Partial<Record<SampleLevel, [from: number, to: number]>> = { entry: [1, 1], mid: [2, 4], senior: [5, 7], lead: [8, 10], manager: [3, 6], director: [8, 12] };

/** A title with its level, as its language writes it: `Ingénieur MLOps senior (H/F)`, `Senior MLOps Engineer`. */
export function titleAt(title: string, level: SampleLevel, language: SampleLanguage, { gender }: Variation, random: Random): string {
  return `${withLevel(title, level, language, random)}${gender === undefined ? "" : ` ${gender}`}`;
}

function withLevel(title: string, level: SampleLevel, language: SampleLanguage, random: Random): string {
  if (language === "fr") {
    if (level === "senior") return `${title} ${random.chance(0.7) ? "senior" : "confirmé"}`;
    return level === "entry" ? `${title} junior` : title;
  }
  switch (level) {
    case "entry":
      return language === "en" && random.chance(0.2) ? `${title} I` : `Junior ${title}`;
    case "mid":
      return language === "en" && !/[,)]/.test(title) && random.chance(0.12) ? `${title} II` : title;
    case "senior":
      return `${language === "en" && random.chance(0.12) ? "Sr." : "Senior"} ${title}`;
    case "lead":
      return `${random.pick(language === "en" ? ["Staff", "Principal", "Lead", "Staff"] : ["Lead"])} ${title}`;
    default:
      return title;
  }
}

/** The years asked for at a level; null where the level has none. */
export function yearsFor(level: SampleLevel, random: Random): number | null {
  const range = yearsAt[level];
  return range === undefined ? null : random.whole(...range);
}

/**
 * A demand with its years set anew; further numbers move along.
 * `withYears("3-5 years in platform engineering", "3-5 years", 6)` → `"6-8 years in platform engineering"`
 */
export function withYears(demand: string, phrase: string, years: number): string {
  const first = Number(/\d+/.exec(phrase)![0]);
  const moved = phrase.replace(/\d+/g, (number) => String(Math.max(0, Number(number) - first) + years));
  return demand
    .replace(phrase, moved)
    .replace(/\b1 Jahre\b/, "1 Jahr")
    .replace(/\b1 ans\b/, "1 an")
    .replace(/\b1 years\b/, "1 year");
}
