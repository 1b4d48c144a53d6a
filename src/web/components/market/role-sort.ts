import { roles } from "../../../terms/role.ts";
import type { OverviewRow } from "../../api.ts";
import type { Sort } from "./SortHead.tsx";

export const roleColumns = ["role", "n", "employers", "share", "pay", "open"] as const;
export type RoleColumn = (typeof roleColumns)[number];
export type RoleSort = Sort<RoleColumn>;

/** Largest first, work outside AI last: as the question answers. */
export const usualSort: RoleSort = "-n";

/** A sort from an address; what is none, or the usual one, is left out. */
export function readSort(value: unknown): RoleSort | undefined {
  const known = roleColumns.flatMap((column) => [column, `-${column}`] as const);
  return known.find((sort) => sort === value && sort !== usualSort);
}

/** Rows by a column; those that have no figure in it last, whichever way it runs. */
export function sortLines(lines: readonly OverviewRow[], sort: RoleSort = usualSort): OverviewRow[] {
  const down = sort.startsWith("-");
  const value = values[(down ? sort.slice(1) : sort) as RoleColumn];
  return lines.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? b.n - a.n : x === null ? 1 : -1;
    return (down ? y - x : x - y) || b.n - a.n;
  });
}

const names = new Map([...roles].toSorted((a, b) => a.name.localeCompare(b.name, "en")).map(({ id }, i) => [id, i]));

const values: Record<RoleColumn, (line: OverviewRow) => number | null> = {
  role: ({ role }) => names.get(role)!,
  // Work outside AI is not what the page is about: by number it stands last.
  n: ({ n, layer }) => (layer === "outside" ? null : n),
  employers: ({ employers }) => employers,
  share: ({ share }) => share?.value ?? null,
  pay: ({ pay }) => pay.p50?.value ?? null,
  open: ({ timeOpen }) => timeOpen.medianDays,
};
