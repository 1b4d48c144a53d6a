/** A document that cannot be read as a description; the message names it and the way out. */
export class DocumentUnusable extends Error {}

/** More documents came at once than are read side by side and wait. */
export class TooManyDocuments extends Error {}
