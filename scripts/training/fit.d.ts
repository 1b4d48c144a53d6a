import type { Example, Examples } from "./examples.ts";
/** Multinomial logistic regression by gradient descent (Adam, full batches, so without chance). Returns weights, feature × role. */
export declare function trainWeights({ names }: Examples, rows: readonly Example[]): Float64Array;
/** Score of each role under joined weights. */
export declare function scoresOf({ features, values }: Example, joined: Float64Array): Float64Array;
