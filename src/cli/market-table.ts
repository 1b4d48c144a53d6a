import { roundMoney } from "../lib/money.ts";
import { sharePercent } from "../lib/share-percent.ts";
import { shortAmount } from "../lib/short-amount.ts";
import type { Answer, PayMedian } from "../market/questions/answer.ts";
import type { AnyQuestion, Column } from "../market/questions/question.ts";
import { changePercent, counted, plural, table } from "./table.ts";
import type { Paint } from "./terminal.ts";

/** An answer of the market as a table for people, within 80 columns; every figure beside its n. `held`: postings of the whole market, where no vacancy was found without any filter. */
export function marketTable(question: AnyQuestion, found: Answer<unknown>, paint: Paint, held: number | null = null): string {
  const told = question.columns.filter((column) => column.head !== undefined && !(column.empty && found.rows.every((row) => column.of(row) === null)));
  const same = told.filter((column, i) => i > 0 && isSame(column, found.rows));
  const shown = told.filter((column) => !same.includes(column));
  const columns = shown.map((column) => ({ name: column.headOf?.(found.rows) ?? column.head!, right: column.kind !== "text" }));
  const rows = found.rows.map((row) => ({ cells: shown.map((column) => cellOf(column, row)), below: question.below?.(row, found) }));
  const head = `${paint(question.title, "bold")} · ${sizeText(question, found)}`;
  const body = rows.length > 0 ? table(columns, rows, paint) : found.postings === 0 ? noneText(held) : "These vacancies hold no answer to this question.";
  const common = same.map((column) => `${column.headOf?.(found.rows) ?? column.head!} ${cellOf(column, found.rows[0])}`);
  const notes = question.notesOf?.(found) ?? question.notes;
  const sameLine = common.length > 0 ? [paint(`In every row: ${common.join(", ")}`, "faint")] : [];
  return [...sampleLines(found, paint), head, ...sameLine, "", body, "", paint(notes, "faint")].join("\n");
}

/** What shares are of comes first: `"254 AI vacancies of 61 employers, of 1,893 read"`. */
function sizeText({ inside }: AnyQuestion, found: Answer<unknown>): string {
  const ai = inside?.(found);
  if (ai === undefined || ai.postings === 0 || ai.postings === found.postings) return `${plural(found.postings, "vacancy")} of ${plural(found.employers, "employer")}`;
  return `${plural(ai.postings, "AI vacancy")} of ${plural(ai.employers, "employer")}, of ${counted(found.postings)} read`;
}

function noneText(held: number | null): string {
  if (held === null) return "No vacancy fits these filters.";
  if (held === 0) return "The market is empty. Fill it with: strata add ashby:NAME, or strata import FILE";
  return `${plural(held, "posting")} in the market, and none is read as a vacancy in AI.\nWork outside AI, where any was read: strata market --layer outside`;
}

/** Whether an answer is of the whole market: a currency leaves nothing out. */
export function isUnfiltered({ cut }: Pick<Answer<unknown>, "cut">): boolean {
  return Object.entries(cut).every(([name, value]) => name === "currency" || value === null || (Array.isArray(value) && value.length === 0));
}

/** What stands above any answer of the invented sample. */
export function sampleLines({ sample }: Pick<Answer<unknown>, "sample">, paint: Paint): string[] {
  return sample ? [paint("SAMPLE: invented postings, of no real employer.", "bold", "warn"), paint("Your own instead: strata add ashby:NAME, or strata import FILE", "faint"), ""] : [];
}

/** A column that tells no row from another is said once, above the table. */
function isSame(column: Column<unknown>, rows: readonly unknown[]): boolean {
  const [first] = rows;
  // Every figure stands with its n and its employers, in each row.
  return (column.kind === "text" || column.kind === "percent") && rows.length >= SAME_ROWS && rows.every((row) => cellOf(column, row) === cellOf(column, first));
}

const SAME_ROWS = 3;

function cellOf(column: Column<unknown>, row: unknown): string {
  switch (column.kind) {
    case "text":
      return column.shown?.(row) ?? column.of(row) ?? "–";
    case "share":
      return sharePercent(column.of(row));
    case "change":
      return changePercent(column.of(row));
    case "pay":
      return payCell(column.of(row));
    case "estimate": {
      const estimate = column.of(row);
      return estimate === null ? "–" : shortAmount(estimate.value);
    }
    default: {
      const value = column.of(row);
      return value === null ? "–" : numbers[column.kind](value);
    }
  }
}

const numbers = {
  count: counted,
  number: (value: number) => String(Number(value.toPrecision(3))),
  amount: shortAmount,
  percent: (value: number) => (value * 100).toFixed(1),
} as const;

function payCell(pay: PayMedian): string {
  return pay.n === 0 ? "–" : `${pay.value === null ? "–" : roundMoney(pay.value, pay.currency)} (${counted(pay.n)})`;
}
