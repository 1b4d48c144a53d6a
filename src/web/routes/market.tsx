import { useDocumentTitle } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { question, unknownNames } from "../api.ts";
import { SaveMenu } from "../components/chart/SaveMenu.tsx";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { Claims } from "../components/market/Claims.tsx";
import { Empty } from "../components/market/Empty.tsx";
import { LayerShares } from "../components/market/LayerShares.tsx";
import { monthsOfSpan } from "../components/market/months-of-span.ts";
import { RegionTable } from "../components/market/RegionTable.tsx";
import { roleFileColumns } from "../components/market/role-columns.ts";
import { RoleTable } from "../components/market/RoleTable.tsx";
import { StrataChart } from "../components/market/StrataChart.tsx";
import { TableSkeleton } from "../components/market/TableSkeleton.tsx";
import { TotalsLine } from "../components/market/TotalsLine.tsx";
import { UnknownNames } from "../components/market/UnknownNames.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { type Filters, isNarrowed } from "../filters.ts";
import { marketWords } from "../words/market.ts";

const words = marketWords;

/** The market: what AI work is hired for, over time, by region and role by role; and what reports claim of it. */
export function MarketPage() {
  useDocumentTitle(`${words.title} · Strata`);
  const { sort, strata, ...filters } = useSearch({ from: "/" });
  const navigate = useNavigate({ from: "/" });
  const client = useQueryClient();
  const narrow = (next: Filters, typing = false) => {
    // Asked before the page is drawn anew for its address: a drawing's time sooner.
    void client.prefetchQuery(question("overview", next));
    void navigate({ search: { ...next, sort, strata }, replace: typing && filters.title !== undefined, resetScroll: false });
  };
  const roles = useQuery(question("overview", filters));
  // Questions asked at once share the same few cores, and the table is what a change of filters is looked at for: what stands around it asks after it.
  const turn = !roles.isFetching;
  const unknown = unknownNames(roles.error);
  const none = roles.data?.rows.length === 0;
  const span = useMemo(() => monthsOfSpan(roles.data?.months ?? null), [roles.data]);

  return (
    <>
      <header className="page-head">
        <h1>{words.heading}</h1>
        <TotalsLine cut={roles.data} narrowed={isNarrowed(filters)} />
      </header>
      <FilterBar filters={filters} onChange={narrow} />
      {unknown.length > 0 ? (
        <UnknownNames names={unknown} filters={filters} onChange={narrow} />
      ) : roles.error !== null && roles.data === undefined ? (
        // What stands around the table asks the same store after it: one failure is told once, where it is seen.
        <Failed error={roles.error} retry={() => void roles.refetch()} />
      ) : none ? (
        <Empty narrowed={isNarrowed(filters)} absent={roles.data?.absent} title={filters.title} onClear={() => narrow({})} />
      ) : (
        <>
          <div className="side-by-side">
            <div>
              <StrataChart filters={filters} turn={turn} of={strata ?? "share"} onOf={(of) => void navigate({ search: { ...filters, sort, strata: of === "share" ? undefined : of }, resetScroll: false })} />
              <LayerShares filters={filters} turn={turn} />
            </div>
            <RegionTable filters={filters} turn={turn} />
          </div>
          <section aria-labelledby="roles" aria-busy={roles.isFetching} className="rows">
            <div className="chart-head">
              <h2 id="roles">{words.roles.title}</h2>
              <div className="tools">{roles.data !== undefined && <SaveMenu title={words.roles.title} rows={roles.data.rows} columns={roleFileColumns} query={roles.data} />}</div>
            </div>
            <p className="chart-about soft">{words.roles.about}</p>
            {roles.error !== null ? (
              <Failed error={roles.error} retry={() => void roles.refetch()} />
            ) : roles.data === undefined ? (
              <TableSkeleton label="Loading the roles" rows={22} />
            ) : (
              <RoleTable lines={roles.data.rows} span={span} filters={filters} sort={sort} onSort={(next) => void navigate({ search: { ...filters, strata, sort: next }, replace: true, resetScroll: false })} />
            )}
          </section>
          <Claims since={filters.since} />
        </>
      )}
    </>
  );
}
