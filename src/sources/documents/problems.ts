/** A document that cannot be read as a description; the message names it and the way out. */
export class DocumentUnusable extends Error {}
