import type { z } from "zod";
import { withDaysInOrder } from "../../terms/filters.ts";
import type { Market } from "../store.ts";
import type { Estimate } from "../statistics/quantiles.ts";
import type { Answer, PayMedian, Share, WithAbsent } from "./answer.ts";

/** A parameter of a question as the command line shows it. Its name is the key of the question's schema; `many` takes several, with commas. */
export type Flag = { value: string; many?: boolean; choices?: readonly string[]; about: string };

/**
 * A column of an answer, for tables, CSV and Parquet alike. A share, a change, an estimate (of money) and a pay median are several columns in a file (value, low, high …).
 * Only columns with a `head` stand in a terminal's table, within 80 characters; `headOf` says it of the rows in hand.
 * With `empty`, a table leaves it out where no row has a value.
 */
export type Column<Row> = { name: string; head?: string; headOf?(rows: readonly Row[]): string; empty?: boolean } & (
  | { kind: "text"; of(row: Row): string | null; shown?(row: Row): string }
  | { kind: "count" | "number" | "amount" | "percent"; of(row: Row): number | null }
  | { kind: "share" | "change"; of(row: Row): Share | null }
  | { kind: "pay"; of(row: Row): PayMedian }
  | { kind: "estimate"; of(row: Row): Estimate | null }
);

/**
 * A question to the market. From it are made: the command `strata market NAME`, its help and completion, `GET /api/market/NAME` with its description, and every export.
 * `asks` are its parameters under their one name everywhere; `answer` describes what `ask` gives, with the names that are absent beside it.
 */
export type Question<Asks extends z.ZodObject, Found extends Answer<unknown>> = {
  /** One line, for help and the description of the API. */
  about: string;
  asks: Asks;
  flags: { [Name in Extract<keyof z.output<Asks>, string>]: Flag };
  answer: z.ZodType<WithAbsent<Found>>;
  ask(market: Market, question: z.output<Asks>): Promise<Found>;
  title: string;
  columns: readonly Column<RowOf<NoInfer<Found>>>[];
  /** A line under a row of a terminal's table. */
  below?(row: RowOf<NoInfer<Found>>, found: NoInfer<Found>): string;
  /** How many of the vacancies its shares are of, where it shows others beside them. */
  inside?(found: NoInfer<Found>): { postings: number; employers: number };
  /** What a reader of the table must know, in lines of at most 80 characters. */
  notes: string;
  /** How long a server may take over it; seconds where it is many queries in one. */
  waitMs?: number;
  /** The same of one answer, with its figures. */
  notesOf?(found: NoInfer<Found>): string;
};

type RowOf<Found extends Answer<unknown>> = Found["rows"][number];

/** Keeps the types of one question while checking it, and has it refuse days the wrong way round. */
export function defineQuestion<Asks extends z.ZodObject, Found extends Answer<unknown>>(one: Question<Asks, Found>): Question<Asks, Found> {
  return { ...one, asks: withDaysInOrder(one.asks) };
}

/** Any question: for what is made of all of them. */
export type AnyQuestion = Omit<Question<z.ZodObject, Answer<unknown>>, "answer"> & { answer: z.ZodType };
