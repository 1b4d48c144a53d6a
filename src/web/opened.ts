import { filterNames, readFilters } from "./filters.ts";

/** Filters of an address that are none: `unreadIn("?role=rubbish&country=DE")` → `["role=rubbish"]`. They narrow nothing, and the page says so. */
export function unreadIn(search: string): string[] {
  const given = new URLSearchParams(search);
  const read = readFilters(Object.fromEntries(given));
  return filterNames.filter((name) => given.get(name)?.trim() && read[name] === undefined).map((name) => `${name}=${given.get(name)!.trim().slice(0, 80)}`);
}

let unread: readonly string[] = [];

/** Remembers what of the address that the page was opened with is not understood: the router takes it out of the address. */
export function noteOpened(search: string): void {
  unread = unreadIn(search);
}

export function unreadFilters(): readonly string[] {
  return unread;
}
