import { headingLexicon } from "./sections.ts";
import { commonWords } from "./text/common-words.ts";
import { compileVocabulary, type Vocabulary } from "./vocabulary.ts";
import type { Lexicon } from "./lexicon.ts";
import { degreeLexicon } from "./readers/degree-lexicon.ts";
import { domainLexicon } from "./readers/domain-words.ts";
import { environmentLexicon, manyWords } from "./readers/environment-lexicon.ts";
import { flagsLexicon } from "./readers/flags-lexicon.ts";
import { payLexicon } from "./readers/pay.ts";
import { betweenWords, placesLexicon } from "./places/cues.ts";
import { productionLexicon } from "./readers/production.ts";
import { seniorityLexicon } from "./readers/seniority.ts";
import { needLexicon } from "./readers/skill-need.ts";
import { skillsLexicon } from "./readers/skill-vocabulary.ts";
import { contextWords } from "./readers/skill-words.ts";
import { titleRoleLexicon } from "./readers/title-role.ts";
import { visaLexicon } from "./readers/visa.ts";
import { workplaceLexicon, workplaceWords } from "./workplace/cues.ts";
import { yearsLexicon, yearsWords } from "./readers/years-words.ts";
import { sentenceWords } from "./role/sentence-weights.ts";
import { modelWords } from "./role/weights.ts";
import { workLexicon } from "./role/work.ts";

/** Every lexicon that a reader looks for. A reader asks for its hits by the lexicon's kind. */
export const lexicons = (): Lexicon[] => [
  headingLexicon,
  seniorityLexicon,
  workplaceLexicon,
  placesLexicon,
  payLexicon,
  skillsLexicon,
  needLexicon,
  domainLexicon,
  yearsLexicon,
  degreeLexicon,
  productionLexicon,
  visaLexicon,
  titleRoleLexicon,
  flagsLexicon,
  environmentLexicon,
  workLexicon,
];

let compiled: Vocabulary | null = null;

/** The vocabulary of all readers, compiled on first use (some 300 ms) and kept. */
export function vocabulary(): Vocabulary {
  compiled ??= compileVocabulary(lexicons(), commonWords, [...modelWords(), ...sentenceWords(), ...contextWords(), ...yearsWords(), ...workplaceWords(), ...betweenWords, ...manyWords]);
  return compiled;
}
