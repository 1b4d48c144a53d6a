import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { question, status } from "../api.ts";
import { Empty } from "../components/market/Empty.tsx";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { LayerStrip } from "../components/market/LayerStrip.tsx";
import { RoleTable } from "../components/market/RoleTable.tsx";
import { TableSkeleton } from "../components/market/TableSkeleton.tsx";
import { TotalsLine } from "../components/market/TotalsLine.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { type Filters, isNarrowed } from "../filters.ts";

/** The market: what AI work is hired for, role by role. */
export function MarketPage() {
  useDocumentTitle("Market · Strata");
  const filters = useSearch({ from: "/" });
  const navigate = useNavigate();
  const narrow = (search: Filters, typing = false) => void navigate({ to: "/", search, replace: typing && filters.title !== undefined });
  const totals = useQuery(status()).data?.totals;
  const asked = useQuery(question("roles", filters));
  const strata = useQuery(question("layers", { ...filters, layer: undefined }));

  return (
    <>
      <header className="page-head">
        <h1>What AI work is hired for</h1>
        <TotalsLine totals={totals} cut={asked.data} narrowed={isNarrowed(filters)} />
      </header>
      <FilterBar filters={filters} countries={totals?.countries ?? []} first={totals?.first ?? null} last={totals?.last ?? null} onChange={narrow} />
      {strata.data !== undefined && <LayerStrip rows={strata.data.rows} filters={filters} />}
      <section aria-labelledby="roles" aria-busy={asked.isFetching} className="rows">
        <h2 id="roles">Roles, by what postings describe</h2>
        {asked.isPending ? (
          <TableSkeleton label="Loading the roles" />
        ) : asked.error !== null ? (
          <Failed error={asked.error} retry={() => void asked.refetch()} />
        ) : asked.data.rows.length === 0 ? (
          <Empty narrowed={isNarrowed(filters)} onClear={() => narrow({})} />
        ) : (
          <RoleTable rows={asked.data.rows} filters={filters} />
        )}
      </section>
    </>
  );
}
