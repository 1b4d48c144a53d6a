import { conceptOfEntry, featureNames, groupOfConcept, groups } from "./tables.ts";
import { roleWeights } from "./weights.ts";

/** What of the role's model the host looks at; the rest is the kernel's (`tables.ts`). */
export type RoleModel = {
  /** By number of the feature. */
  names: readonly string[];
  temperature: number;
  /** Entry of the vocabulary (as in a hit) → concept of work, -1 for other entries; and the concept's group, as number in `groups`. */
  concept: Int16Array;
  group: Uint8Array;
  groups: readonly string[];
};

let compiled: RoleModel | null = null;

export function roleModel(): RoleModel {
  return (compiled ??= { names: featureNames, temperature: roleWeights.temperature, concept: conceptOfEntry(), group: groupOfConcept(), groups });
}
