import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import { question, unknownNames } from "../api.ts";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { Empty } from "../components/market/Empty.tsx";
import { RoleSummary } from "../components/market/RoleSummary.tsx";
import { UnknownNames } from "../components/market/UnknownNames.tsx";
import { Definition } from "../components/role/Definition.tsx";
import { Domains } from "../components/role/Domains.tsx";
import { MonthsChart } from "../components/role/MonthsChart.tsx";
import { Neighbours } from "../components/role/Neighbours.tsx";
import { OpenChart } from "../components/role/OpenChart.tsx";
import { PayChart } from "../components/role/PayChart.tsx";
import { PostingList } from "../components/role/PostingList.tsx";
import { PremiumChart } from "../components/role/PremiumChart.tsx";
import { RoleSkills } from "../components/role/RoleSkills.tsx";
import { RoleTitles } from "../components/role/RoleTitles.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { type Filters, isNarrowed } from "../filters.ts";
import { roleWords } from "../words/role.ts";
import { NotFoundPage } from "./not-found.tsx";

/** One role: what it is, its figures, and the postings behind them. */
export function RolePage() {
  const { role: name } = useParams({ from: "/roles/$role" });
  const role = Role.safeParse(name).data;
  return role === undefined ? <NotFoundPage what="role" name={name} /> : <RoleOf key={role} role={role} />;
}

function RoleOf({ role }: { role: Role }) {
  useDocumentTitle(`${roleName(role)} · Strata`);
  const { layer: _layer, role: _role, ...filters } = useSearch({ from: "/roles/$role" });
  const navigate = useNavigate();
  const narrow = (search: Filters, typing = false) => void navigate({ to: "/roles/$role", params: { role }, search, replace: typing && filters.title !== undefined, resetScroll: false });
  const market = useQuery(question("overview", filters));
  const unknown = unknownNames(market.error);
  const row = market.data?.rows.find((one) => one.role === role);

  return (
    <>
      <header className="page-head">
        <nav aria-label={roleWords.where} className="soft">
          <Link to="/" search={filters}>
            {roleWords.market}
          </Link>{" "}
          ›
        </nav>
        <h1 className="with-dot">
          <span className="dot" data-layer={layerOf(role)} aria-hidden />
          {roleName(role)}
        </h1>
        {(market.isPending || row !== undefined) && <RoleSummary row={row} />}
      </header>
      <Definition role={role} filters={filters} />
      <FilterBar filters={filters} withLayer={false} onChange={narrow} />
      {unknown.length > 0 ? (
        <UnknownNames names={unknown} filters={filters} onChange={narrow} />
      ) : market.error !== null ? (
        <Failed error={market.error} retry={() => void market.refetch()} />
      ) : market.data !== undefined && row === undefined ? (
        <Empty narrowed={isNarrowed(filters)} absent={market.data.absent} title={filters.title} onClear={() => narrow({})} />
      ) : (
        <RoleParts role={role} filters={filters} n={row?.n} currency={row?.pay.currency} />
      )}
    </>
  );
}

function RoleParts({ role, filters, n, currency }: { role: Role; filters: Filters; n: number | undefined; currency: string | undefined }) {
  const cut = { ...filters, role: [role] };
  const layer = layerOf(role);
  return (
    <>
      <div className="halves">
        <RoleSkills cut={cut} />
        <div className="stacked">
          <MonthsChart cut={cut} layer={layer} />
          <OpenChart cut={cut} layer={layer} />
        </div>
        <div className="stacked">
          <PayChart cut={cut} by="seniority" currency={currency} />
          <PayChart cut={cut} by="country" currency={currency} />
        </div>
        <PremiumChart cut={cut} />
        <RoleTitles role={role} cut={filters} />
        <div className="stacked">
          <Neighbours role={role} cut={filters} />
          <Domains cut={cut} />
        </div>
      </div>
      <PostingList cut={cut} n={n} />
    </>
  );
}
