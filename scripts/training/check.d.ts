import type { Examples } from "./examples.ts";
/** Cross-validation with all postings of an employer in one fold; prints accuracy and returns the temperature that makes the probabilities most honest. */
export declare function crossValidate(examples: Examples, say: (line: string) => void): number;
