import { readBriefSearch } from "./brief/view.ts";
import { filterNames, readFilters } from "./filters.ts";

/** What of an address its page does not understand: `unreadIn("/", "?role=rubbish&country=DE")` → `["role=rubbish"]`. It does nothing, and the page says so. */
export function unreadIn(path: string, search: string): string[] {
  const given = new URLSearchParams(search);
  const read: Record<string, unknown> = path === "/brief" ? readBrief(given) : readFilters(Object.fromEntries(given));
  return (path === "/brief" ? briefNames : filterNames).filter((name) => given.get(name)?.trim() && read[name] === undefined).map((name) => `${name}=${given.get(name)!.trim().slice(0, 80)}`);
}

const briefNames = ["view", "id"] as const;

/** The view that the page opens with stands in no address, but may be written there. */
function readBrief(given: URLSearchParams): Record<string, unknown> {
  const { view, id } = readBriefSearch(Object.fromEntries(given));
  return { id, view: view ?? (given.get("view") === "write" ? "write" : undefined) };
}

let unread: readonly string[] = [];

/** Remembers what of the address that the page was opened with is not understood: the router takes it out of the address. */
export function noteOpened(path: string, search: string): void {
  unread = unreadIn(path, search);
}

export function unreadParts(): readonly string[] {
  return unread;
}
