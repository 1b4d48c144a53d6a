import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Domain } from "../../../terms/domain.ts";
import { countryName } from "../../../terms/place.ts";
import type { Seniority } from "../../../terms/seniority.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { ForestRow } from "../../charts/forest.ts";
import { forestHeight } from "../../charts/heights.ts";
import type { Filters } from "../../filters.ts";
import { count, percent, plural } from "../../figures.ts";
import { domainNames, seniorityNames } from "../../words.ts";
import { roleWords } from "../../words/role.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { ChartSkeleton } from "../chart/ChartSkeleton.tsx";
import type { Column } from "../chart/column.ts";
import { Failed } from "../shell/Failed.tsx";

const words = roleWords.premiums;
type PremiumRow = AnswerOf<"premiums">["rows"][number];
type Row = ForestRow & { factor: PremiumRow["factor"]; against: string };

const columns: readonly Column<Row>[] = [
  { head: words.columns.factor, of: (row) => row.factor },
  { head: words.columns.name, of: (row) => row.name },
  { head: words.columns.against, of: (row) => row.against },
  ...(["value", "low", "high"] as const).map((part): Column<Row> => ({ head: words.columns[part], of: (row) => row[part], shown: (row) => `${row[part] < 0 ? "−" : "+"}${percent(Math.abs(row[part]))}`, number: true })),
  { head: words.columns.n, of: (row) => row.n, shown: (row) => count(row.n), number: true },
  { head: words.columns.employers, of: (row) => row.employers, number: true },
];

/** What adds to pay in a cut, all else alike; of skills the `most` clearest. */
export function PremiumChart({ cut, most = 14, factors, title = words.title }: { cut: Filters; most?: number; factors?: readonly PremiumRow["factor"][]; title?: string }) {
  const asked = useQuery(question("premiums", { ...cut, limit: 40 }));
  const rows = useMemo(() => rowsOf(asked.data?.rows ?? [], factors, most), [asked.data, factors, most]);
  if (asked.isPending) return <ChartSkeleton title={title} about={words.about} height={forestHeight(most)} />;
  if (asked.error !== null) return <Failed title={title} error={asked.error} retry={() => void asked.refetch()} />;
  const { model, hidden, drawn } = asked.data;
  // Once a kind: "Mid −20 %" says nothing without the level that it is held against.
  const against = [...new Map(rows.map(({ factor, about }) => [factor, words.of[factor](about)])).values()].join(", ");
  const note = model === null ? undefined : [words.note(plural(model.n, "vacancy"), plural(model.employers, "employer"), model.r2.toFixed(2)), ...(against === "" ? [] : [`(${against})`]), ...(drawn === null ? [] : [words.drawn(count(drawn.n), count(drawn.of))])].join(" ");
  return <ChartFrame title={title} about={words.about} rows={rows} columns={columns} draw={draw} height={forestHeight(rows.length)} note={note} query={asked.data} tooFew={rows.length === 0 ? (hidden ?? roleWords.pay.none) : null} />;
}

async function draw() {
  return (await import("../../charts/forest.ts")).drawForest;
}

function rowsOf(rows: readonly PremiumRow[], factors: readonly PremiumRow["factor"][] | undefined, most: number): Row[] {
  const own = rows.filter(({ factor, name }) => name !== "others" && name !== "not said" && name !== "several" && (factors === undefined || factors.includes(factor)));
  // The clearest: how many half-widths of its interval an effect is from none.
  const clear = ({ premium: { value, low, high } }: PremiumRow) => Math.abs(Math.log1p(value)) / Math.max(1e-9, Math.log1p(high) - Math.log1p(low));
  const kept = new Set(own.toSorted((a, b) => clear(b) - clear(a)).slice(0, most));
  return own.filter((row) => kept.has(row)).toSorted((a, b) => b.premium.value - a.premium.value).map(({ premium, ...row }) => ({ ...row, ...premium, name: nameOf(row), about: words.against(row.factor === "skill" ? row.against : nameOf({ ...row, name: row.against })) }));
}

function nameOf({ factor, name }: Pick<PremiumRow, "factor" | "name">): string {
  if (factor === "country") return countryName(name);
  if (factor === "seniority") return seniorityNames[name as Seniority] ?? name;
  return factor === "domain" ? (domainNames[name as Domain] ?? name) : name;
}
