import { z } from "zod";
import type { Layer } from "./layer.ts";

/** Every role with its layer and the name people read. The order is the order of tables and model classes. */
export const roles = [
  { id: "ai-infrastructure-engineer", layer: "infrastructure", name: "AI infrastructure engineer" },
  { id: "inference-engineer", layer: "infrastructure", name: "Inference engineer" },
  { id: "ml-platform-engineer", layer: "infrastructure", name: "ML platform engineer" },
  { id: "evaluation-engineer", layer: "evaluation", name: "Evaluation engineer" },
  { id: "ai-reliability-engineer", layer: "evaluation", name: "AI reliability engineer" },
  { id: "ai-security-engineer", layer: "evaluation", name: "AI security engineer" },
  { id: "ai-product-engineer", layer: "product", name: "AI product engineer" },
  { id: "llm-engineer", layer: "product", name: "LLM engineer" },
  { id: "agent-engineer", layer: "product", name: "Agent engineer" },
  { id: "prompt-engineer", layer: "product", name: "Prompt engineer" },
  { id: "ai-solutions-engineer", layer: "product", name: "AI solutions engineer" },
  { id: "ml-engineer", layer: "model", name: "ML engineer" },
  { id: "data-scientist", layer: "model", name: "Data scientist" },
  { id: "applied-scientist", layer: "model", name: "Applied scientist" },
  { id: "research-engineer", layer: "model", name: "Research engineer" },
  { id: "research-scientist", layer: "model", name: "Research scientist" },
  { id: "ai-governance-specialist", layer: "governance", name: "AI governance specialist" },
  { id: "ai-risk-engineer", layer: "governance", name: "AI risk engineer" },
  { id: "outside-data", layer: "outside", name: "Data work outside AI" },
  { id: "outside-software", layer: "outside", name: "Software work outside AI" },
  { id: "outside-ai-adjacent", layer: "outside", name: "Work around AI" },
  { id: "outside-other", layer: "outside", name: "Other work" },
] as const satisfies readonly { id: string; layer: Layer; name: string }[];

export const Role = z.enum(roles.map((role) => role.id));
export type Role = z.infer<typeof Role>;

const byId = new Map<Role, (typeof roles)[number]>(roles.map((role) => [role.id, role]));

/** `layerOf("inference-engineer")` → `"infrastructure"` */
export function layerOf(role: Role): Layer {
  return byId.get(role)!.layer;
}

/** `roleName("ml-engineer")` → `"ML engineer"` */
export function roleName(role: Role): string {
  return byId.get(role)!.name;
}
