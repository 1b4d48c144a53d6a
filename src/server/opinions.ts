import { createHash } from "node:crypto";
import type { Opinion } from "../terms/opinion.ts";

/** Asks for the second opinion of a text. */
export type AskOpinion = (text: string) => Promise<Opinion>;

/** Second opinions of this server's life. They stand in memory only: nothing that a model says comes near the store. */
export class Opinions {
  readonly #ask: AskOpinion;
  readonly #kept = new Map<string, Opinion>();
  readonly #underWay = new Map<string, Promise<Opinion>>();

  constructor(ask: AskOpinion) {
    this.#ask = ask;
  }

  /** The opinion that was last given of a posting with this text; null where there is none. */
  get(key: string, text: string): Opinion | null {
    return this.#kept.get(nameOf(key, text)) ?? null;
  }

  /** Asks anew. Who asks for the same at the same time gets the same answer; null where too many others are being asked for. */
  async ask(key: string, text: string): Promise<Opinion | null> {
    const name = nameOf(key, text);
    const same = this.#underWay.get(name);
    if (same !== undefined) return await same;
    if (this.#underWay.size >= mostAtOnce) return null;
    const asked = this.#ask(text).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, asked);
    const opinion = await asked;
    this.#keep(name, opinion);
    return opinion;
  }

  #keep(name: string, opinion: Opinion): void {
    this.#kept.delete(name);
    this.#kept.set(name, opinion);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
  }
}

/** A local model answers one at a time, and a rented one has its own limits. */
const mostAtOnce = 2;
const mostKept = 500;

/** A posting that was changed since has no opinion. */
function nameOf(key: string, text: string): string {
  return `${key} ${createHash("sha256").update(text).digest("base64")}`;
}
