import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PayKind } from "../../../terms/pay.ts";
import { countryName } from "../../../terms/place.ts";
import { Seniority } from "../../../terms/seniority.ts";
import { type AnswerOf, question } from "../../api.ts";
import { type BandRow, isWhole } from "../../charts/band-row.ts";
import { bandsHeight } from "../../charts/heights.ts";
import type { Filters } from "../../filters.ts";
import { count, money } from "../../figures.ts";
import { seniorityNames } from "../../words.ts";
import { roleWords } from "../../words/role.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { ChartSkeleton } from "../chart/ChartSkeleton.tsx";
import type { Column } from "../chart/column.ts";
import { Failed } from "../shell/Failed.tsx";

const words = roleWords.pay;
const mostGroups = 10;
const usualGroups = 6;
const amount = (value: number | null | undefined) => value ?? null;
const columns: readonly Column<BandRow>[] = [
  { head: words.columns.group, of: (row) => row.name },
  { head: words.columns.currency, of: (row) => row.currency },
  { head: words.columns.n, of: (row) => row.n, shown: (row) => count(row.n), number: true },
  { head: words.columns.employers, of: (row) => row.employers, number: true },
  ...(["p10", "p25", "p50", "p75", "p90"] as const).flatMap((part): Column<BandRow>[] => [
    { head: words.columns[part], of: (row) => amount(row[part]?.value), shown: (row) => said(row[part]?.value, row.currency), number: true },
    { head: words.columns.low(part), of: (row) => amount(row[part]?.low), shown: (row) => said(row[part]?.low, row.currency), number: true },
    { head: words.columns.high(part), of: (row) => amount(row[part]?.high), shown: (row) => said(row[part]?.high, row.currency), number: true },
  ]),
  { head: words.columns.hidden, of: (row) => row.hidden },
];

type PayBy = "seniority" | "country";
type PayRow = AnswerOf<"pay">["rows"][number];

/** Pay of a cut as strips, by level in the currency that most postings state, or by country, converted into it. One kind of pay: the one that most state. */
export function PayChart({ cut, by, currency }: { cut: Filters; by: PayBy; currency: string | undefined }) {
  const asked = useQuery({ ...question("pay", by === "country" ? { ...cut, by, convert: currency } : { ...cut, by, currency }), enabled: currency !== undefined });
  const { rows, kind } = useMemo(() => bandsOf(asked.data?.rows ?? [], by), [asked.data, by]);
  const about = by === "seniority" ? `${words.about} ${words.levels}` : words.about;
  if (asked.error !== null) return <Failed title={words.title[by]} error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <ChartSkeleton title={words.title[by]} about={about} height={bandsHeight(usualGroups)} />;
  const { rates } = asked.data;
  const drawn = rows.filter(isWhole).length;
  const few = fewOf(rows);
  const note = [rates === null ? words.in(words.kind[kind], currency!) : words.converted(words.kind[kind], rates.to, rates.date, rates.olderDays), ...(drawn === 0 || few === null ? [] : [words.few(few)])].join(". ");
  return <ChartFrame title={words.title[by]} about={about} rows={rows} columns={columns} draw={draw} height={bandsHeight(drawn)} n={rows.reduce((sum, { n }) => sum + n, 0)} note={note} query={asked.data} tooFew={rows.length === 0 ? words.none : few !== null && drawn === 0 ? words.noneEnough(few) : null} />;
}

/** The groups that have no figure, in one line: a row each would be a chart of nothing. */
function fewOf(rows: readonly BandRow[]): string | null {
  const few = rows.filter((row) => !isWhole(row));
  return few.length === 0 ? null : few.map(({ name, n, employers }) => words.fewOf(name, count(n), count(employers))).join(", ");
}

async function draw() {
  return (await import("../../charts/bands.ts")).drawBands;
}

function bandsOf(rows: readonly PayRow[], by: PayBy): { rows: BandRow[]; kind: PayKind } {
  const n = (kind: PayKind) => rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.n, 0);
  // Totals are another thing than base pay: they stand alone where nothing else is stated.
  const kind = (["base", "unspecified", "total"] as const).toSorted((a, b) => n(b) - n(a))[0]!;
  const own = rows.filter((row) => row.kind === kind && row.group !== "not said");
  const order = by === "seniority" ? own.toSorted((a, b) => levelOf(a) - levelOf(b)) : own.toSorted((a, b) => b.n - a.n).slice(0, mostGroups);
  return { rows: order.map((row) => ({ ...row, name: nameOf(row.group, by) })), kind };
}

function levelOf({ group }: PayRow): number {
  return Seniority.options.indexOf(group as Seniority);
}

function nameOf(group: string, by: PayBy): string {
  return by === "country" ? countryName(group) : (seniorityNames[group as Seniority] ?? group);
}

function said(value: number | null | undefined, currency: string): string {
  return value === null || value === undefined ? "–" : money(Math.round(value), currency);
}
