import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";

/** Words by number, with what each counts. */
export type Bag = { words: Int32Array; values: Float64Array };

// Of a slowly falling spectrum the last directions are never quite found; more rounds change no figure of the cross-validation.
const ROUNDS = 10;

/** The `size` directions, word × direction, that say most of the bags: subspace iteration, from a start without chance. */
export function mainDirections(bags: readonly Bag[], count: number, size: number): Float64Array {
  let directions: Float64Array = Float64Array.from({ length: count * size }, scattered);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(count * size);
    for (const bag of bags) {
      const along = project(bag, directions, size);
      for (const [n, word] of bag.words.entries()) for (let d = 0; d < size; d++) next[word * size + d]! += bag.values[n]! * along[d]!;
    }
    directions = orthonormal(Matrix.from1DArray(count, size, next));
  }
  return directions;
}

/** The directions, each so long that the bags, projected on it, vary by one. */
export function scaled(directions: Float64Array, size: number, bags: readonly Bag[]): Float64Array {
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const bag of bags) {
    for (const [d, value] of project(bag, directions, size).entries()) {
      sums[d]! += value;
      squares[d]! += value * value;
    }
  }
  const spread = squares.map((sum, d) => Math.sqrt(sum / bags.length - (sums[d]! / bags.length) ** 2));
  return directions.map((value, n) => value / spread[n % size]!);
}

/** A bag's place along each direction. */
function project({ words, values }: Bag, directions: Float64Array, size: number): Float64Array {
  const along = new Float64Array(size);
  for (const [n, word] of words.entries()) for (let d = 0; d < size; d++) along[d]! += values[n]! * directions[word * size + d]!;
  return along;
}

/** Numbers between -1 and 1 that follow no pattern. */
function scattered(_: unknown, n: number): number {
  let bits = Math.imul(n + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) / 2 ** 31;
}

/** The columns made orthonormal one after another, row by row: what the Cholesky factor of their products takes from them. */
function orthonormal(columns: Matrix): Float64Array {
  const { lowerTriangularMatrix: lower } = new CholeskyDecomposition(columns.transpose().mmul(columns));
  return Float64Array.from(columns.mmul(inverse(lower).transpose()).to1DArray());
}
