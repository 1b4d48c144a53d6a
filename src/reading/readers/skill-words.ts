import { expandPhrase } from "../lexicon.ts";
import { skillVocabulary } from "./skill-vocabulary.ts";

/** "experience with Go", "languages such as Go", "Kenntnisse in Go": words that make a skill of a doubtful one, in the syntax of lexicon.ts; */
const cues =
  "experience(d) experiences expertise knowledge skill(s|ed) background command confiden(ce|t) comfort(able) mastery understanding using programming language(s) framework(s) librar(y|ies) tool(s) tooling stack technolog(y|ies) platform(s) coding erfahrung(en) kenntnisse(n) umgang programmiersprache(n) werkzeug(e) expérience(s) connaissance(s) ma(i|î)trise(|r|z) comp(e|é)tence(s) langage(s) outil(s) ervaring kennis programmeertale(n)";
/** and how others begin. */
export const CUE_STEM = /proficien|fluen|familiar/iy;
/** "Go programming": how the cues begin that stand right behind a word. */
export const nounsAfter = "programming developer development experience skill code coding script expertise proficiency knowledge language framework library libraries kenntnisse erfahrung certifi".split(" ");

/** Words of which something stands between two members of an enumeration where anything but signs and numbers does; */
export const joiners = "and or und oder sowie et ou en of eg e g z b such as like including wie comme zoals ideally preferably preferred bevorzugt idealerweise vorzugsweise idéalement bij voorkeur nice bonus plus maybe perhaps".split(" ");
/** likewise between a kind and its names, where there is no bracket, colon or dash. */
export const introducers = "such like e eg including using with wie comme tel tels telle telles zoals z".split(" ");

export function cueWords(): string[] {
  return cues.split(" ").flatMap(expandPhrase);
}

/** "other relational databases" */
export const others = new Set("other similar equivalent andere anderen anderer autre autres weitere weiteren weiterer ähnliche ähnlichen".split(" "));

/** "ML intuition", "data pipeline anomalies": a word follows that is neither a small word nor one that a skill's name takes along. */
export const takenAlong = new Set(
  (
    "and or und oder et ou en in with for to at on using such like that which from is are as across into of within by where while through including e a the mit für von zu avec pour dans de van voor met " +
    "experience skill skills knowledge expertise concept concepts principle principles fundamentals technique techniques best practice practices method methods tool tools framework frameworks platform platforms technology technologies " +
    "environment environments service services development engineering solution solutions application applications model models architecture architectures system systems algorithm algorithms pipeline pipelines pattern patterns " +
    "strategy strategies deployment deployments workflow workflows infrastructure standard standards"
  ).split(" "),
);

/** Words that, near a doubtful one, show that something else is meant. */
export function unlessWords(): string[] {
  return [...new Set([...skillVocabulary().senses.values()].flatMap((sense) => sense.unless ?? []))];
}

/** Words that the vocabulary must know, so that they are told by their numbers. */
export function contextWords(): string[] {
  return [...cueWords(), ...joiners, ...others, ...takenAlong, ...unlessWords()];
}
