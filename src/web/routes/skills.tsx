import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { absentText } from "../../terms/market-name.ts";
import { layerOf, Role } from "../../terms/role.ts";
import { question, unknownNames } from "../api.ts";
import { FilterBar } from "../components/filters/FilterBar.tsx";
import { MonthsChart } from "../components/role/MonthsChart.tsx";
import { PayChart } from "../components/role/PayChart.tsx";
import { RoleShares } from "../components/role/RoleShares.tsx";
import { RoleSkills } from "../components/role/RoleSkills.tsx";
import { RisingTable } from "../components/skills/RisingTable.tsx";
import { SkillPay } from "../components/skills/SkillPay.tsx";
import { SkillTable } from "../components/skills/SkillTable.tsx";
import { DetailHead, NotInCut } from "../components/market/DetailHead.tsx";
import { Empty } from "../components/market/Empty.tsx";
import { UnknownNames } from "../components/market/UnknownNames.tsx";
import { TotalsLine } from "../components/market/TotalsLine.tsx";
import { type Filters, isNarrowed } from "../filters.ts";
import { between, count, percent, plural, shown } from "../figures.ts";
import { filterWords } from "../words/filters.ts";
import { roleWords } from "../words/role.ts";
import { skillWords } from "../words/skills.ts";

const words = skillWords;

/** A skill of some weight is asked for in nearly every role. */
const aiRoles = Role.options.filter((role) => layerOf(role) !== "outside").length;

/** Skills: all of a cut with their share, need, change and pay; or one of them. */
export function SkillsPage() {
  const { at, ...filters } = useSearch({ from: "/skills" });
  useDocumentTitle(`${at === undefined ? words.title : shown(at)} · Strata`);
  const navigate = useNavigate({ from: "/skills" });
  const narrow = (next: Filters, typing = false) => void navigate({ search: { ...next, at }, replace: typing && filters.title !== undefined, resetScroll: false });
  const asked = useQuery(question("skills", { ...filters, limit: 300 }));
  const unknown = unknownNames(asked.error);
  const bar = <FilterBar filters={filters} onChange={narrow} />;
  if (at !== undefined) return <SkillPage id={at} filters={filters} bar={bar} narrow={narrow} />;
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
        <>
          <SkillTable filters={filters} />
          {/* How far below they stand is known with the table's rows. */}
          {!asked.isPending && (
            <div className="halves below">
              <RisingTable filters={filters} of="skill" />
              <RisingTable filters={filters} of="title" />
            </div>
          )}
        </>
      )}
    </>
  );
}

function SkillPage({ id, filters, bar, narrow }: { id: string; filters: Filters; bar: React.ReactNode; narrow(filters: Filters): void }) {
  const asked = useQuery(question("skills", { ...filters, limit: 2000 }));
  const unknown = unknownNames(asked.error);
  const cut = { ...filters, skill: [id] };
  const pay = useQuery(question("pay", { ...cut, by: "all" }));
  const told = pay.isPlaceholderData ? undefined : pay.data;
  const currency = told?.rows[0]?.currency;
  // The name of a skill may be another than the one it is kept under; of what is called nothing, what may have been meant.
  const mistaken = unknownNames(pay.error).find(({ of, written }) => of === "skill" && written === id.toLowerCase());
  const kept = told?.cut.skill[0] ?? id;
  const row = asked.data?.rows.find((one) => one.id === kept);
  const absent = told?.absent.find(({ of }) => of === "skill");
  return (
    <>
      <DetailHead to="/skills" filters={filters} all={words.detail.all} name={row?.name ?? absent?.name ?? shown(id)}>
        {row !== undefined && (
          <>
            {words.detail.summary(plural(row.n, "vacancy"), plural(row.employers, "employer"), percent(row.share.value), between(row.share))} · {roleWords.asks.need(count(row.required), count(row.preferred), count(row.mentioned))} ·{" "}
            <Link to="/" search={cut}>
              {words.detail.narrow}
            </Link>
          </>
        )}
      </DetailHead>
      {bar}
      {unknown.length > 0 ? (
        <UnknownNames names={unknown} filters={filters} onChange={narrow} />
      ) : asked.data !== undefined && row === undefined && !pay.isPending && !pay.isPlaceholderData ? (
        <NotInCut to="/skills" filters={filters} all={words.detail.all} says={mistaken === undefined ? words.detail.unknown(shown(id)) : filterWords.unknown.skill(shown(id))} meant={mistaken?.meant} about={absent && `${absentText(absent)}.`} />
      ) : (
        <>
          <SkillPay id={kept} name={row?.name} filters={filters} />
          <div className="halves below quarters">
            <PayChart cut={cut} by="seniority" currency={currency} />
            <MonthsChart cut={cut} layer={null} />
            <RoleShares cut={cut} filters={filters} words={words.detail.roles} skeletonRows={aiRoles} />
            <RoleSkills cut={cut} most={12} beside={kept} />
          </div>
        </>
      )}
    </>
  );
}
