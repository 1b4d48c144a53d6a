import { briefKnows } from "./brief/view.ts";
import { filterNames, readFilters } from "./filters.ts";

/** What of an address its page does not understand: `unreadIn("/", "?role=rubbish&country=DE")` → `["role=rubbish"]`. It does nothing, and the page says so. */
export function unreadIn(path: string, search: string): string[] {
  const given = new URLSearchParams(search);
  return Object.entries(knowing[path] ?? filtersKnow).flatMap(([name, knows]) => {
    const value = given.get(name) ?? "";
    return value.trim() === "" || knows(value) ? [] : [`${name}=${value.trim().slice(0, 80)}`];
  });
}

type Knows = Record<string, (value: string) => boolean>;

const filtersKnow: Knows = Object.fromEntries(filterNames.map((name) => [name, (value: string) => readFilters({ [name]: value })[name] !== undefined]));

/** What pages know of an address that is no filter. */
const knowing: Record<string, Knows> = { "/brief": briefKnows };

let unread: readonly string[] = [];

/** Remembers what of the address that the page was opened with is not understood: the router takes it out of the address. */
export function noteOpened(path: string, search: string): void {
  unread = unreadIn(path, search);
}

export function unreadParts(): readonly string[] {
  return unread;
}
