import entries from "../../../data/vocabulary/skills.json" with { type: "json" };
import type { Lexicon } from "../lexicon.ts";
import { wordsOf } from "../text/words.ts";

/**
 * One skill of data/vocabulary/skills.json. Its name and `aliases` (phrases as in lexicon.ts) say it wherever they stand;
 * the words of its `context` only where the context bears them out. A `name` is of one thing (the usual kind); a `technique`
 * is a common noun (usual in the group of that name); a `field` is so wide that it counts only where it is asked for; a `discipline`
 * is a field that people are employed in: years of it are a career, no skill.
 * Where one of its `parts` is named too, the whole is not worth a line: "containers (Docker)" is Docker.
 */
export type SkillEntry = { id: string; name: string; group: string; kind?: SkillKind; parts?: string[]; aliases?: string[]; context?: SkillContext };
export type SkillKind = "name" | "technique" | "field" | "discipline";

/** When a word that also means something else is the skill. All that is given must hold. */
export type SkillContext = {
  /** The doubtful words; the name itself where left out, none where empty. */
  words?: string[];
  /** The spellings that count, letter by letter; `true`: the name's own. */
  case?: string[] | true;
  /** Spellings that are something else even as a member of a list: ReAct is no React. */
  never?: string[];
  /** `list`: in an enumeration with a skill that is certain; `cue`: that, or beside words such as "experience with". */
  near?: "list" | "cue";
  /** Phrases with the word that mean something else. */
  not?: string[];
  /** Words that, within a line's reach, show that something else is meant. */
  unless?: string[];
};

/** Hits whose id begins so are doubtful; the rest of the id is the skill's. */
export const DOUBT = "?";
/** The id of hits on phrases that only look like a skill. */
export const OTHER = "-";

/** What a hit's id stands for: the skill, and for a doubtful one the conditions of its entry's context. */
export type Sense = {
  id: string;
  name: string;
  /** Number of the entry among all, and those of its parts. */
  number: number;
  parts: readonly number[] | null;
  kind: SkillKind;
  /** The spellings that count; null where all do. */
  spellings: readonly string[] | null;
  never: readonly string[] | null;
  /** The letter with which all of them begin; 0 where they differ. */
  initial: number;
  near: "list" | "cue" | null;
  unless: readonly string[] | null;
};

/** `senses` are found by a hit's id; that of a phrase that only looks like a skill has none. */
export type Skills = { byId: Map<string, SkillEntry>; byName: Map<string, string>; phrases: Record<string, string[]>; senses: Map<string, Sense> };

export const skillsLexicon: Lexicon = {
  kind: "skills",
  get entries() {
    return skillVocabulary().phrases;
  },
};

let built: Skills | null = null;

export function skillVocabulary(): Skills {
  built ??= build(entries as SkillEntry[]);
  return built;
}

function build(all: SkillEntry[]): Skills {
  const byId = new Map<string, SkillEntry>();
  const byName = new Map<string, string>();
  const phrases: Record<string, string[]> = { [OTHER]: [] };
  for (const entry of all) {
    byId.set(entry.id, entry);
    byName.set(wordsOf(entry.name).join(" "), entry.id);
    const doubtful = entry.context && (entry.context.words ?? [entry.name]);
    const certain = [...(doubtful?.some((word) => isSame(word, entry.name)) ? [] : [entry.name]), ...(entry.aliases ?? [])];
    if (certain.length > 0) phrases[entry.id] = certain;
    if (doubtful) phrases[DOUBT + entry.id] = doubtful;
    phrases[OTHER]!.push(...(entry.context?.not ?? []));
  }
  return { byId, byName, phrases, senses: sensesOf(phrases, byId) };
}

function sensesOf(phrases: Record<string, string[]>, byId: Map<string, SkillEntry>): Map<string, Sense> {
  const senses = new Map<string, Sense>();
  const numbers = new Map([...byId.keys()].map((id, number) => [id, number]));
  for (const id of Object.keys(phrases)) {
    if (id === OTHER) continue;
    const entry = byId.get(id.startsWith(DOUBT) ? id.slice(DOUBT.length) : id)!;
    senses.set(id, senseOf(entry, id.startsWith(DOUBT) ? entry.context! : null, numbers));
  }
  return senses;
}

function senseOf(entry: SkillEntry, context: SkillContext | null, numbers: Map<string, number>): Sense {
  const spellings = context?.case === true ? [entry.name] : (context?.case ?? null);
  const parts = entry.parts?.map((part) => numbers.get(part)!) ?? null;
  return { id: entry.id, name: entry.name, number: numbers.get(entry.id)!, parts, kind: kindOf(entry), spellings, never: context?.never ?? null, initial: initialOf(spellings ?? []), near: context?.near ?? null, unless: context?.unless ?? null };
}

function initialOf(spellings: readonly string[]): number {
  const [first, ...others] = spellings.map((spelling) => spelling.charCodeAt(0));
  return first !== undefined && others.every((other) => other === first) ? first : 0;
}

function isSame(one: string, other: string): boolean {
  return wordsOf(one).join(" ") === wordsOf(other).join(" ");
}

/** What an entry is; where it does not say, its group does. */
export function kindOf(entry: SkillEntry): SkillKind {
  return entry.kind ?? (entry.group === "technique" ? "technique" : "name");
}
