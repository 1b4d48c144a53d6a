import { engine } from "../reading/read.ts";
import type { Found } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { importPostings } from "./import.ts";
import { sampleSource } from "./sample.ts";
import type { Market } from "./store.ts";

type LoadOptions = { signal?: AbortSignal; now?: () => Date; onProgress?: (n: number) => void };

/** Whether the market is empty, or holds a sample that was loaded in part or read by another engine. Never where real postings are. */
export async function needsSample(market: Market): Promise<boolean> {
  const [row] = await market.rows<{ real: boolean; sample: boolean; engine: string | null }>(
    `SELECT EXISTS (FROM posting WHERE source <> $source) AS real, EXISTS (FROM posting WHERE source = $source) AS sample, (SELECT value FROM meta WHERE name = 'sample') AS engine`,
    { source: sampleSource },
  );
  return !row!.real && (!row!.sample || row!.engine !== engine);
}

/** Fills the market with invented postings. Stopped by `signal` it keeps whole batches, and the next start does the rest. */
export async function loadSample(market: Market, postings: AsyncIterable<Posting>, { signal, now, onProgress }: LoadOptions = {}): Promise<void> {
  try {
    await importPostings(market, found(postings, signal, onProgress), { source: sampleSource, now });
  } catch (error) {
    if (error instanceof Stopped) return;
    throw error;
  }
  await market.write(async (connection) => {
    await connection.run("DELETE FROM meta WHERE name = 'sample'");
    await connection.run("INSERT INTO meta VALUES ('sample', ?)", [engine]);
  });
}

class Stopped extends Error {}

async function* found(postings: AsyncIterable<Posting>, signal: AbortSignal | undefined, onProgress: ((n: number) => void) | undefined): AsyncGenerator<Found> {
  let n = 0;
  for await (const posting of postings) {
    if (signal?.aborted) throw new Stopped();
    if (++n % 64 === 0) {
      onProgress?.(n);
      // Signals and timers get their turn: nothing else in making and reading a sample waits for anything.
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield { posting, where: `sample posting ${n}`, board: null };
  }
  onProgress?.(n);
}
