import { vocabulary } from "../words.ts";
import { DOUBT, OTHER, skillVocabulary, type Sense } from "./skill-vocabulary.ts";

// Facts of a hit on a skill's phrase. One that is neither certain nor doubtful only looks like a skill.
export const CERTAIN = 1;
export const DOUBTFUL = 2;
export const NAME = 4;
export const FIELD = 8;
/** Only some spellings count; */
export const SPELLED = 16;
/** something must stand near. */
export const NEAR = 32;
export const DISCIPLINE = 64;

/** Facts of a hit, the letter with which it must begin (0: any), and its sense, each by its `entry`. */
export type Senses = { facts: Uint8Array; initials: Uint16Array; senses: (Sense | undefined)[] };

let built: Senses | null = null;

export function skillSenses(): Senses {
  built ??= build();
  return built;
}

function build(): Senses {
  const { kinds, phraseKind, phraseId } = vocabulary();
  const kind = kinds.indexOf("skills");
  const senses = phraseId.map((id, entry) => (phraseKind[entry] === kind ? skillVocabulary().senses.get(id) : undefined));
  return { senses, initials: Uint16Array.from(senses, (sense) => sense?.initial ?? 0), facts: Uint8Array.from(senses, (sense, entry) => (sense === undefined ? 0 : factsOf(sense, phraseId[entry]!))) };
}

function factsOf({ kind, spellings, near }: Sense, id: string): number {
  if (id === OTHER) return 0;
  return (id.startsWith(DOUBT) ? DOUBTFUL : CERTAIN) | (kind === "name" ? NAME : kind === "field" ? FIELD : kind === "discipline" ? FIELD | DISCIPLINE : 0) | (spellings === null ? 0 : SPELLED) | (near === null ? 0 : NEAR);
}
