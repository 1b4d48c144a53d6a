import { roleName, type Role } from "../../terms/role.ts";
import { type Draft, emptyDraft } from "./messages.ts";

type SkillRow = { name: string; n: number; required: number; preferred: number };
const MOST_SKILLS = 8;
const MOST_EXTRAS = 5;
/** What fewer than a tenth of a role's postings require is nobody's usual requirement. */
const USUAL = 0.1;

/** A draft that begins with what the postings of a role really require and prefer; what only its author can know is a gap to fill. */
export function templateOf(role: Role, { rows, postings }: { rows: readonly SkillRow[]; postings: number }): Draft {
  const required = rows.filter((row) => row.required >= row.preferred && row.required / postings >= USUAL).toSorted((a, b) => b.required - a.required).slice(0, MOST_SKILLS);
  const preferred = rows.filter((row) => row.preferred > row.required && row.preferred / postings >= USUAL).toSorted((a, b) => b.preferred - a.preferred).slice(0, MOST_EXTRAS);
  const lines = [
    "About the team",
    "[Who you are, how many, and whom this person reports to.]",
    "",
    "What you will do",
    "- [The system this person will own, how many people or requests depend on it, and its state today.]",
    "- [The first thing that should be different after six months.]",
    "- [On-call: how often, and with how many others.]",
    "",
    "What you bring",
    "- [A system you have run in production, at what scale, and what went wrong with it.]",
    ...required.map(({ name }) => `- ${name}`),
    ...(preferred.length === 0 ? [] : ["", "Nice to have", ...preferred.map(({ name }) => `- ${name}`)]),
    "",
    "What we offer",
    "- [Pay from and to, a year, in your currency.]",
    "- [Place, and days in an office.]",
  ];
  return { ...emptyDraft, title: roleName(role), role, text: `${lines.join("\n")}\n` };
}
