import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { dayOf } from "../lib/day.ts";
import { packageRoot } from "../lib/package-root.ts";
import { RatesUnusable } from "./problems.ts";

/** What one euro was worth on `date`, by currency; `pegged` are those known only by their fixed rate to the dollar. */
export type Rates = { date: string; source: string; perEuro: ReadonlyMap<string, number>; pegged: readonly string[] };

/** The rates an answer was converted at; `newest`: the day on which the last vacancy of the cut was opened, `olderDays`: by how many days the rates are older than it, 0 where they are not. */
export const RatesUsed = z.object({ to: z.string(), date: z.string(), source: z.string(), newest: z.string().nullable(), olderDays: z.number() });
export type RatesUsed = z.infer<typeof RatesUsed>;

/** Currencies without a reference rate of the ECB that are held at a fixed price in dollars: since 1997, 1986, 2001 and 1980. */
const dollarPegs = { AED: 3.6725, SAR: 3.75, QAR: 3.64, BHD: 0.376 } as const;

/** A currency's rate moves by some per cent a year: older rates than this are said to be old. */
export const oldDays = 400;

/** Where a market keeps rates of its own; without them the package's are taken. */
export function ratesPath(dir: string): string {
  return join(dir, "rates.csv");
}

/** The newest rates that the market under `dir` has. */
export function ratesOf(dir: string): Rates {
  const own = ratesPath(dir);
  return existsSync(own) ? ratesIn(own, own) : ratesIn(new URL("data/rates.csv", packageRoot()), "data/rates.csv");
}

/** What files held when they were last parsed, by name: every question of pay asks for its rates. A file that is replaced has another number, one that is written over another time. */
const parsed = new Map<string, { file: string; rates: Rates }>();

function ratesIn(path: string | URL, name: string): Rates {
  const { ino, mtimeMs, size } = statSync(path);
  const file = `${ino} ${mtimeMs} ${size}`;
  const before = parsed.get(name);
  if (before?.file === file) return before.rates;
  const rates = parseRates(readFileSync(path, "utf8"), name);
  parsed.set(name, { file, rates });
  return rates;
}

/**
 * Takes the newest day of `text` as the rates of the market under `dir`, whole or not at all. Rates of the same day that are there already stay beside those of the file.
 * Gives with them the currencies that had a rate and have none now. Throws RatesUnusable where they are older than what is there, which then stays.
 */
export function keepRates(dir: string, text: string, name: string): Rates & { lost: string[] } {
  const taken = parseRates(text, name);
  const path = ratesPath(dir);
  const before = knownRates(dir);
  if (existsSync(path) && before !== null && taken.date < before.date) throw new RatesUnusable(`${name}: its newest rates are of ${taken.date}, and the market has those of ${before.date}. To go back to older ones, delete ${path} first.`);
  const rates = taken.date === before?.date ? withPegs(taken.date, taken.source, new Map([before, taken].flatMap(stated))) : taken;
  writeFileSync(`${path}.new`, ratesText(rates));
  renameSync(`${path}.new`, path);
  return { ...rates, lost: [...(before?.perEuro.keys() ?? [])].filter((currency) => !rates.perEuro.has(currency)).toSorted() };
}

/** Null where a file that stands there cannot be read: it is what new rates are to replace. */
function knownRates(dir: string): Rates | null {
  try {
    return ratesOf(dir);
  } catch (error) {
    if (error instanceof RatesUnusable) return null;
    throw error;
  }
}

function stated({ perEuro, pegged }: Rates): [string, number][] {
  return [...perEuro].filter(([currency]) => !pegged.includes(currency));
}

/** The one day that is used: the ECB's history holds thousands. Pegs are worked out anew. */
function ratesText({ date, source, perEuro, pegged }: Rates): string {
  const quoted = `"${source.replaceAll('"', '""')}"`;
  const lines = stated({ date, source, perEuro, pegged }).map(([currency, rate]) => `${date},${currency},${rate},${quoted}`);
  return ["date,currency,per_euro,source", ...lines, ""].join("\n");
}

/**
 * Rates of the newest day in a table: lines of date, currency, per_euro (and source), or the ECB's own eurofxref-hist.csv with a column a currency.
 * Days are never mixed: a currency that the newest day does not name has no rate.
 */
export function parseRates(text: string, name: string): Rates {
  const [header, ...lines] = rowsOf(text, name);
  const columns = (header ?? []).map((column) => column.trim());
  const wide = columns[0] === "Date" && columns.includes("USD");
  const places = { date: columns.indexOf("date"), currency: columns.indexOf("currency"), rate: columns.indexOf("per_euro"), source: columns.indexOf("source") };
  if (!wide && (places.date < 0 || places.currency < 0 || places.rate < 0)) throw new RatesUnusable(`${name}: its first line names neither date, currency and per_euro nor Date and currencies, as the ECB's eurofxref-hist.csv does.`);
  const dates = lines.map((line, i) => dateOf(line[wide ? 0 : places.date] ?? "", `${name}, line ${i + 2}`));
  const date = dates.toSorted().at(-1);
  if (date === undefined) throw new RatesUnusable(`${name} holds no rates below its first line.`);
  const perEuro = new Map([["EUR", 1]]);
  let source = "ECB reference rates";
  for (const [i, line] of lines.entries()) {
    if (dates[i] !== date) continue;
    const at = `${name}, line ${i + 2}`;
    if (wide) {
      for (const [place, currency] of columns.entries()) if (place > 0 && /^[A-Z]{3}$/.test(currency) && line[place]?.trim() && line[place] !== "N/A") perEuro.set(currency, rateOf(line[place]!, at));
    } else {
      const currency = (line[places.currency] ?? "").trim().toUpperCase();
      if (!/^[A-Z]{3}$/.test(currency)) throw new RatesUnusable(`${at}: "${currency.slice(0, 40)}" is no currency; three letters are, as in USD.`);
      perEuro.set(currency, rateOf(line[places.rate] ?? "", at));
      if (places.source >= 0 && line[places.source]) source = line[places.source]!;
    }
  }
  return withPegs(date, source, perEuro);
}

function rowsOf(text: string, name: string): string[][] {
  try {
    return parse(text.replace(/^\uFEFF/, ""), { skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new RatesUnusable(`${name} is no CSV: ${(error as Error).message}`, { cause: error });
  }
}

function withPegs(date: string, source: string, perEuro: Map<string, number>): Rates {
  const dollar = perEuro.get("USD");
  const pegged = dollar === undefined ? [] : Object.entries(dollarPegs).filter(([currency]) => !perEuro.has(currency));
  for (const [currency, price] of pegged) perEuro.set(currency, dollar! * price);
  return { date, source, perEuro, pegged: pegged.map(([currency]) => currency) };
}

function dateOf(text: string, at: string): string {
  const day = dayOf(text.trim());
  if (day === null) throw new RatesUnusable(`${at}: "${text.slice(0, 40)}" is no day; write it as 2025-12-31.`);
  return day;
}

function rateOf(text: string, at: string): number {
  const rate = Number(text);
  if (text.trim() === "" || !Number.isFinite(rate) || rate <= 0) throw new RatesUnusable(`${at}: "${text.slice(0, 40)}" is no rate; a number above 0 is.`);
  return rate;
}
