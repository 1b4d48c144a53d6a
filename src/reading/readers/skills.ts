import type { Skill } from "../../terms/skill.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const skillsLexicon: Lexicon = { kind: "skills", entries: {} };

export function readSkills(_doc: Document): Skill[] {
  return [];
}
