import type { BoardRef } from "../terms/board-ref.ts";

/** A request that a board asks for. `details`: the id of the posting whose text it brings; without it, a page of the list. */
export type BoardRequest = { url: string; method: "GET" | "POST"; headers: Record<string, string>; body?: string; details?: string };

/** What came for a request: the last status after redirects, and the whole body as text. Of a request that failed altogether: status 0, the reason as body. */
export type BoardResponse = { request: BoardRequest; status: number; body: string };

/** A posting that stands on a board. `stamp` changes when the posting does; null where the board's list does not tell. */
export type Listed = { id: string; stamp: string | null };

/** Why responses are not the whole board, so that nothing may be taken for closed. */
export type Lack = { reason: "no such board" | "empty" | "not answered" | "not a board" | "not whole"; detail: string };

/** A page of a board's list, parsed. */
export type ListPage = { request: BoardRequest; value: unknown };

/** Where the boards of one kind stand and how they are asked: all that differs between kinds; what is the same for all is in boards.ts. */
export type Address = {
  /** A reference as it is typed, to show what is wanted. */
  example: string;
  /** Whether a name can be one of this kind's. Names go into addresses and host names: what is not a name must not get there. */
  isName: (name: string) => boolean;
  /** The board that an address on this kind's hosts belongs to: careers page, posting, API, embedded script. */
  refIn: (url: URL) => BoardRef | null;
  /** What `host` can be, besides nothing. */
  hosts?: readonly string[];
  /** What stands in pages of this kind on an employer's own domain. */
  mark?: RegExp;
  /** The board's page for people. */
  page: (ref: BoardRef) => string;
  /** The first requests. `key`: of an API that wants one. */
  list: (ref: BoardRef, key: string | null) => BoardRequest[];
  /** Where else the board may stand when it is not there. */
  otherwise?: (ref: BoardRef) => BoardRef | null;
  /** The pages of the list that the ones so far call for; those already there may be among them. */
  more?: (ref: BoardRef, pages: readonly ListPage[]) => BoardRequest[];
  /** Whether a later page says more of this posting: of kinds whose pages are languages, and repeat the postings. */
  again?: (item: unknown) => boolean;
  /** The postings on a page of the list; null where it is no such page. */
  items: (value: unknown) => unknown[] | null;
  /** A posting of the list: its id and stamp; null where it has none. */
  listed: (item: unknown) => Listed | null;
  /** How many postings the board says it has. */
  total?: (pages: readonly ListPage[]) => number | null;
  /** Why the board cannot be had whole, where the kind has such a bound. */
  bound?: (pages: readonly ListPage[]) => string | null;
  /** The request for a posting's text, where the list has none. */
  details?: (ref: BoardRef, item: unknown, id: string) => BoardRequest;
};

/** A GET for JSON. */
export function get(url: string, headers: Record<string, string> = {}): BoardRequest {
  return { url, method: "GET", headers: { accept: "application/json", ...headers } };
}

/** The list under `name` of an object; null where there is none. */
export function listUnder(value: unknown, name: string): unknown[] | null {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : null;
}

/** A field of an object; undefined for anything else. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** A text or number under `name` as text; null for anything else and for an empty text. */
export function textAt(value: unknown, name: string): string | null {
  const text = fieldOf(value, name);
  return typeof text === "string" && text !== "" ? text : typeof text === "number" && Number.isFinite(text) ? String(text) : null;
}

/** A whole number of at least 0 under `name`; null for anything else. */
export function countAt(value: unknown, name: string): number | null {
  const count = fieldOf(value, name);
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** A posting of a list by its id. */
export function listedBy(id: string | null, stamp: string | null): Listed | null {
  return id === null ? null : { id, stamp };
}

/** Names as boards give them to employers: no slash, no control characters, nothing that would leave its place in an address. */
export function isPathName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._~&'+-]{0,99}$/u.test(name) && !name.includes("..");
}

/** A label of a host name, or an own domain. `isHostName("acme")`, `isHostName("jobs.acme.com")` → `true` */
export function isHostName(name: string): boolean {
  return name.length <= 200 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(name) && !/(?:^|\.)\d+$/.test(name);
}

/** A text as one part of an address; half a character pair, which no address can carry, as U+FFFD. */
export function urlPart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** The parts of an address's path, decoded; what cannot be decoded is left out with all after it. */
export function pathOf(url: URL): string[] {
  const parts: string[] = [];
  for (const part of url.pathname.split("/")) {
    if (part === "") continue;
    try {
      parts.push(decodeURIComponent(part));
    } catch {
      return parts;
    }
  }
  return parts;
}
