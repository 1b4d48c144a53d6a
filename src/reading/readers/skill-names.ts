import { expandPhrase } from "../lexicon.ts";
import { wordsOf } from "../text/words.ts";
import { skillVocabulary } from "./skill-vocabulary.ts";

type Named = { id: string; name: string };

/** The skill that is called so, by its id, its name or another name: `skillNamed("golang")` → `{ id: "go", name: "Go" }`; null for what is no skill's name. */
export function skillNamed(called: string): Named | null {
  return skillVocabulary().byId.get(called.trim().toLowerCase()) ?? skillNames().get(keyOf(called)) ?? null;
}

let built: Map<string, Named> | null = null;

/** Every name of every skill, folded, with the skill. The name that a skill goes by comes before what others are also called. */
export function skillNames(): ReadonlyMap<string, Named> {
  if (built !== null) return built;
  built = new Map();
  const skills = [...skillVocabulary().byId.values()];
  for (const { id, name } of skills) put(name, { id, name });
  for (const { id, name, aliases = [] } of skills) for (const alias of aliases.flatMap(expandPhrase)) put(alias, { id, name });
  return built;
}

function put(spelling: string, skill: Named): void {
  const key = keyOf(spelling);
  if (!built!.has(key)) built!.set(key, skill);
}

function keyOf(spelling: string): string {
  return wordsOf(spelling).join(" ");
}
