import { type Columns, enoughEmployers, evenEmployers, redrawnEnds } from "./redrawn.ts";
import { intervalOf, replicate } from "./replicate.ts";

/** `n` postings of one employer (by its index) with the same value. */
export type Stated = { employer: number; value: number; n: number };

/** A figure with its 95 % interval; the ends are null where too few employers stand behind it to tell. */
export type Estimate = { value: number; low: number | null; high: number | null };

/** Rows by column, and how many postings each employer has: what is walked again and again is laid out flat. */
export function columnsOf(rows: readonly Stated[]): Columns {
  const columns = { employer: new Int32Array(rows.length), value: new Float64Array(rows.length), n: new Int32Array(rows.length) };
  let employers = 0;
  for (const [i, row] of rows.entries()) {
    columns.employer[i] = row.employer;
    columns.value[i] = row.value;
    columns.n[i] = row.n;
    employers = Math.max(employers, row.employer + 1);
  }
  const sizes = new Float64Array(employers);
  for (const row of rows) sizes[row.employer]! += row.n;
  return { ...columns, sizes };
}

/**
 * Quantiles between neighbours (type 7 of Hyndman and Fan, as DuckDB's quantile_cont) of values of which each stands `n` times its employer's `times` (else once).
 * `rows` are sorted by value, `probabilities` rise. Null where nothing is left.
 */
export function quantilesOf(rows: readonly Stated[], probabilities: readonly number[], times?: Uint16Array): (number | null)[] {
  return quantilesBy(rows, probabilities)(times);
}

/** The same for rows that are asked again and again, each time of other draws: they are laid out once. */
export function quantilesBy(rows: readonly Stated[], probabilities: readonly number[]): (times?: Uint16Array) => (number | null)[] {
  const columns = columnsOf(rows);
  const once = new Uint16Array(columns.sizes.length).fill(1);
  return (times = once) => quantilesIn(columns, probabilities, times);
}

/** Marked hot: a thousand draws walk every row. */
function quantilesIn({ employer, value, n, sizes }: Columns, probabilities: readonly number[], times: Uint16Array): (number | null)[] {
  let total = 0;
  for (let one = 0; one < sizes.length; one++) total += sizes[one]! * times[one]!;
  if (total === 0) return probabilities.map(() => null);
  const found: number[] = [];
  // One walk: the places are sought in rising order, each between the value at `below` and the next.
  let seen = 0;
  let i = -1;
  for (const p of probabilities) {
    const place = (total - 1) * p;
    const below = Math.floor(place);
    const part = place - below;
    while (seen <= below) {
      i++;
      seen += n[i]! * times[employer[i]!]!;
    }
    const lower = value[i]!;
    // Looks one further without going there, as the next probability may lie in the same gap.
    let next = i;
    let upto = part > 0 ? seen : Infinity;
    while (upto <= below + 1) {
      next++;
      upto += n[next]! * times[employer[next]!]!;
    }
    found.push(lower + (value[next]! - lower) * part);
  }
  return found;
}

/** Fewer draws where there is much to draw from: with many employers the interval's ends are 2.5 and 97.5 %, for which 200 do. */
export function drawsFor(rows: number): number {
  return Math.max(200, Math.min(1000, Math.floor(20_000_000 / Math.max(1, rows))));
}

/** From so many employers on the ends sought are 2.5 and 97.5 % or nearly, not further out, and so many draws tell them. */
const MANY_EMPLOYERS = 50;
const DRAWS_OF_MANY = 400;

/** Quantiles of what postings state, with intervals by drawing whole employers: worked out where there are enough of them, else drawn. `probabilities` rise. */
export function bandOf(rows: readonly Stated[], probabilities: readonly number[], employers: number): (Estimate | null)[] {
  const columns = columnsOf(rows.toSorted((a, b) => a.value - b.value));
  const values = quantilesIn(columns, probabilities, new Uint16Array(columns.sizes.length).fill(1));
  const intervals = evenEmployers(columns.sizes) >= enoughEmployers ? probabilities.map((one) => redrawnEnds(columns, one, employers)) : drawnEnds(columns, probabilities, employers);
  return values.map((value, i) => (value === null ? null : { value, low: intervals[i]?.[0] ?? null, high: intervals[i]?.[1] ?? null }));
}

/** The ends as drawing finds them. */
export function drawnEnds(columns: Columns, probabilities: readonly number[], employers: number, draws = drawsOf(columns, employers)): ([low: number, high: number] | null)[] {
  const drawn = replicate(employers, (times) => quantilesIn(columns, probabilities, times), draws);
  return probabilities.map((_, i) => intervalOf(drawn.map((one) => one[i]!), employers));
}

function drawsOf({ value }: Columns, employers: number): number {
  return Math.min(drawsFor(value.length), employers < MANY_EMPLOYERS ? Infinity : DRAWS_OF_MANY);
}
