// The reader's kernel: a line of JSON to markup, markup to text, text to words, words to phrases.
export * from "./memory";
export { bodyHasTag, bodyLength, takeBody } from "./line";
export { addLines, addMarkup, addPlain, lineCount } from "./markup";
export { linesFound, numbersFound, rareFound, sentencesFound, splitWords } from "./words";
export { findPhrases } from "./phrases";
export { findFeatures, findReasons, scoreRoles, sumSentences } from "./role";
