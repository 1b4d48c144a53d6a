import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BriefVersion, SavedBrief, type SavedBriefRow } from "../terms/saved-brief.ts";
import { SecretId } from "../terms/secret-id.ts";

const mostVersions = 500;

/** There are as many versions as are kept. */
export class TooManyVersions extends Error {
  override name = "TooManyVersions";
}

/**
 * Saved descriptions, one JSON file each in a folder beside the market, which can be rebuilt while they cannot. Whoever holds the market's lock owns the folder. A file is written beside its place, flushed and renamed,
 * so that it is there whole or as it was; writes to one description wait for each other.
 */
export class SavedBriefs {
  readonly #dir: string;
  readonly #now: () => Date;
  readonly #writing = new Map<string, Promise<unknown>>();

  constructor(dataDir: string, now: () => Date) {
    this.#dir = join(dataDir, "briefs");
    this.#now = now;
  }

  /** Null where there is none. */
  async get(id: string): Promise<SavedBrief | null> {
    if (!SecretId.safeParse(id).success) return null;
    const text = await readFile(this.#path(id), "utf8").catch(absent);
    return text === null ? null : SavedBrief.parse(JSON.parse(text));
  }

  async list(): Promise<SavedBriefRow[]> {
    const names = (await readdir(this.#dir).catch(absent)) ?? [];
    const ids = names.flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : []));
    const rows = await Promise.all(ids.map(async (id) => rowOf(await this.get(id))));
    return rows.flat().toSorted((a, b) => (a.saved < b.saved ? 1 : a.saved > b.saved ? -1 : a.id < b.id ? -1 : 1));
  }

  /** A new description, or the next version of one; null where `id` names none. */
  async save(version: Omit<BriefVersion, "version" | "saved">, id: string | null = null): Promise<SavedBrief | null> {
    if (id === null) {
      const saved = this.#now().toISOString();
      return await this.#write({ id: secret(), made: saved, share: null, versions: [{ ...version, version: 1, saved }] });
    }
    return await this.#change(id, (brief) => {
      if (brief.versions.length >= mostVersions) throw new TooManyVersions(`This description has ${mostVersions} versions, as many as are kept. Save it as a new one.`);
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
    for (const { id, shared } of await this.list()) {
      const brief = shared ? await this.get(id) : null;
      if (brief !== null && brief.share === share) return brief;
    }
    return null;
  }

  async remove(id: string): Promise<boolean> {
    if ((await this.get(id)) === null) return false;
    await this.#inTurn(id, () => rm(this.#path(id)));
    return true;
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

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function rowOf(brief: SavedBrief | null): SavedBriefRow[] {
  if (brief === null) return [];
  const { saved, brief: newest } = brief.versions.at(-1)!;
  const flags = [...newest.findings, ...newest.missing].filter((one) => one.severity !== "info").length;
  return [{ id: brief.id, title: newest.posting.title ?? null, company: newest.posting.company ?? null, made: brief.made, saved, versions: brief.versions.length, flags, shared: brief.share !== null }];
}
