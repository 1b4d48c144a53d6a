import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { question, unknownNames } from "../api.ts";
import { EmployerTable } from "../components/employers/EmployerTable.tsx";
import { EmployerTitles } from "../components/employers/EmployerTitles.tsx";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { DetailHead, NotInCut } from "../components/market/DetailHead.tsx";
import { Empty } from "../components/market/Empty.tsx";
import { TableSkeleton } from "../components/market/TableSkeleton.tsx";
import { UnknownNames } from "../components/market/UnknownNames.tsx";
import { TotalsLine } from "../components/market/TotalsLine.tsx";
import { MonthsChart } from "../components/role/MonthsChart.tsx";
import { PostingList } from "../components/role/PostingList.tsx";
import { RoleShares } from "../components/role/RoleShares.tsx";
import { RoleSkills } from "../components/role/RoleSkills.tsx";
import { Failed } from "../components/shell/Failed.tsx";
import { type Filters, isNarrowed } from "../filters.ts";
import { between, count, percent, plural, shown } from "../figures.ts";
import { filterWords } from "../words/filters.ts";
import { employerWords } from "../words/employers.ts";

const words = employerWords;

/** Employers: all of a cut, each at a glance; or one of them. */
export function EmployersPage() {
  const { at, ...filters } = useSearch({ from: "/employers" });
  useDocumentTitle(`${at === undefined ? words.title : shown(at)} · Strata`);
  const navigate = useNavigate({ from: "/employers" });
  const narrow = (next: Filters, typing = false) => void navigate({ search: { ...next, at }, replace: typing && filters.title !== undefined, resetScroll: false });
  const asked = useQuery({ ...question("employer-overview", { ...filters, limit: 50 }), enabled: at === undefined });
  const unknown = unknownNames(asked.error);
  const bar = <FilterBar filters={filters} onChange={narrow} />;
  if (at !== undefined) return <EmployerPage name={at} filters={filters} bar={bar} narrow={narrow} />;
  return (
    <>
      <header className="page-head">
        <h1>{words.heading}</h1>
        <TotalsLine cut={asked.data} narrowed={isNarrowed(filters)} />
      </header>
      {bar}
      {unknown.length > 0 ? (
        <UnknownNames names={unknown} filters={filters} onChange={narrow} />
      ) : asked.data?.postings === 0 ? (
        <Empty narrowed={isNarrowed(filters)} absent={asked.data.absent} title={filters.title} onClear={() => narrow({})} />
      ) : (
        <EmployerTable filters={filters} />
      )}
    </>
  );
}

function EmployerPage({ name, filters, bar, narrow }: { name: string; filters: Filters; bar: React.ReactNode; narrow(filters: Filters): void }) {
  const cut = { ...filters, employer: [name.toLowerCase()] };
  const asked = useQuery(question("employer-overview", { ...cut, limit: 1 }));
  const row = asked.data?.rows[0];
  // What stands below asks six questions: not before it is known that there is such an employer.
  const waits = asked.data === undefined || (asked.isPlaceholderData && row?.employer !== name.toLowerCase());
  const unknown = unknownNames(asked.error);
  const mistaken = unknown.find(({ of, written }) => of === "employer" && written === name.toLowerCase());
  return (
    <>
      <DetailHead to="/employers" filters={filters} all={words.detail.all} name={shown(row?.written ?? name)}>
        {row !== undefined && `${plural(row.n, "vacancy")} · ${percent(row.paidShare.value)} ${words.list.columns.pay.toLowerCase()} (${between(row.paidShare)}, n ${count(row.paid)})`}
      </DetailHead>
      {bar}
      {mistaken === undefined && unknown.length > 0 ? (
        <UnknownNames names={unknown} filters={filters} onChange={narrow} />
      ) : (!waits && row === undefined) || mistaken !== undefined ? (
        <NotInCut to="/employers" filters={filters} all={words.detail.all} says={mistaken === undefined ? words.detail.unknown(shown(name)) : filterWords.unknown.employer(shown(name))} meant={mistaken?.meant} />
      ) : asked.error !== null && asked.data === undefined ? (
        <Failed error={asked.error} retry={() => void asked.refetch()} />
      ) : waits ? (
        <div className="halves quarters">
          <TableSkeleton label={words.detail.loading} />
        </div>
      ) : (
        <>
          <div className="halves quarters">
            <RoleShares cut={cut} filters={filters} words={words.detail.roles} />
            <MonthsChart cut={cut} layer={null} />
            <EmployerTitles cut={cut} />
            <RoleSkills cut={cut} most={12} />
          </div>
          <PostingList cut={cut} ofEmployer />
        </>
      )}
    </>
  );
}
