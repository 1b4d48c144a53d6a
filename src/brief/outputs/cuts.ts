import type { BriefQuote } from "../../terms/brief.ts";

/** A piece of a sentence that can go so that what is left is a sentence still, as offsets into it. */
export type Cut = { start: number; end: number };

/** Of a sentence so many words must be left, to say something still. */
export const fewestWords = 5;

/**
 * How a flagged word can be taken out of its sentence, null where what is left would be none or say nothing, so that its author must mend it.
 * `cutOf("We ship models in a fast-paced environment.", { text: "fast-paced", … }, 21)` → the span of " in a fast-paced environment"
 */
export function cutOf(sentence: string, { text }: Pick<BriefQuote, "text">, at: number): Cut | null {
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + text.length)];
  if (!adjective.test(text) || !/^\s+\p{L}/u.test(after) || noNoun.test(after) || needsWord.test(before)) return null;
  const noun = empty.exec(after);
  if (noun === null) return saysNothing(before, after) ? null : { start: at, end: at + text.length };
  const surrounds = /\s+(?:with)?in (?:(?:an?|our|this|these) )?$/i.exec(before);
  if (surrounds === null || !endsThere.test(after.slice(noun[0].length)) || leansOn.test(before.slice(0, surrounds.index)) || wordsIn(before.slice(0, surrounds.index)) < fewestWords) return null;
  return { start: surrounds.index, end: at + text.length + noun[0].length };
}

const adjective = /^(?:fast[- ]paced|dynamic|highly motivated|self[- ]motivated|cutting[- ]edge|bleeding[- ]edge|world[- ]class|best[- ]in[- ]class|revolutionary|game[- ]changing|hochmotiviert\w*|bahnbrechend\w*|spannende|results[- ]driven|next[- ]level|fun[- ]loving)$/i;

/** "highly motivated to learn", "fast-paced and growing": what follows is no noun that could stand by itself. */
const noNoun = /^\s+(?:and|or|but|to|in|at|on|by|for|of|as|from|with|when|while|if|because|who|that|which|is|are|was|und|oder|aber|zu|in|im|bei|mit|für|als|wenn|et|ou|mais|à|de|en|pour|avec|en|maar|om|te|bij|met|voor|als)(?!\p{L})/iu;
/** "very fast-paced", "growing and fast-paced", "we are world-class", "more cutting-edge": what stands before it needs it. */
const needsWord = /(?:(?<!\p{L})(?:and|or|und|oder|et|ou|en|very|truly|really|highly|extremely|more|most|so|too|quite|rather|not|is|are|am|be|being|been|was|were|stay|remain|sehr|wirklich|so|zu|ist|sind|bist|très|vraiment|plus|est|êtes|sommes|zeer|heel|echt|bent|zijn)|\p{L}ly|[,&/])\s*$/iu;
/** Nouns that say nothing without their adjective, but for "a culture of writing". */
const empty = /^\s+(?:(?:work(?:ing|place)?|team|office|business|company|start-?up)\s+)?(?:environments?|settings?|atmospheres?|surroundings|workplaces?|cultures?|paces?)(?!\p{L}|\s+of(?!\p{L}))/iu;
/** Behind such a noun: the end of its clause. */
const endsThere = /^(?:\s*(?:$|[.,;:!?)–—-])|\s+(?:and|or|but|while)\b)/i;
/** What needs to be told where or how: "thrive", "comfortable", "able to work". */
const leansOn = /(?<!\p{L})(?:thriv\w*|work\w*|comfortabl\w*|succe\w*|operat\w*|excel\w*|flourish\w*|function\w*|perform\w*|liv\w*|experienc\w*|enjoy\w*|happy|at home|effective\w*|multi-?task\w*|juggl\w*|adapt\w*|are|is|be|you|we)(?:\s+\p{L}+ly|\s+(?:well|best|independently))?$/iu;
/** "We are a company.", "Join a team.", "A team": nothing but a noun for who works there. */
const bare = /^[^\p{L}]*(?:(?:[\p{L}'’]+\s+){0,2}(?:are|is|am|join|be|sind|sommes|est|zijn|['’]re)\s+)?(?:an?|our|the|this|one|ein\w*|une?|een)?\s*(?:compan\w+|teams?|start-?ups?|organi[sz]ations?|places?|business\w*|firms?|groups?|agenc\w+|persons?|people|individuals?|professionals?|candidates?|colleagues?|unternehmen|firma|équipe|entreprise|société|bedrijf)[^\p{L}\p{N}]*$/iu;

function saysNothing(before: string, after: string): boolean {
  return bare.test(`${before}${after.trimStart()}`);
}

/** A sentence without a piece of it: the article before follows the word behind, and the first word is written as first words are. */
export function withoutCut(sentence: string, { start, end }: Cut): string {
  const rest = sentence.slice(end);
  const after = /(?:^|\s)$/.test(sentence.slice(0, start)) ? rest.trimStart() : rest;
  const before = sentence.slice(0, start).replace(/\b(a)n? $/i, (_, a: string) => `${a}${wantsAn(after) ? "n" : ""} `);
  const isFirst = /(?:^|[.!?]\s)$/.test(before);
  return before + (isFirst ? after.slice(0, 1).toUpperCase() + after.slice(1) : after);
}

/** By how the word is said: "an ML team", "a unique one". */
function wantsAn(words: string): boolean {
  return /^(?:hour|honest|honou?r|heir)|^(?!uni(?!n|m)|us[eu]|eu|one\b)[aeiou]/i.test(words) || /^(?:ML|LLM|NLP|SRE|SDK|HPC|FPGA|MVP|RL)/.test(words);
}

export function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
