import { nearestWeights } from "../terms/nearness.ts";
import type { BriefMarket } from "../terms/brief.ts";
import { counted } from "./words.ts";

/** What the nearest were picked from, what their figure is, and why it has no interval. */
export function nearestSays({ n, employers }: NonNullable<BriefMarket["nearestOf"]>): string {
  const { role, seniority, place, skills } = nearestWeights;
  return `Of ${counted(n, "vacancy", "vacancies")} of ${counted(employers, "employer")} in the layer of the role, one an employer. Alike: points of 100 for role (${role}), level (${seniority}), place (${place}) and skills (${skills}); each is one vacancy, which has no interval.`;
}
