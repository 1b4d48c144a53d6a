/** Work that takes turns: `most` at once, the rest in line; what comes when that is `full` (`longest` wait) throws what `error` makes, at once. Without it, it is never full. */
export function makeTurns({ most, full }: { most: number; full?: { longest: number; error: () => Error } }): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else {
      if (full !== undefined && line.length >= full.longest) throw full.error();
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
