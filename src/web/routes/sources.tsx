import { useDocumentTitle } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Source } from "../../terms/source.ts";
import { sources } from "../api-sources.ts";
import { TableSkeleton } from "../components/market/TableSkeleton.tsx";
import { Command } from "../components/shell/Command.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { AddSource } from "../components/sources/AddSource.tsx";
import { DroppedTable } from "../components/sources/DroppedTable.tsx";
import { RefreshPanel } from "../components/sources/RefreshPanel.tsx";
import { remove, useRemovals } from "../components/sources/removal.ts";
import { RemovalNotices } from "../components/sources/RemovalNotices.tsx";
import { health, healths, listed, type SourceSearch } from "../components/sources/source-search.ts";
import { SourceTable } from "../components/sources/SourceTable.tsx";
import { useRefresh } from "../components/sources/use-refresh.ts";
import { count, plural, shown } from "../figures.ts";
import { ago } from "../time.ts";
import { sourceWords } from "../words/sources.ts";

const words = sourceWords;

/** What the market follows: how each board is, what was left out, and the ways to add, refresh and remove. */
export function SourcesPage() {
  useDocumentTitle(`${words.title} · Strata`);
  const search = useSearch({ from: "/sources" });
  const navigate = useNavigate({ from: "/sources" });
  const queries = useQueryClient();
  const asked = useQuery(sources());
  const { state, running, start, cancel, left } = useRefresh();
  const removals = useRemovals();
  const going = new Set(removals.filter((one) => one.state === "going").map(({ source }) => source.name));
  const rows = asked.data?.filter(({ name }) => !going.has(name));
  const set = (next: SourceSearch, replace = true) => void navigate({ search: { ...search, ...next }, replace, resetScroll: false });
  // One moment for the whole page: rows must not tell of different ones.
  // oxlint-disable-next-line react/exhaustive-deps -- with each answer, a new moment
  const now = useMemo(() => Date.now(), [asked.dataUpdatedAt]);
  const due = rows?.filter((row) => row.kind !== "import" && (row.due === null || Date.parse(row.due) <= now)).length ?? 0;

  return (
    <>
      <header className="page-head sources-head">
        <div>
          <h1>{words.heading}</h1>
          <output className="soft totals">{rows !== undefined && rows.length > 0 && totalsOf(rows, now)}</output>
        </div>
        {rows !== undefined && rows.some(({ kind }) => kind !== "import") && (
          <button type="button" className="button" disabled={running || due === 0 || start.isPending} onClick={() => start.mutate(undefined)}>
            {due === 0 ? words.refresh.none : words.refresh.due(count(due))}
          </button>
        )}
      </header>
      <AddSource withList={rows !== undefined && rows.length < 100} busy={running || start.isPending} onFollowed={(names) => start.mutate(names)} />
      {start.error !== null && (
        <p role="alert" className="refresh refused">
          <b>{words.refresh.notBegun}.</b> {start.error.message}
        </p>
      )}
      {state !== undefined && <RefreshPanel state={state} left={left} cancelling={cancel.isPending} onCancel={() => cancel.mutate()} />}
      <section aria-label={words.title} aria-busy={asked.isFetching && !running} className="rows">
        {asked.error !== null && rows === undefined ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : rows === undefined ? (
          <TableSkeleton label={words.loading} />
        ) : rows.length === 0 ? (
          <NoSource />
        ) : (
          <>
            <SourceFilter rows={rows} search={search} onChange={set} />
            <Listed rows={rows} search={search} set={set} now={now} fetching={state?.fetching ?? []} busy={running || start.isPending} onRefresh={({ name }) => start.mutate([name])} onRemove={(source) => remove(source, queries)} />
          </>
        )}
      </section>
      {rows !== undefined && rows.length > 0 && <DroppedTable />}
      <RemovalNotices />
    </>
  );
}

type ListedProps = Omit<Parameters<typeof SourceTable>[0], "sort" | "onSort"> & { search: SourceSearch; set(next: SourceSearch): void };

function Listed({ rows, search, set, ...rest }: ListedProps) {
  const shownRows = listed(rows, search);
  if (shownRows.length > 0) return <SourceTable rows={shownRows} sort={search.sort} onSort={(sort) => set({ sort })} {...rest} />;
  return (
    <output className="state">
      <h2>{words.noMatch.head}</h2>
      <p className="soft">{words.noMatch.body}</p>
      <button type="button" className="button" onClick={() => set({ find: undefined, health: undefined })}>
        {words.noMatch.clear}
      </button>
    </output>
  );
}

function NoSource() {
  return (
    <output className="state">
      <h2>{words.none.head}</h2>
      <p className="soft">
        {words.none.body} <Command of={words.none.command} />
      </p>
    </output>
  );
}

function SourceFilter({ rows, search, onChange }: { rows: readonly Source[]; search: SourceSearch; onChange(next: SourceSearch, replace?: boolean): void }) {
  const n = (one: (typeof healths)[number]) => rows.filter((row) => health(row) === one).length;
  return (
    <search className="filters" aria-label={words.filter.label}>
      <input type="search" className="field title-field" data-filter aria-label={words.filter.label} placeholder={words.filter.placeholder} value={search.find ?? ""} maxLength={200} onChange={(event) => onChange({ find: event.currentTarget.value || undefined })} />
      <fieldset className="filter-chips">
        <legend className="unseen">{words.columns.checked}</legend>
        {([undefined, ...healths] as const)
          .filter((one) => one === undefined || n(one) > 0 || one === search.health)
          .map((one) => (
            <label key={one ?? "all"} className="pick">
              <input type="radio" name="health" className="unseen" checked={search.health === one} onChange={() => onChange({ health: one }, false)} />
              {one === undefined ? words.filter.all : words.filter.healths[one]} <span className="soft">{one === undefined ? count(rows.length) : count(n(one))}</span>
            </label>
          ))}
      </fieldset>
    </search>
  );
}

function totalsOf(rows: readonly Source[], now: number): string {
  const sum = (of: "open" | "postings") => rows.reduce((all, row) => all + row[of], 0);
  const checked = rows.flatMap((row) => row.checked ?? []).toSorted().at(-1);
  const next = rows.flatMap((row) => (row.due !== null && Date.parse(row.due) > now ? [row.due] : [])).toSorted()[0];
  return [words.totals(plural(rows.length, "source"), count(sum("open")), plural(sum("postings"), "posting")), checked === undefined ? null : words.checked(ago(checked, now)), next === undefined ? null : words.next(ago(next, now))].filter((part) => part !== null).map(shown).join(" · ");
}
