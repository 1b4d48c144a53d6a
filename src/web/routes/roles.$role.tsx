import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import { postings, question, status } from "../api.ts";
import { Empty } from "../components/market/Empty.tsx";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { PostingTable } from "../components/market/PostingTable.tsx";
import { RoleSummary, SummarySkeleton } from "../components/market/RoleSummary.tsx";
import { TableSkeleton } from "../components/market/TableSkeleton.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { type Filters, isNarrowed } from "../filters.ts";
import { count } from "../figures.ts";
import { NotFoundPage } from "./not-found.tsx";

/** One role: its figures, and the postings behind them. */
export function RolePage() {
  const role = Role.safeParse(useParams({ from: "/roles/$role" }).role).data;
  return role === undefined ? <NotFoundPage what="role" /> : <RoleOf role={role} />;
}

function RoleOf({ role }: { role: Role }) {
  useDocumentTitle(`${roleName(role)} · Strata`);
  const { layer: _layer, ...filters } = useSearch({ from: "/roles/$role" });
  const navigate = useNavigate();
  const narrow = (search: Filters, typing = false) => void navigate({ to: "/roles/$role", params: { role }, search, replace: typing && filters.title !== undefined });
  const totals = useQuery(status()).data?.totals;
  const market = useQuery(question("roles", filters));
  const row = market.data?.rows.find((one) => one.role === role);

  return (
    <>
      <header className="page-head">
        <nav aria-label="Where this page stands" className="soft">
          <Link to="/" search={filters}>
            Market
          </Link>{" "}
          ›
        </nav>
        <h1 className="with-dot">
          <span className="dot" data-layer={layerOf(role)} aria-hidden />
          {roleName(role)}
        </h1>
        {market.isPending && <SummarySkeleton />}
        {row !== undefined && <RoleSummary row={row} />}
      </header>
      <FilterBar filters={filters} countries={totals?.countries ?? []} first={totals?.first ?? null} last={totals?.last ?? null} withLayer={false} onChange={narrow} />
      <RolePostings role={role} filters={filters} n={row?.n} onClear={() => narrow({})} />
    </>
  );
}

function RolePostings({ role, filters, n, onClear }: { role: Role; filters: Filters; n: number | undefined; onClear(): void }) {
  const asked = useInfiniteQuery(postings({ ...filters, role: [role] }));
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="postings" aria-busy={asked.isFetching} className="rows">
      <h2 id="postings">Postings, newest first</h2>
      {asked.isPending ? (
        <TableSkeleton label="Loading the postings" />
      ) : rows.length === 0 && asked.error === null ? (
        <Empty narrowed={isNarrowed(filters)} onClear={onClear} />
      ) : (
        rows.length > 0 && <PostingTable rows={rows} />
      )}
      {asked.error !== null && <Failed error={asked.error} retry={() => void (rows.length > 0 ? asked.fetchNextPage() : asked.refetch())} />}
      {rows.length > 0 && asked.error === null && (
        <div className="more">
          {asked.hasNextPage && (
            <Button variant="default" size="xs" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              Show more
            </Button>
          )}
          <output className="soft">
            {count(rows.length)} of {count(Math.max(n ?? 0, rows.length))} shown
          </output>
        </div>
      )}
    </section>
  );
}
