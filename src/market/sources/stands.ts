import type { BoardRef } from "../../terms/board-ref.ts";
import { refText, sourceName } from "../../terms/board-ref.ts";
import { boards } from "../../sources/boards.ts";
import type { Market } from "../store.ts";
import type { Followed } from "./followed.ts";

/** Where a board was found to stand: the source it is from now on, or the one that follows it already. */
export type Stood = { source: Followed } | { same: string };

/** A source that was another's copy is looked at again so much later: somebody may have removed the other. */
const againMs = 7 * 24 * 3_600_000;

/**
 * A board that was named without its host, and answered on another one: from now on it is what that host says ("lever:acme" → "lever:acme@eu"), so that one board is one source however it was named.
 * Where its postings are stored already they keep their keys, and the source its name; only what it is asked by changes, and by that nobody can add it a second time.
 * A second source of the same board goes where nothing of it is stored; where something is, it is left as it is and told.
 */
export async function standElsewhere(market: Market, source: Followed, ref: BoardRef, now: number): Promise<Stood> {
  const [name, asked, url] = [sourceName(ref), refText(ref), boards[ref.ats].address.page(ref)];
  return market.write(async (connection) => {
    const one = async <T>(sql: string, values: Record<string, string>): Promise<T> => (await connection.runAndReadAll(sql, values)).getRowsJS()[0]![0] as T;
    const same = await one<string | null>("SELECT any_value(name) FROM source WHERE name <> $own AND (name = $name OR asked = $asked)", { own: source.name, name, asked });
    const stored = await one<boolean>("SELECT EXISTS (FROM posting WHERE source = $own)", { own: source.name });
    const moved = { ...source, name: stored ? source.name : name, asked, url, etag: null, body: null };
    await market.transaction(connection, async () => {
      if (same === null) {
        await connection.run("UPDATE dropped SET source = $name WHERE source = $own", { own: source.name, name: moved.name });
        await connection.run("UPDATE source SET name = $name, asked = $asked, url = $url, etag = NULL, body = NULL WHERE name = $own", { own: source.name, name: moved.name, asked, url });
      } else if (stored) await connection.run("UPDATE source SET checked = epoch_ms($now::BIGINT), status = 'absent', problem = $problem, due = epoch_ms($due::BIGINT) WHERE name = $own", { own: source.name, now: BigInt(now), problem: copyText(source.name, same), due: BigInt(now + againMs) });
      else {
        await connection.run("DELETE FROM source WHERE name = $own", { own: source.name });
        await connection.run("DELETE FROM dropped WHERE source = $own", { own: source.name });
      }
    });
    return same === null ? { source: moved } : { same };
  });
}

/** What a second source of one board is told to be. */
export function copyText(name: string, same: string): string {
  return `it is the same board as ${same}, which is followed: it is not asked twice. What an earlier Strata stored under this name is taken out with: strata remove ${name}`;
}
