import { roles, type Role } from "../../terms/role.ts";
import type { Document } from "../document.ts";
import { pickRole } from "./pick.ts";
import { readProbabilities } from "./score.ts";

export type LikelyRole = { role: Role; confidence: number };

/** The roles that a posting most likely describes, the likeliest first; the one that `read` gives is among them whatever its own probability is. For where one alone would say too much. */
export function likelyRoles(doc: Document, most = 3): LikelyRole[] {
  const { probabilities } = readProbabilities(doc);
  const first = pickRole(probabilities).role;
  const byProbability = (a: number, b: number): number => probabilities[b]! - probabilities[a]!;
  const others = [...probabilities.keys()].filter((role) => role !== first).toSorted(byProbability);
  return [first, ...others].slice(0, most).map((role) => ({ role: roles[role]!.id, confidence: Math.round(probabilities[role]! * 1000) / 1000 })).toSorted((a, b) => b.confidence - a.confidence);
}
