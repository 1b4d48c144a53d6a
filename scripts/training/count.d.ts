import { type Examples } from "./examples.ts";
/** Counts the features of every labelled posting: the labelled sets of ../shared, and ours, whose labels and invented texts are in data/training. */
export declare function countExamples(): Examples;
