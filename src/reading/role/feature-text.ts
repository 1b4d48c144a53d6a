import { roleName, roles } from "../../terms/role.ts";

const partText: Record<string, string> = { title: "in the title", work: "in the work", ask: "in what is asked", intro: "in the introduction" };

/** A feature's name in words: `"work:agent-engineer/tool-use"` → `"tool use in the work"`, `"title.agent"` → `"“agent” in the title"` */
export function featureText(name: string): string {
  const [, part, kind, rest] = /^(\w+)([:#%.])(.+)$/.exec(name) ?? [];
  if (part === undefined) return "how often the role is met";
  if (part === "sentences") return kind === "#" ? `sentences on ${groupText(rest!)}` : `share of sentences on AI (${rest})`;
  if (kind === ".") return `“${rest}” ${partText[part]}`;
  if (kind === ":") return `${rest!.slice(rest!.indexOf("/") + 1).replaceAll("-", " ")} ${partText[part]}`;
  return `${kind === "%" ? "share of " : ""}${groupText(rest!)} ${partText[part]}`;
}

function groupText(group: string): string {
  const role = roles.find(({ id }) => id === group);
  if (role === undefined) return "AI";
  return role.layer === "outside" ? roleName(role.id) : `${roleName(role.id)} work`;
}
