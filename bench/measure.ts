/** Seconds of processor time this process has used: unlike the clock, it does not count time given to other processes. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export type Spread = { median: number; low: number; high: number };

/** Median, least and most of some runs. */
export function spread(runs: readonly number[]): Spread {
  const sorted = runs.toSorted((a, b) => a - b);
  return { median: rounded(sorted[Math.floor(sorted.length / 2)]!), low: rounded(sorted[0]!), high: rounded(sorted.at(-1)!) };
}

/** Four significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
