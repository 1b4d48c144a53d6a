import { main } from "../../src/cli/main.ts";
import type { Shell } from "../../src/cli/command.ts";
import { playedFetch } from "../../test/fixtures/playing-server.ts";

/** What the child is told: where the played boards stand, and what time it is (milliseconds since 1970). */
export type Stage = { address: string; now: number };

/**
 * `strata` as it is, on a stage: hosts are played by a server of this machine, pauses pass at once, and its clock for progress goes six seconds further at each look,
 * so that it says every step that it would say one of in five seconds.
 */
export async function runOnStage(stage: Stage, args: string[]): Promise<number> {
  let world = stage.now;
  let shown = stage.now;
  const shell: Shell = {
    in: process.stdin, out: process.stdout, err: process.stderr, env: {},
    now: () => new Date((shown += 6000)),
    world: { fetch: playedFetch(stage.address), now: () => world, random: () => 0, sleep: async (ms) => void (world += ms) },
  };
  return main(args, shell);
}
