import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { Random } from "../../lib/random.ts";
import { student95 } from "./normal.ts";

/** A posting, or `n` that are alike: what is explained, whose it is, and its columns that are not 0. Column 0 is the constant, and is given by the fit itself. */
export type Case = { y: number; employer: number; n?: number; x: readonly (readonly [column: number, value: number])[] };

/** What a column adds to y, with its 95 % interval, the postings and employers in which it is not 0. */
export type Coefficient = { name: string; value: number; low: number; high: number; error: number; n: number; employers: number };

export type Fit = {
  coefficients: Coefficient[];
  /** The covariance of the coefficients, in their order. */
  covariance: number[][];
  n: number;
  employers: number;
  r2: number;
  /** How errors were made robust: by employer (CR1), or per posting (HC3) where every employer has one. */
  errors: "CR1" | "HC3";
  /** Columns that say no more than those before them. */
  collinear: string[];
};

/** A column whose part that others do not explain is smaller than this says nothing of its own. */
const tolerance = 1e-8;

/**
 * Least squares with errors that allow postings of one employer to go together: CR1 (Liang & Zeger 1986, with G/(G−1)·(n−1)/(n−k)), or HC3 (MacKinnon & White 1985) where each employer has
 * one posting. A column that few employers have is known no better than they are many: its interval is Student's with as many degrees of freedom as the smaller of
 * the two sides has employers, less one. Null where there are not more employers than columns.
 */
export function regress(cases: readonly Case[], names: readonly string[]): Fit | null {
  const rows = cases.map((one): Row => ({ y: one.y, employer: one.employer, n: one.n ?? 1, x: [[0, 1] as const, ...one.x] }));
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const all = ["constant", ...names];
  const { xx, xy } = crossProducts(rows, all.length);
  const kept = independent(xx);
  const place = new Map(kept.map((column, i) => [column, i]));
  const reduced = rows.map((row) => ({ ...row, x: row.x.flatMap(([column, value]) => (place.has(column) ? [[place.get(column)!, value] as const] : [])) }));
  const employers = new Set(cases.map((one) => one.employer)).size;
  if (employers <= kept.length) return null;
  const gram = new Matrix(kept.map((a) => kept.map((b) => xx[a]![b]!)));
  const bread = new CholeskyDecomposition(gram).solve(Matrix.eye(kept.length));
  const beta = bread.mmul(Matrix.columnVector(kept.map((column) => xy[column]!))).to1DArray();
  const residuals = reduced.map((row) => row.y - row.x.reduce((sum, [column, value]) => sum + beta[column]! * value, 0));
  const single = employers === n;
  const meat = single ? hc3(reduced, residuals, bread) : cr1(reduced, residuals, { n, employers, columns: kept.length });
  const covariance = symmetric(bread.mmul(meat).mmul(bread));
  const sides = sidesOf(reduced, kept.length, employers);
  const coefficients = kept.map((column, i): Coefficient => {
    const error = Math.sqrt(Math.max(0, covariance[i]![i]!));
    const reach = student95(sides[i]!.df) * error;
    return { name: all[column]!, value: beta[i]!, low: beta[i]! - reach, high: beta[i]! + reach, error, n: sides[i]!.n, employers: sides[i]!.employers };
  });
  return { coefficients, covariance, n, employers, r2: explained(rows, residuals), errors: single ? "HC3" : "CR1", collinear: all.filter((_, column) => !place.has(column)) };
}

/** A sum of coefficients by weights, with its interval; degrees of freedom are those of the least known of them. */
export function combined(fit: Fit, weights: Readonly<Record<string, number>>): { value: number; low: number; high: number } | null {
  const places = Object.entries(weights).map(([name, weight]) => ({ i: fit.coefficients.findIndex((one) => one.name === name), weight }));
  if (places.length === 0 || places.some(({ i }) => i < 0)) return null;
  const value = places.reduce((sum, { i, weight }) => sum + fit.coefficients[i]!.value * weight, 0);
  const variance = places.reduce((sum, a) => places.reduce((inner, b) => inner + a.weight * b.weight * fit.covariance[a.i]![b.i]!, sum), 0);
  const fewest = Math.min(...places.map(({ i }) => Math.min(fit.coefficients[i]!.employers, Math.max(2, fit.employers - fit.coefficients[i]!.employers))));
  const reach = student95(Math.min(fit.employers, fewest) - 1) * Math.sqrt(Math.max(0, variance));
  return { value, low: value - reach, high: value + reach };
}

/**
 * The effects of `names` again and again, drawn from the fit with its covariance; `reference` among them is the level that the others are compared with, at 0.
 * A column that the fit dropped has no effect that anybody knows: it is no name to ask for. Seeded: the same fit gives the same figures.
 */
export function drawnEffects(fit: Fit, names: readonly string[], reference: string, draws = 2000): number[][] {
  const places = names.map((name) => fit.coefficients.findIndex((one) => one.name === name));
  const unknown = names.find((name, i) => places[i]! < 0 && name !== reference);
  if (unknown !== undefined) throw new RangeError(`"${unknown}" is no column of this fit`);
  const own = places.filter((i) => i >= 0);
  const covariance = new Matrix(own.map((a) => own.map((b) => fit.covariance[a]![b]! + (a === b ? 1e-12 : 0))));
  const root = own.length === 0 ? null : new CholeskyDecomposition(covariance).lowerTriangularMatrix;
  const random = new Random(20_260_320);
  return Array.from({ length: draws }, () => {
    const noise = own.map(() => random.normal());
    const shifts = root === null ? [] : root.mmul(Matrix.columnVector(noise)).to1DArray();
    return places.map((i) => (i < 0 ? 0 : fit.coefficients[i]!.value + shifts[own.indexOf(i)]!));
  });
}

type Row = { y: number; employer: number; n: number; x: (readonly [number, number])[] };

function crossProducts(rows: readonly Row[], columns: number): { xx: number[][]; xy: number[] } {
  const xx = Array.from({ length: columns }, () => zeros(columns));
  const xy = zeros(columns);
  for (const { y, n, x } of rows) {
    for (const [a, va] of x) {
      xy[a]! += n * va * y;
      for (const [b, vb] of x) xx[a]![b]! += n * (va * vb);
    }
  }
  return { xx, xy };
}

/** Columns that are no sum of earlier ones: Cholesky's pivots, taken in the given order, so that it is the later column that is dropped. */
function independent(xx: readonly (readonly number[])[]): number[] {
  const kept: number[] = [];
  const factor: number[][] = [];
  for (let column = 0; column < xx.length; column++) {
    const row: number[] = [];
    for (const [i, earlier] of kept.entries()) {
      const dot = row.reduce((sum, value, k) => sum + value * factor[i]![k]!, 0);
      row.push((xx[column]![earlier]! - dot) / factor[i]![i]!);
    }
    const own = xx[column]![column]!;
    const pivot = own - row.reduce((sum, value) => sum + value * value, 0);
    if (own === 0 || pivot <= tolerance * own) continue;
    row.push(Math.sqrt(pivot));
    factor.push(row);
    kept.push(column);
  }
  return kept;
}

/** Sums of scores by employer, squared: what postings of one employer have in common counts once. */
function cr1(rows: readonly Row[], residuals: readonly number[], { n, employers, columns }: { n: number; employers: number; columns: number }): Matrix {
  const scores = new Map<number, Float64Array>();
  for (const [i, { employer, n: alike, x }] of rows.entries()) {
    let score = scores.get(employer);
    if (score === undefined) scores.set(employer, (score = new Float64Array(columns)));
    for (const [column, value] of x) score[column]! += alike * value * residuals[i]!;
  }
  const meat = Matrix.zeros(columns, columns);
  for (const score of scores.values()) addSquare(meat, score, 1);
  return meat.mul((employers / (employers - 1)) * ((n - 1) / (n - columns)));
}

/** Each posting's own residual, made larger by how much the posting pulls the fit to itself. */
function hc3(rows: readonly Row[], residuals: readonly number[], bread: Matrix): Matrix {
  const meat = Matrix.zeros(bread.rows, bread.rows);
  const dense = new Float64Array(bread.rows);
  for (const [i, { x }] of rows.entries()) {
    let leverage = 0;
    for (const [a, va] of x) for (const [b, vb] of x) leverage += va * vb * bread.get(a, b);
    dense.fill(0);
    for (const [column, value] of x) dense[column] = value;
    addSquare(meat, dense, (residuals[i]! / Math.max(1e-6, 1 - leverage)) ** 2);
  }
  return meat;
}

function addSquare(to: Matrix, vector: Float64Array, weight: number): void {
  for (let a = 0; a < vector.length; a++) {
    if (vector[a] === 0) continue;
    for (let b = 0; b < vector.length; b++) to.set(a, b, to.get(a, b) + weight * vector[a]! * vector[b]!);
  }
}

/** In how many postings of how many employers a column is not 0, and how many degrees of freedom that leaves. */
function sidesOf(rows: readonly Row[], columns: number, employers: number): { n: number; employers: number; df: number }[] {
  const having = Array.from({ length: columns }, () => ({ n: 0, by: new Set<number>(), values: new Set<number>() }));
  const all = Array.from({ length: columns }, () => new Map<number, number>());
  for (const { employer, n, x } of rows) {
    for (const [column, value] of x) {
      having[column]!.n += n;
      having[column]!.by.add(employer);
      if (having[column]!.values.size < 3) having[column]!.values.add(value);
      all[column]!.set(employer, (all[column]!.get(employer) ?? 0) + n);
    }
  }
  const size = new Map<number, number>();
  for (const { employer, n } of rows) size.set(employer, (size.get(employer) ?? 0) + n);
  return having.map(({ n, by, values }, column) => {
    // Employers all of whose postings have the column are not on the side without it. A number such as time has no sides.
    const whole = [...all[column]!].filter(([employer, own]) => own === size.get(employer)).length;
    const without = values.size === 1 && column > 0 ? employers - whole : employers;
    return { n, employers: by.size, df: Math.max(1, Math.min(by.size, without) - 1) };
  });
}

function explained(rows: readonly Row[], residuals: readonly number[]): number {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const mean = rows.reduce((sum, row) => sum + row.n * row.y, 0) / n;
  const total = rows.reduce((sum, row) => sum + row.n * (row.y - mean) ** 2, 0);
  const left = residuals.reduce((sum, residual, i) => sum + rows[i]!.n * residual ** 2, 0);
  return total === 0 ? 0 : 1 - left / total;
}

/** Products of matrices differ in their last digits across the diagonal, and a Cholesky factor takes none that do. */
function symmetric(matrix: Matrix): number[][] {
  return matrix.add(matrix.transpose()).mul(0.5).to2DArray();
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
