import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BriefVersion, SavedBrief, SavedBriefRow } from "../terms/saved-brief.ts";
import { SecretId } from "../terms/secret-id.ts";
import { absent, briefFiles, readBrief } from "./brief-file.ts";
import { ShareLinks } from "./share-links.ts";

/** Of one description. Each holds its brief whole, and all of them are read to open one. */
export const mostVersions = 50;

/** There are as many versions as are kept. */
export class TooManyVersions extends Error {
  override name = "TooManyVersions";
}

/**
 * Saved descriptions, one JSON file each in a folder beside the market, which can be rebuilt while they cannot. Whoever holds the market's lock owns the folder. A file is written beside its place, flushed and renamed,
 * so that it is there whole or as it was; writes to one description wait for each other. A damaged file is left as it lies and passed over, and named to `log` once: the others are no worse for it.
 */
export class SavedBriefs {
  readonly #dir: string;
  readonly #now: () => Date;
  readonly #log: (message: string) => void;
  readonly #writing = new Map<string, Promise<unknown>>();
  readonly #links: ShareLinks;
  /** Damaged files that the log has been told of. */
  readonly #told = new Set<string>();

  constructor(dataDir: string, now: () => Date, log: (message: string) => void) {
    this.#dir = join(dataDir, "briefs");
    this.#now = now;
    this.#log = log;
    this.#links = new ShareLinks(this.#dir);
  }

  /** Null where there is none. Throws DamagedBrief where there is one that cannot be read. */
  async get(id: string): Promise<SavedBrief | null> {
    if (!SecretId.safeParse(id).success) return null;
    return await readBrief(this.#dir, `${id}.json`);
  }

  /** A row each, the last saved first, and the names of files that cannot be read. */
  async list(): Promise<{ rows: SavedBriefRow[]; skipped: string[] }> {
    const briefs: SavedBrief[] = [];
    const skipped: string[] = [];
    for (const name of await briefFiles(this.#dir)) {
      try {
        const brief = await readBrief(this.#dir, name);
        if (brief !== null) briefs.push(brief);
        this.#told.delete(name);
      } catch (error) {
        if (!this.#told.has(name)) this.#log(`briefs/${name} is passed over: ${(error as Error).message}`);
        this.#told.add(name);
        skipped.push(name);
      }
    }
    return { rows: briefs.map(rowOf).toSorted((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : a.id < b.id ? -1 : 1)), skipped };
  }

  /** A new description, or the next version of one; null where `id` names none. */
  async save(version: Omit<BriefVersion, "version" | "saved">, id: string | null = null): Promise<SavedBrief | null> {
    if (id === null) {
      const saved = this.#now().toISOString();
      return await this.#write({ format: 1, id: secret(), made: saved, share: null, versions: [{ ...version, version: 1, saved }] });
    }
    return await this.#change(id, (brief) => {
      if (brief.versions.length >= mostVersions) throw new TooManyVersions(`This description has ${brief.versions.length} versions; ${mostVersions} are kept at most. Save it as a new description.`);
      return { ...brief, versions: [...brief.versions, { ...version, version: brief.versions.at(-1)!.version + 1, saved: this.#now().toISOString() }] };
    });
  }

  /** Lets whoever has the secret read the newest version, or nobody. The same secret as before, where there is one. */
  async share(id: string, on: boolean): Promise<SavedBrief | null> {
    return await this.#change(id, (brief) => ({ ...brief, share: on ? (brief.share ?? secret()) : null }));
  }

  /** The description that is shared under a secret. */
  async shared(share: string): Promise<SavedBrief | null> {
    if (!SecretId.safeParse(share).success) return null;
    const id = await this.#links.idOf(share);
    const brief = id === null ? null : await this.get(id);
    // What it was found by may be older than what it says now.
    return brief?.share === share ? brief : null;
  }

  async remove(id: string): Promise<boolean> {
    if (!SecretId.safeParse(id).success) return false;
    // A damaged one can be removed too: it can do nothing else.
    return await this.#inTurn(id, () => rm(this.#path(id)).then(() => true, (error: NodeJS.ErrnoException) => absent(error) ?? false));
  }

  async #change(id: string, change: (brief: SavedBrief) => SavedBrief): Promise<SavedBrief | null> {
    return await this.#inTurn(id, async () => {
      const brief = await this.get(id);
      return brief === null ? null : await this.#write(change(brief));
    });
  }

  async #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#writing.get(id) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.catch(() => undefined);
    this.#writing.set(id, settled);
    try {
      return await turn;
    } finally {
      if (this.#writing.get(id) === settled) this.#writing.delete(id);
    }
  }

  async #write(brief: SavedBrief): Promise<SavedBrief> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const beside = join(this.#dir, `.${brief.id}.${process.pid}.new`);
    const file = await open(beside, "w", 0o600);
    try {
      await file.writeFile(JSON.stringify(brief));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.#path(brief.id));
    return brief;
  }

  #path(id: string): string {
    return join(this.#dir, `${id}.json`);
  }
}

function secret(): string {
  return randomBytes(16).toString("base64url");
}

function rowOf(brief: SavedBrief): SavedBriefRow {
  const { saved, brief: newest } = brief.versions.at(-1)!;
  const flags = [...newest.findings, ...newest.missing].filter((one) => one.severity !== "info").length;
  return { id: brief.id, title: newest.posting.title ?? null, company: newest.posting.company ?? null, made: brief.made, saved, versions: brief.versions.length, flags, shared: brief.share !== null };
}
