/** An address that was refused, or that did not answer as it should; the message names it. */
export class FetchRefused extends Error {}
