/** Two-sided 95 %. */
export const z95 = 1.959964;

const chebyshev = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277] as const;

/**
 * The standard normal distribution up to `z`, to 2 in 10⁷. Complementary error function by the Chebyshev fit of Numerical Recipes, 6.2.
 * `normalBelow(1.96)` → `0.975`
 */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  let fit = 0;
  for (let i = chebyshev.length - 1; i >= 0; i--) fit = fit * t + chebyshev[i]!;
  const tail = (t * Math.exp(-x * x + fit)) / 2;
  return z > 0 ? 1 - tail : tail;
}

/** The density of the standard normal distribution. */
export function densityAt(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * How many standard errors a two-sided 95 % interval reaches with `df` degrees of freedom: Student's t, by Hill's expansion (1970, CACM algorithm 396).
 * `student95(10)` → `2.228`. Infinite where nothing is known (df < 1).
 */
export function student95(df: number): number {
  if (df < 1) return Number.POSITIVE_INFINITY;
  // With one and two degrees of freedom the distribution has a closed form, and the expansion is at its worst.
  if (df < 2) return Math.tan((Math.PI / 2) * 0.95);
  if (df < 3) return Math.sqrt(2 / (0.05 * 1.95) - 2);
  const a = 1 / (df - 0.5);
  const b = 48 / (a * a);
  let c = ((20_700 * a) / b - 98) * a - 16;
  c = (c * a + 96.36);
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * df;
  let y = (d * 0.05) ** (2 / df);
  if (y > 0.05 + a) {
    const x = -z95;
    y = x * x;
    if (df < 5) c += 0.3 * (df - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y = ((1 / (((df + 6) / (df * y) - 0.089 * d - 0.822) * (df + 2) * 3) + 0.5 / (df + 4)) * y - 1) * ((df + 1) / (df + 2)) + 1 / y;
  }
  return Math.sqrt(df * y);
}
