import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { roundMoney } from "../../lib/money.ts";
import { Domain } from "../../terms/domain.ts";
import { Layer } from "../../terms/layer.ts";
import { type Rates, RatesUsed, ratesOf } from "../rates.ts";
import { drawsFor, quantilesBy } from "../statistics/quantiles.ts";
import { firstOften, intervalOf, type OrderHeld, orderHeld, replicate } from "../statistics/replicate.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { inCents } from "./cents.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { Grouping, groupingFlag, groups, notSaid, scanOf } from "./group.ts";
import { indexOf, payCellsQuery, rateKnown, ratesLine, ratesUsed } from "./pay-cells.ts";
import { defineQuestion } from "./question.ts";

/** In what a group may come first: pay (median of base pay, converted), the number of postings, or the share of its postings that is of a layer or domain. */
export const FirstOf = z.enum(["pay", "postings", ...Layer.options, ...Domain.options]);
export type FirstOf = z.infer<typeof FirstOf>;

/** A group's place: its figure with its interval, and how sure it is that it comes first among the groups (0..1), by drawing employers; null, with the reason in `hidden`, where there is no other. */
export const FirstRow = z.object({ group: z.string(), value: z.number(), low: z.number().nullable(), high: z.number().nullable(), first: z.number().nullable(), unit: z.enum(["pay", "postings", "share"]), n: z.number(), employers: z.number(), hidden: z.string().nullable() });
export type FirstRow = z.infer<typeof FirstRow>;

const FirstBy = Grouping.exclude(["all", "month"]);

export const FirstQuestion = Cut.extend({ of: FirstOf.default("pay"), by: FirstBy.default("region") });
export type FirstQuestion = z.infer<typeof FirstQuestion>;

export const FirstAnswer = answerOf(FirstRow).extend({ rates: RatesUsed.nullable() });
export type FirstAnswer = Answer<FirstRow> & { rates: RatesUsed | null };

/** Groups with fewer postings or employers take no part: the smallest would come first by chance. */
const fewest = { postings: 20, employers: 5 } as const;

const alone = "only one group is large enough to be compared";

/** Which group is first, and how sure that is. Employers are drawn for all groups together, as large ones hire in many. */
export async function askFirst(market: Market, question: FirstQuestion): Promise<FirstAnswer> {
  return (await askOrder(market, question, [])).answer;
}

/** Who is first, and how often groups come in an order that is told: each group of a tier before those of the tiers after it and before all that are not told, but for those `aside`, which come anywhere after the first. Groups that take no part are left out of it. */
export async function askOrder(market: Market, question: FirstQuestion, tiers: readonly (readonly string[])[], aside: readonly string[] = []): Promise<{ answer: FirstAnswer; held: Held }> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const rates = ratesOf(market.dir);
  const convert = question.of === "pay" ? (cut.currency ?? "USD") : null;
  rateKnown(rates, convert);
  const query = convert === null ? countsQuery(where, question) : payQuery(where, question, convert, rates);
  const [size, cells] = await Promise.all([sizeOf(market, where), market.rows<Cell>(query.sql, query.values)]);
  const { rows, held } = firstRows(cells, question.of, tiers, aside);
  return { answer: { ...answered(cut, size, rows, query), rates: await ratesUsed(market, where, convert, rates) }, held };
}

/** How often the order holds, how many pairs were compared, and of two of its groups that stand the other way round most often: which comes before which. */
export type Held = { whole: OrderHeld["whole"]; pairs: OrderHeld["pairs"]; reversed: { before: string; after: string; often: number } | null };

/** `n` postings of an employer with one figure: yearly pay, or 1 and 0 for being of the layer or domain, or 1 alone for a count. */
export type Cell = { group: string; employer: string | null; value: number; n: number };

function payQuery(where: Where, { by }: FirstQuestion, convert: string, rates: Rates): Query {
  const { sql, values } = payCellsQuery(where, { by, currency: null, kind: ["base", "unspecified"], convert, rates });
  return { sql: `SELECT "group", employer, yearly AS value, sum(n)::INTEGER AS n FROM (${sql}) GROUP BY ALL ORDER BY ALL`, values };
}

type Query = { sql: string; values: Record<string, DuckDBValue> };

function countsQuery(where: Where, { by, of }: FirstQuestion): Query {
  const { column, list, told } = groups[by];
  const counted = of === "postings";
  const value = counted ? "1" : `(coalesce(r.${Layer.safeParse(of).success ? "layer" : "domain"}::VARCHAR, '') = $share)::INTEGER`;
  const sql = `SELECT ${told('"group"')} AS "group", name AS employer, value, n
FROM (SELECT ${column} AS "group", r.employer, ${value} AS value, count(*)::INTEGER AS n FROM ${scanOf(where, list)} GROUP BY ALL) c LEFT JOIN employer ON number = c.employer ORDER BY ALL`;
  return { sql, values: counted ? where.values : { ...where.values, share: of } };
}

function firstRows(cells: readonly Cell[], of: FirstOf, tiers: readonly (readonly string[])[], aside: readonly string[]): { rows: FirstRow[]; held: Held } {
  const employers = indexOf(cells.map((cell) => cell.employer));
  const parts = [...grouped(cells, (cell) => cell.group)].flatMap(([group, own]) => {
    const n = own.reduce((sum, cell) => sum + cell.n, 0);
    const named = new Set(own.flatMap((cell) => cell.employer ?? [])).size;
    if (group === notSaid || n < fewest.postings || named < fewest.employers) return [];
    return [{ group, n, employers: named, rows: own.map((cell) => ({ employer: employers.get(cell.employer)!, value: cell.value, n: cell.n })).toSorted((a, b) => a.value - b.value) }];
  });
  const measures = parts.map(({ rows }) => measureOf(of, rows));
  const figures = (times?: Uint16Array): (number | null)[] => measures.map((measure) => measure(times));
  const drawn = replicate(employers.size, (times) => figures(times), drawsFor(cells.length));
  const often = firstOften(drawn);
  const hidden = parts.length === 1 ? alone : null;
  const rows = figures()
    .map((value, i): FirstRow => {
      const { group, n, employers: named } = parts[i]!;
      const interval = intervalOf(drawn.map((one) => one[i]!), employers.size);
      const figure = { value: value!, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
      return { group, ...(of === "pay" ? inCents(figure) : figure), first: hidden === null ? often[i]! : null, unit: of === "pay" || of === "postings" ? of : "share", n, employers: named, hidden };
    })
    .toSorted((a, b) => b.value - a.value || (a.group < b.group ? -1 : 1));
  const names = parts.map(({ group }) => group);
  const placesOf = (those: readonly string[]): number[] => names.flatMap((name, i) => (those.includes(name) ? [i] : []));
  const told = [...tiers.flat(), ...aside];
  const others = names.filter((name) => !told.includes(name));
  const { whole, pairs, reversed } = orderHeld(drawn, [...tiers, others].map(placesOf), placesOf(aside));
  return { rows, held: { whole, pairs, reversed: reversed === null ? null : { ...reversed, before: names[reversed.before]!, after: names[reversed.after]! } } };
}

type Rows = readonly { employer: number; value: number; n: number }[];

/** The figure of some rows, by how often each employer was drawn. */
function measureOf(of: FirstOf, rows: Rows): (times?: Uint16Array) => number | null {
  if (of === "postings") return (times) => count(rows, times);
  if (of !== "pay") return (times) => share(rows, times);
  const median = quantilesBy(rows, [0.5]);
  return (times) => median(times)[0]!;
}

function count(rows: Rows, times?: Uint16Array): number {
  return rows.reduce((sum, row) => sum + row.n * (times?.[row.employer] ?? 1), 0);
}

/** Of drawn postings the part that has a 1; null where none was drawn. Marked hot: a thousand draws walk every row. */
export function share(rows: Rows, times?: Uint16Array): number | null {
  let [n, hits] = [0, 0];
  for (const row of rows) {
    const drawn = row.n * (times?.[row.employer] ?? 1);
    n += drawn;
    if (row.value === 1) hits += drawn;
  }
  return n === 0 ? null : hits / n;
}

const firstNotes = "How often each comes first when employers are drawn again and again: sure from\n95 of 100. Groups of fewer than 20 vacancies or 5 employers take no part.";

export const firstQuestion = defineQuestion({
  about: "Which group comes first in pay, postings or share of a layer or domain, and how sure that is",
  asks: FirstQuestion,
  flags: { ...cutFlags, of: { value: "WHAT", choices: FirstOf.options, about: "in pay (else), postings, or the share that is of this layer or domain" }, by: groupingFlag("region", FirstBy.options) },
  answer: FirstAnswer,
  ask: askFirst,
  title: "Who comes first",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group },
    ...sized,
    { name: "first", kind: "percent", head: "first in 100", of: (row) => row.first },
    { name: "value", kind: "estimate", of: (row) => row },
    { name: "unit", kind: "text", of: (row) => row.unit },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  below: (row, { cut }) => [placeText(row, cut), row.hidden ?? ""].join("\n"),
  notes: firstNotes,
  notesOf: ({ rates }) => [firstNotes, ...ratesLine(rates)].join("\n"),
});

/** A group's figure with its interval: `"$184k ($170k to $199k)"`, `"24.1 % (18.2 % to 30.5 %)"`, `"1,204 (900 to 1,500)"` */
export function placeText({ value, low, high, unit }: FirstRow, { currency }: Pick<Cut, "currency">): string {
  const write = (amount: number): string => (unit === "share" ? `${(amount * 100).toFixed(1)} %` : unit === "pay" ? roundMoney(amount, currency ?? "USD") : Math.round(amount).toLocaleString("en-US"));
  return low === null || high === null ? write(value) : `${write(value)} (${write(low)} to ${write(high)})`;
}
