import { skillVocabulary } from "./skill-vocabulary.ts";

/** "experience with Go", "languages such as Go", "Kenntnisse in Go": a word that makes a skill of a doubtful one, without its boundaries. */
export const CUE =
  "(?:experienced?|expertise|knowledge|proficien\\p{L}+|fluen\\p{L}+|familiar\\p{L}*|skill(?:s|ed)|background|command|confiden(?:ce|t)|comfort(?:able)?|mastery|understanding|using|programming|languages?|frameworks?|librar(?:y|ies)|tools?|tooling|stack|technolog(?:y|ies)|platforms?|coding|erfahrung(?:en)?|kenntnissen?|umgang|programmiersprachen?|werkzeuge?|exp[ée]riences?|connaissances?|ma[îi]trise[rz]?|comp[ée]tences?|langages?|outils?|ervaring|kennis|programmeertalen?)";

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
  return [...others, ...takenAlong, ...unlessWords()];
}
