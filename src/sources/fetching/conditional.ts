import type { Answer } from "./fetch.ts";

/** What tells a server which answer is had already: its ETag, or else the day it gave. */
export function etagOf({ headers }: Answer): string | null {
  return headers.etag ?? headers["last-modified"] ?? null;
}

/** The headers that ask for an answer only where it is another than that of `etagOf`. */
export function sinceHeaders(etag: string | null): Record<string, string> {
  if (etag === null) return {};
  return /^(?:W\/)?"/.test(etag) ? { "if-none-match": etag } : { "if-modified-since": etag };
}
