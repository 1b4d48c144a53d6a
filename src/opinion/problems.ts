/** A second opinion that cannot be asked for: a setting that is wrong, or a count of tokens that cannot be kept. The message names it and the way out, never a key. */
export class OpinionUnusable extends Error {}
