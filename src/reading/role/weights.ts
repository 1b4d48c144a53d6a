import file from "../../../data/model/role.json" with { type: "json" };
import { parts } from "./parts.ts";

/** The trained model as it is kept: a row of weights a feature, one for each role in `roles`, in hundredths. */
export type RoleWeights = { roles: string[]; temperature: number; features: Record<string, number[]> };

export const roleWeights: RoleWeights = file;

/** Words that the model has a weight for: the vocabulary must know them. */
export function modelWords(): string[] {
  return [...new Set(Object.keys(roleWeights.features).flatMap((name) => wordPart(name)?.words ?? []))];
}

/** `"title.ai engineer"` → part 0, words ai and engineer; null for a feature that is no word. */
export function wordPart(name: string): { part: number; words: string[] } | null {
  const part = parts.findIndex((known) => name.startsWith(`${known}.`));
  return part < 0 ? null : { part, words: name.slice(parts[part]!.length + 1).split(" ") };
}
