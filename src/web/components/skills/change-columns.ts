import type { AnswerOf } from "../../api.ts";
import type { Column } from "../chart/column.ts";

type Change = Omit<AnswerOf<"rising">["rows"][number], "group" | "name">;

/** The two shares of a change with their intervals, and what is behind each, as a file has them. */
export const changeColumns: readonly Column<Change>[] = [
  { head: "now_n", of: (row) => row.n },
  { head: "now_employers", of: (row) => row.employers },
  ...ends("now", (row) => row.share),
  { head: "before_n", of: (row) => row.before },
  { head: "before_employers", of: (row) => row.employersBefore },
  ...ends("before", (row) => row.shareBefore),
];

function ends(side: string, of: (row: Change) => Change["share"]): Column<Change>[] {
  return [
    { head: `${side}_share`, of: (row) => of(row)?.value ?? null },
    { head: `${side}_low`, of: (row) => of(row)?.low ?? null },
    { head: `${side}_high`, of: (row) => of(row)?.high ?? null },
  ];
}
