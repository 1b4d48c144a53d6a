import { Table } from "@mantine/core";
import { marketWords } from "../../words/market.ts";

/** How a table is sorted, as it stands in the address: a column, with "-" before it from the largest down. */
export type Sort<Column extends string> = Column | `-${Column}`;

type Props<Column extends string> = { column: Column; head: string; sort: Sort<Column> | undefined; usual: Sort<Column>; /** What a first press does: from the largest, or from the smallest. */ down?: boolean; className?: string; /** What stands below the figures of its column on a phone. */ under?: string; onSort(sort: Sort<Column> | undefined): void };

/** A heading that sorts its table: once in its natural direction, again the other way, and a third time as the table usually is. */
export function SortHead<Column extends string>({ column, head, sort, usual, down = true, className, under, onSort }: Props<Column>) {
  const now = sort ?? usual;
  const [first, second]: Sort<Column>[] = down ? [`-${column}`, column] : [column, `-${column}`];
  const following = now === first ? second : now === second && second !== usual ? usual : first!;
  const state = now === column ? "ascending" : now === `-${column}` ? "descending" : undefined;
  return (
    <Table.Th className={className} aria-sort={state}>
      <button type="button" className="sort" aria-label={marketWords.roles.sort(head, following?.startsWith("-") === true)} onClick={() => onSort(following === usual ? undefined : following)}>
        {head}
        <span aria-hidden>{state === undefined ? "" : state === "ascending" ? " ↑" : " ↓"}</span>
      </button>
      {under !== undefined && <span className="under show-narrow">{under}</span>}
    </Table.Th>
  );
}
