import { stat } from "node:fs/promises";
import { join } from "node:path";
import { absent, briefFiles, DamagedBrief, readBrief } from "./brief-file.ts";

type Known = { stamp: string; id: string | null; share: string | null };

/**
 * Which saved description a secret opens. A file is read for it again only when it has changed, a damaged one like any other and without a word: whoever has a link,
 * or guesses one, causes a look at the names in the folder and no more.
 */
export class ShareLinks {
  readonly #dir: string;
  #known = new Map<string, Known>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  async idOf(share: string): Promise<string | null> {
    const known = new Map<string, Known>();
    for (const name of await briefFiles(this.#dir)) {
      const stamp = await stampOf(join(this.#dir, name));
      if (stamp === null) continue;
      const before = this.#known.get(name);
      known.set(name, before?.stamp === stamp ? before : { stamp, ...(await linkIn(this.#dir, name)) });
    }
    this.#known = known;
    return [...known.values()].find((one) => one.share === share)?.id ?? null;
  }
}

/** Changes with everything that is written to a file or put in its place. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(absent);
  return found === null ? null : `${found.ino} ${found.size} ${found.ctimeNs} ${found.mtimeNs}`;
}

async function linkIn(dir: string, name: string): Promise<Omit<Known, "stamp">> {
  try {
    const brief = await readBrief(dir, name);
    return { id: brief?.id ?? null, share: brief?.share ?? null };
  } catch (error) {
    if (error instanceof DamagedBrief) return { id: null, share: null };
    throw error;
  }
}
