import type { Skill } from "../terms/skill.ts";

/** Skills by how much they are asked for, under the words of the table; groups without any are left out. */
export function need(skills: readonly Skill[]): [label: string, skills: Skill[]][] {
  const groups: [string, Skill[]][] = [
    ["Required", skills.filter((skill) => skill.need === "required")],
    ["Preferred", skills.filter((skill) => skill.need === "preferred")],
    ["Mentioned", skills.filter((skill) => skill.need === "mentioned")],
  ];
  return groups.filter(([, list]) => list.length > 0);
}
