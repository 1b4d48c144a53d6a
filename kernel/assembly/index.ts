// The reader's kernel: markup to text, text to words, words to phrases.
export * from "./memory";
export { addMarkup, addPlain, lineCount } from "./markup";
export { linesFound, numbersFound, rareFound, sentencesFound, splitWords } from "./words";
export { findPhrases } from "./phrases";
