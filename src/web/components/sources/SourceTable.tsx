import { Table } from "@mantine/core";
import type { Source } from "../../../terms/source.ts";
import { count, shown } from "../../figures.ts";
import { ago, moment } from "../../time.ts";
import { webAddress } from "../../web-address.ts";
import { sourceWords } from "../../words/sources.ts";
import { SortHead } from "../market/SortHead.tsx";
import { health, type SourceSort, usualSourceSort } from "./source-search.ts";

const words = sourceWords;

type Props = { rows: readonly Source[]; sort: SourceSort | undefined; now: number; fetching: readonly string[]; busy: boolean; onSort(sort: SourceSort | undefined): void; onRefresh(source: Source): void; onRemove(source: Source): void };

/** The sources with their health: how the last fetch went and why, what they hold, what was left out, when they are asked again. */
export function SourceTable({ rows, sort, onSort, ...line }: Props) {
  const head = { sort, usual: usualSourceSort, onSort };
  return (
    <Table className="source-table" highlightOnHover verticalSpacing={6} horizontalSpacing={10}>
      <Table.Thead>
        <Table.Tr>
          <SortHead {...head} column="name" head={words.columns.name} down={false} />
          <SortHead {...head} column="checked" head={words.columns.checked} className="hide-narrow" />
          <SortHead {...head} column="open" head={words.columns.open} className="n" />
          <SortHead {...head} column="dropped" head={words.columns.dropped} className="n hide-narrow" />
          <SortHead {...head} column="due" head={words.columns.due} down={false} className="hide-narrow" />
          <Table.Th>
            <span className="unseen">{words.columns.actions}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((source) => (
          <SourceLine key={source.name} source={source} {...line} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SourceLine({ source, now, fetching, busy, onRefresh, onRemove }: Pick<Props, "now" | "fetching" | "busy" | "onRefresh" | "onRemove"> & { source: Source }) {
  const name = shown(source.name);
  const address = webAddress(source.url);
  const followed = source.kind !== "import";
  return (
    <Table.Tr data-row data-fetching={fetching.includes(source.name) || undefined}>
      <Table.Th scope="row" fw={400} className="source-name">
        {address === null ? (
          name
        ) : (
          <a href={address} target="_blank" rel="noreferrer noopener">
            {name}
          </a>
        )}
        {source.employer !== null && <span className="soft under">{shown(source.employer)}</span>}
        <span className="under show-narrow">
          <Outcome source={source} now={now} />
        </span>
      </Table.Th>
      <Table.Td className="hide-narrow">
        <Outcome source={source} now={now} />
      </Table.Td>
      <Table.Td className="n">
        {count(source.open)} <span className="soft">{words.of(count(source.postings))}</span>
      </Table.Td>
      <Table.Td className="n hide-narrow">{source.dropped === 0 ? <span className="soft">0</span> : count(source.dropped)}</Table.Td>
      <Table.Td className="hide-narrow soft" title={source.due === null ? undefined : moment(source.due)}>
        {!followed ? "–" : source.due === null ? words.atNext : Date.parse(source.due) <= now ? words.overdue : ago(source.due, now)}
      </Table.Td>
      <Table.Td className="source-actions">
        {followed && (
          <button type="button" className="plain" disabled={busy} aria-label={words.refresh.one(name)} onClick={() => onRefresh(source)}>
            {words.refresh.button}
          </button>
        )}
        <button type="button" className="plain" aria-label={words.remove.one(name)} onClick={() => onRemove(source)}>
          {words.remove.button}
        </button>
      </Table.Td>
    </Table.Tr>
  );
}

/** How the last fetch went, in a word with a sign, when that was, and what was wrong. */
function Outcome({ source, now }: { source: Source; now: number }) {
  const { kind, status, problem, checked, failures } = source;
  const state = health(source);
  return (
    <>
      <span className="outcome" data-health={state}>
        {state === "imported" ? words.imported : kind === "import" ? words.allLeftOut : words.status[status]}
      </span>{" "}
      {checked !== null && (
        <span className="soft" title={moment(checked)}>
          {ago(checked, now)}
          {failures > 1 && `, ${words.times(failures)}`}
        </span>
      )}
      {problem !== null && (
        <span className="soft under problem">
          {shown(problem)}
          {(state === "unknown" || state === "failed") && !problem.includes(words.nothingClosed) && `; ${words.nothingClosed}`}
        </span>
      )}
    </>
  );
}
