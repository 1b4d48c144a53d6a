import type { Source, SourceStatus } from "../../../terms/source.ts";
import type { Sort } from "../market/SortHead.tsx";

/** What a source's last fetch means to a person; "unknown": it answered, and nothing can be told of what is gone. */
export const healths = ["good", "unknown", "failed", "new", "imported"] as const;
export type Health = (typeof healths)[number];

const healthOf: Record<SourceStatus, Health> = { good: "good", unchanged: "good", half: "unknown", empty: "unknown", absent: "unknown", failed: "failed", new: "new" };

export function health({ kind, status }: Pick<Source, "kind" | "status">): Health {
  return kind === "import" && status === "good" ? "imported" : healthOf[status];
}

export const sourceColumns = ["name", "checked", "open", "dropped", "due"] as const;
export type SourceColumn = (typeof sourceColumns)[number];
export type SourceSort = Sort<SourceColumn>;
export const usualSourceSort: SourceSort = "name";

export type SourceSearch = { find?: string; health?: Health; sort?: SourceSort };

/** What narrows and sorts the list, as it stands in the address; what is none is left out. */
export function readSourceSearch(search: Record<string, unknown>): SourceSearch {
  const sorts = sourceColumns.flatMap((column) => [column, `-${column}`] as const);
  return {
    find: typeof search.find === "string" && search.find.trim() !== "" ? search.find.slice(0, 200) : undefined,
    health: healths.find((one) => one === search.health),
    sort: sorts.find((one) => one === search.sort && one !== usualSourceSort),
  };
}

/** The sources that are asked for, in the order that is asked for; what has no such value comes last. */
export function listed(rows: readonly Source[], { find = "", health: wanted, sort = usualSourceSort }: SourceSearch): Source[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = rows.filter((row) => (wanted === undefined || health(row) === wanted) && words.every((word) => `${row.name} ${row.employer ?? ""} ${row.url}`.toLowerCase().includes(word)));
  const down = sort.startsWith("-");
  const column = (down ? sort.slice(1) : sort) as SourceColumn;
  return kept.toSorted((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = x < y ? -1 : x > y ? 1 : 0;
    return (down ? -order : order) || (a.name < b.name ? -1 : 1);
  });
}
