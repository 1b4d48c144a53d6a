/** Work that takes turns: `most` at once, `waiting` more in line; what comes beyond throws what `full` makes, at once. */
export function makeTurns({ most, waiting, full }: { most: number; waiting: number; full: () => Error }): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else {
      if (line.length >= waiting) throw full();
      // Whoever ends hands its place on, so that `free` stays as it is.
      await new Promise<void>((resolve) => line.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
