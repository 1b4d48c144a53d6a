import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type AnswerOf, question } from "../../api.ts";
import { signed } from "../../charts/signed.ts";
import type { Filters } from "../../filters.ts";
import { between, count, percent } from "../../figures.ts";
import { skillWords } from "../../words/skills.ts";
import type { Column } from "../chart/column.ts";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "../role/Asked.tsx";
import { NeedBar } from "../role/NeedBar.tsx";
import { changeColumns } from "./change-columns.ts";
import { times } from "./times.ts";

const words = skillWords.list;
type Skill = AnswerOf<"skills">["rows"][number];
type Change = AnswerOf<"rising">["rows"][number];
type Premium = AnswerOf<"premiums">["rows"][number];
/** A skill with what comes from other questions: undefined while it is on its way, null where it is not said. */
type Line = Skill & { change: Change | null | undefined; premium: Premium | null | undefined };

const mostAsked = 300;
const mostShown = 40;

const columns: readonly Column<Line>[] = [
  { head: "skill", of: (row) => row.id },
  { head: "name", of: (row) => row.name },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
  { head: "required", of: (row) => row.required },
  { head: "preferred", of: (row) => row.preferred },
  { head: "mentioned", of: (row) => row.mentioned },
  { head: "change", of: (row) => row.change?.change ?? null },
  ...changeColumns.map((column): Column<Line> => ({ head: column.head, of: ({ change }) => (change ? column.of(change) : null) })),
  { head: "premium", of: (row) => row.premium?.premium.value ?? null },
  { head: "premium_low", of: (row) => row.premium?.premium.low ?? null },
  { head: "premium_high", of: (row) => row.premium?.premium.high ?? null },
  { head: "premium_n", of: (row) => row.premium?.n ?? null },
  { head: "premium_employers", of: (row) => row.premium?.employers ?? null },
];

/** Skills of a cut: how many postings name and require each, whether that rises or fades, and what it pays more. */
export function SkillTable({ filters }: { filters: Filters }) {
  const asked = useQuery(question("skills", { ...filters, limit: mostAsked }));
  const rising = useQuery(question("rising", { ...filters, of: "skill", limit: 500 })).data;
  const premiums = useQuery(question("premiums", filters)).data?.rows;
  const [find, setFind] = useState("");
  const [all, setAll] = useState(false);
  const lines = (rows: readonly Skill[]): Line[] =>
    rows.map((row) => ({
      ...row,
      change: changeOf(row.id, rising),
      premium: premiums === undefined ? undefined : (premiums.find(({ factor, name }) => factor === "skill" && name === row.name) ?? null),
    }));
  return (
    <Asked
      title={words.title}
      about={
        <>
          {words.about} <span className="hide-narrow">{words.aboutMore} </span>
          {words.press}
        </>
      }
      asked={asked}
      rows={({ rows }) => lines(rows)}
      columns={columns}
      none={words.none}
      skeletonRows={mostShown}
      controls={<input type="search" className="field" aria-label={words.find} placeholder={words.findPlaceholder} value={find} onChange={(event) => setFind(event.currentTarget.value)} />}
    >
      {(rows) => {
        const found = rows.filter(({ name }) => name.toLowerCase().includes(find.trim().toLowerCase()));
        const shown = all || find !== "" ? found : found.slice(0, mostShown);
        const most = Math.max(...rows.map(({ share }) => share.high));
        return (
          <>
            <Table className="plain-table skill-table" verticalSpacing={5} horizontalSpacing={12} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.columns.skill}</Table.Th>
                  <Table.Th className="n">{words.columns.n}</Table.Th>
                  <Table.Th className="n hide-middle hide-narrow">{words.columns.employers}</Table.Th>
                  <Table.Th>{words.columns.share}</Table.Th>
                  <Table.Th className="hide-narrow">{words.columns.need}</Table.Th>
                  <Table.Th className="hide-narrow">{words.columns.change}</Table.Th>
                  <Table.Th className="n hide-narrow">{words.columns.premium}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((row) => (
                  <SkillLine key={row.id} row={row} most={most} filters={filters} />
                ))}
              </Table.Tbody>
            </Table>
            {found.length === 0 && <p className="too-few soft">{words.noneCalled(find)}</p>}
            {shown.length < found.length && (
              <div className="more">
                <button type="button" className="button" onClick={() => setAll(true)}>
                  {words.more(count(found.length))}
                </button>
              </div>
            )}
          </>
        );
      }}
    </Asked>
  );
}

function SkillLine({ row, most, filters }: { row: Line; most: number; filters: Filters }) {
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400}>
        <Link to="/skills" search={{ ...filters, at: row.id }}>
          {row.name}
        </Link>
      </Table.Th>
      <Table.Td className="n">{count(row.n)}</Table.Td>
      <Table.Td className="n hide-middle hide-narrow">{count(row.employers)}</Table.Td>
      <Table.Td>
        <ShareInterval share={row.share} most={most} />
      </Table.Td>
      <Table.Td className="hide-narrow">
        <NeedBar {...row} />
      </Table.Td>
      <Table.Td className="hide-narrow">
        <ChangeWord change={row.change} />
      </Table.Td>
      <Table.Td className="n hide-narrow">
        {row.premium === undefined ? "" : row.premium === null ? <span className="soft">{words.noPremium}</span> : <PremiumWord premium={row.premium} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** Of a market with more than can be asked for, a skill that is not among them is not known to be too few. */
function changeOf(id: string, rising: AnswerOf<"rising"> | undefined): Change | null | undefined {
  return rising?.rows.find(({ group }) => group === id) ?? (rising === undefined || rising.compared > rising.rows.length ? undefined : null);
}

function ChangeWord({ change }: { change: Change | null | undefined }) {
  if (change === undefined) return "";
  if (change === null) return <span className="soft">{words.fewCompared}</span>;
  const said = words.changeWhy(sideWords(change.share, change.n, change.employers), sideWords(change.shareBefore, change.before, change.employersBefore), times(change.odds.low), times(change.odds.high));
  if (change.change === null) {
    return (
      <span className="soft" title={`${words.steadyWhy}: ${said}`}>
        {words.steady}
        <span className="unseen">
          : {words.steadyWhy}, {said}
        </span>
      </span>
    );
  }
  return (
    <span title={said}>
      {change.change === "rising" ? "↑ " : "↓ "}
      {change.isNew ? words.isNew : words[change.change]}{" "}
      <span className="soft under" aria-hidden>
        {sideValue(change.shareBefore)} → {sideValue(change.share)}
      </span>
      <span className="unseen">, {said}</span>
    </span>
  );
}

/** `"15 % (11 to 20 %), n 54 of 34"` */
function sideWords(share: Change["share"], n: number, employers: number): string {
  return `${sideShort(share)}, ${skillWords.rising.behind(count(n), count(employers))}`;
}

function sideShort(share: Change["share"]): string {
  return share === null ? skillWords.rising.unknown : `${percent(share.value)} (${between(share)})`;
}

/** Without its interval, which is pointed at, and stands in the table below: with it a row would grow when this answer comes. */
function sideValue(share: Change["share"]): string {
  return share === null ? skillWords.rising.unknown : percent(share.value);
}

function PremiumWord({ premium: { premium, n, employers } }: { premium: Premium }) {
  const sure = premium.low > 0 || premium.high < 0;
  return (
    <span className={sure ? undefined : "soft"}>
      {signed(premium.value)}{" "}
      <span className="soft trail">
        {signed(premium.low)} to {signed(premium.high)}, {words.premiumOf(count(n), count(employers))}
      </span>
    </span>
  );
}
