import { Filters as Asked } from "../terms/filters.ts";
import { NameKind } from "../terms/market-name.ts";

type Whole = ReturnType<typeof Asked.parse>;

/** What narrows a page, as it stands in its address: the API's own parameters, without those that do not narrow. */
export type Filters = { [Name in keyof Whole]?: NonNullable<Whole[Name]> };

export const filterNames = Object.keys(Asked.shape) as (keyof Filters)[];

/** Reads filters from an address with the API's own schemas; what is not one is left out, so that an old or mistyped address still opens. */
export function readFilters(search: Record<string, unknown>): Filters {
  // Every name, undefined too: the router lays what it gets over the address as it was.
  const read = filterNames.map((name) => {
    const { data } = Asked.shape[name].safeParse(search[name]);
    if (data === null || data?.length === 0) return [name, undefined] as const;
    return [name, isNames(name) && Array.isArray(data) ? [...new Set(data.map((one) => one.toLowerCase()))] : data] as const;
  });
  // What else stands in an address (a campaign's mark) is nobody's question.
  return Object.fromEntries([...Object.keys(search).map((name) => [name, undefined] as const), ...read]);
}

/** Names are one filter in any case, as the boxes that take them off compare them. */
function isNames(name: keyof Filters): boolean {
  return NameKind.safeParse(name).success;
}

/** Whether anything is narrowed; pay's currency does not narrow. */
export function isNarrowed(filters: Filters): boolean {
  return filterNames.some((name) => name !== "currency" && filters[name] !== undefined);
}

/** Parameters as they stand in an address or a request: lists with commas, nothing that is empty. `queryOf({ region: ["uk", "us"], title: undefined })` → `{ region: "uk,us" }` */
export function queryOf(asked: object): Record<string, string> {
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0) ? [] : [[name, String(value)]])));
}

/** With `value` in the list where it was not, and without it where it was; `undefined` in place of an empty list. */
export function toggled<T>(list: readonly T[] | undefined, value: T): T[] | undefined {
  const rest = (list ?? []).filter((one) => one !== value);
  const next = rest.length === (list ?? []).length ? [...rest, value] : rest;
  return next.length === 0 ? undefined : next;
}
