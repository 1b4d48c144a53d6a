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
    directions = transformed(next, size, inverse(cholesky(gram(next, size), size), size));
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

/** Sums of products of the columns. */
function gram(rows: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size * size);
  for (let at = 0; at < rows.length; at += size) for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) sums[i * size + j]! += rows[at + i]! * rows[at + j]!;
  return sums;
}

/** L with L·Lᵀ the matrix of which the lower half is given. */
function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / lower[j * size + j]!;
    }
  }
  return lower;
}

/** The inverse of a lower triangle. */
function inverse(lower: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let i = column; i < size; i++) {
      let rest = i === column ? 1 : 0;
      for (let k = column; k < i; k++) rest -= lower[i * size + k]! * result[k * size + column]!;
      result[i * size + column] = rest / lower[i * size + i]!;
    }
  }
  return result;
}

/** Each row times the transpose of a lower triangle. */
function transformed(rows: Float64Array, size: number, lower: Float64Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += size) for (let i = 0; i < size; i++) for (let k = 0; k <= i; k++) result[at + i]! += rows[at + k]! * lower[i * size + k]!;
  return result;
}
