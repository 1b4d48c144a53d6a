import { inOrder } from "../lib/in-order.ts";
import { wholeLines } from "../lib/lines.ts";
import { ReadPool, tasksPerWorker } from "../market/read-pool.ts";
import { errorLine, type LinesAnswer } from "../market/read-lines.ts";
import { utf8Of } from "../sources/bytes.ts";
import { tooLongLine } from "../sources/jsonl.ts";
import { postingBytes } from "../sources/limits.ts";
import { put, type Shell } from "./command.ts";
import { exit } from "./exit.ts";

/**
 * JSON Lines in, one reading a line out, in the same order, as lines come; a line that is no posting gives its error in its place, and all are counted at the end.
 * `name` is what the lines come from. However many workers, the output is the same bytes; memory stays flat, as no more is taken in than is worked on.
 */
export async function readStream(bytes: AsyncIterable<Uint8Array>, name: string, options: { workers: number; withText: boolean }, shell: Shell): Promise<number> {
  const pool = new ReadPool(options.workers);
  let read = 0;
  let failed = 0;
  try {
    const text = await utf8Of(bytes, (what) => shell.err.write(`${name}: ${what}\n`));
    const answers = inOrder(wholeLines(text, postingBytes), pool.workers * tasksPerWorker, async (lines): Promise<LinesAnswer> => {
      if ("tooLong" in lines) return tooLong(lines.tooLong);
      return await pool.run({ kind: "lines", ...lines, withText: options.withText });
    });
    for await (const answer of answers) {
      read += answer.read;
      failed += answer.failed;
      await put(shell.out, answer.bytes);
    }
  } finally {
    await pool.close();
  }
  if (failed > 0) shell.err.write(`strata read: ${read} read, ${failed} not read; each of these has an "error" on its line\n`);
  return failed > 0 ? exit.notAllRead : exit.ok;
}

function tooLong(line: number): LinesAnswer {
  return { kind: "lines", bytes: new TextEncoder().encode(`${errorLine(null, tooLongLine(line))}\n`), read: 0, failed: 1 };
}
