import { vocabulary } from "../words.ts";
import { DOUBT, OTHER, skillVocabulary, type Sense } from "./skill-vocabulary.ts";

// Facts of a hit on a skill's phrase. One that is neither certain nor doubtful only looks like a skill.
export const CERTAIN = 1;
export const DOUBTFUL = 2;
export const NAME = 4;
export const FIELD = 8;

/** Facts and sense of a hit, both by its `entry`. */
export type Senses = { facts: Uint8Array; senses: (Sense | undefined)[] };

let built: Senses | null = null;

export function skillSenses(): Senses {
  built ??= build();
  return built;
}

function build(): Senses {
  const { kinds, phraseKind, phraseId } = vocabulary();
  const kind = kinds.indexOf("skills");
  const senses = phraseId.map((id, entry) => (phraseKind[entry] === kind ? skillVocabulary().senses.get(id) : undefined));
  return { senses, facts: Uint8Array.from(senses, (sense, entry) => (sense === undefined ? 0 : factsOf(sense, phraseId[entry]!))) };
}

function factsOf({ kind }: Sense, id: string): number {
  if (id === OTHER) return 0;
  return (id.startsWith(DOUBT) ? DOUBTFUL : CERTAIN) | (kind === "name" ? NAME : kind === "field" ? FIELD : 0);
}
