import { roleName, roles } from "../../terms/role.ts";

/** What a concept is called where its name with spaces would be no words. */
const conceptText: Record<string, string> = {
  "care-trades": "care and trades",
  "devops-sre": "DevOps and SRE",
  "gpu-cluster": "GPU clusters",
  "hallucination-drift": "hallucination and drift",
  "kv-cache": "KV cache",
  "languages-stack": "programming languages",
  "llm-applications": "LLM applications",
  "llm-observability": "LLM observability",
  "ml-compiler": "ML compilers",
  "ml-platform": "ML platform",
  "ml-production": "ML in production",
  "model-apis": "model APIs",
  predictive: "predictive models",
  "qa-security": "testing and security",
  "vision-speech": "vision and speech",
  ai: "AI",
  "ai-features": "AI features",
  "ai-governance": "AI governance",
  "ai-incidents": "AI incidents",
  "ai-product-management": "AI product management",
  "ai-sales": "AI sales",
  "ai-security": "AI security",
  "ai-testing": "testing of AI",
  "full-stack-ai": "full-stack AI",
  llm: "LLM",
  ml: "ML",
  mlops: "MLOps",
  rag: "RAG",
};

const partText: Record<string, string> = { title: "in the title", work: "in the work", ask: "in what is asked", intro: "in the introduction" };

/** A feature's name in words: `"work:agent-engineer/tool-use"` → `"tool use in the work"`, `"title.agent"` → `"“agent” in the title"` */
export function featureText(name: string): string {
  const [, part, kind, rest] = /^(\w+)([:#%.])(.+)$/.exec(name) ?? [];
  if (part === undefined) return "how often the role is met";
  if (part === "sentences") return kind === "#" ? `sentences on ${groupText(rest!)}` : `share of sentences on AI (${rest})`;
  if (kind === ".") return `“${rest}” ${partText[part]}`;
  if (kind === ":") return `${conceptName(rest!.slice(rest!.indexOf("/") + 1))} ${partText[part]}`;
  return `${kind === "%" ? "share of " : ""}${groupText(rest!)} ${partText[part]}`;
}

function conceptName(concept: string): string {
  return conceptText[concept] ?? concept.replaceAll("-", " ");
}

function groupText(group: string): string {
  const role = roles.find(({ id }) => id === group);
  if (role === undefined) return "AI";
  return role.layer === "outside" ? roleName(role.id) : `${roleName(role.id)} work`;
}
