import type { BriefFigure } from "../terms/brief.ts";

/** Parameters of a question as the command line and the address take them: lists with commas, what narrows nothing left out. */
export function parametersOf(asked: Record<string, string | readonly string[] | null | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === null || value === undefined || value.length === 0 ? [] : [[name, typeof value === "string" ? value : value.join(",")]])));
}

type Estimate = { value: number; low: number | null; high: number | null } | null;

/** An estimate with what stands behind it as a figure. */
export function figureOf(estimate: Estimate, rest: Omit<BriefFigure, "value" | "low" | "high">): BriefFigure {
  return { ...rest, value: estimate?.value ?? null, low: estimate?.low ?? null, high: estimate?.high ?? null };
}
