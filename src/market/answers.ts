import { statSync } from "node:fs";
import type { z } from "zod";
import { Domain } from "../terms/domain.ts";
import { Region } from "../terms/place.ts";
import { Seniority } from "../terms/seniority.ts";
import { Workplace } from "../terms/workplace.ts";
import { askNamed } from "./ask.ts";
import { questionOf, type QuestionName } from "./questions/catalogue.ts";
import { askTotals } from "./questions/totals.ts";
import { ratesPath } from "./rates.ts";
import type { Market } from "./store.ts";

/** What the page of the market asks when nothing is narrowed, the first thing first. */
const ofThePage: readonly (readonly [QuestionName, Record<string, string>])[] = [["overview", {}], ["demand", { by: "layer,month" }], ["roles", {}], ["layers", {}], ["regions", {}], ["layers", { by: "month" }]];

/** What it asks when one box of its bar is ticked: those that leave the most vacancies take longest, and are asked most. */
const ofItsFilters: readonly (readonly [QuestionName, Record<string, string>])[] = Object.entries({ region: Region.options, workplace: Workplace.options, seniority: Seniority.options, domain: Domain.options })
  .flatMap(([name, options]) => options.map((value) => ["overview", { [name]: value }] as const));

/** So many characters of answers are kept; the page of a large market is some 300,000. */
const mostCharacters = 32_000_000;
/** How long nothing has changed before the page's answers are made again: an import commits a batch every second or two. */
const settledMs = 2000;

/**
 * Answers as JSON, kept as long as neither the market nor its rates change: one answer for all who ask the same, also of those who ask while it is made.
 * The least lately asked go first.
 */
export class Answers {
  readonly #market: Market;
  /** Their characters are counted once they are made; until then 0. */
  readonly #kept = new Map<string, { made: Promise<string>; characters: number }>();
  #version = "";
  #characters = 0;

  constructor(market: Market) {
    this.#market = market;
  }

  /** The answer to a question as its schema gave it. */
  async ask(name: QuestionName, question: z.output<z.ZodObject>): Promise<string> {
    return this.#once(`${name} ${JSON.stringify(question)}`, () => askNamed(this.#market, name, question));
  }

  async totals(): Promise<Awaited<ReturnType<typeof askTotals>>> {
    return JSON.parse(await this.#once("totals", () => askTotals(this.#market))) as Awaited<ReturnType<typeof askTotals>>;
  }

  /** Makes the answers of the page while nobody waits for them, as it opens and with one box ticked; again when the market has changed and come to rest. */
  async keepWarm(signal: AbortSignal): Promise<void> {
    let [seen, made] = ["", ""];
    while (!signal.aborted) {
      const now = versionOf(this.#market);
      if (now === seen && now !== made) {
        made = now;
        await this.warm(signal);
      }
      seen = now;
      await rested(made === seen ? settledMs : settledMs / 4, signal);
    }
  }

  /** Makes them once, one at a time; ends early when the market changes meanwhile. */
  async warm(signal: AbortSignal): Promise<void> {
    const version = versionOf(this.#market);
    // What cannot be answered (rates that are not readable) is told to who asks.
    await this.totals().catch(() => undefined);
    for (const [name, asked] of [...ofThePage, ...ofItsFilters]) {
      if (signal.aborted || versionOf(this.#market) !== version) return;
      await this.ask(name, questionOf(name).asks.parse(asked)).catch(() => undefined);
    }
  }

  async #once(asked: string, make: () => Promise<unknown>): Promise<string> {
    this.#forgetIfChanged();
    const known = this.#kept.get(asked);
    if (known !== undefined) {
      this.#kept.delete(asked);
      this.#kept.set(asked, known);
      return known.made;
    }
    const one = { made: make().then((answer) => JSON.stringify(answer)), characters: 0 };
    this.#kept.set(asked, one);
    const version = this.#version;
    try {
      const text = await one.made;
      one.characters = text.length;
      return text;
    } finally {
      // What changed meanwhile may be in a part of it; what failed may not fail again.
      if (one.characters === 0 || version !== versionOf(this.#market)) this.#forget(asked, one);
      else this.#makeRoom(asked, one);
    }
  }

  #forgetIfChanged(): void {
    const version = versionOf(this.#market);
    if (version === this.#version) return;
    this.#version = version;
    this.#kept.clear();
    this.#characters = 0;
  }

  #forget(asked: string, one: { characters: number }): void {
    if (this.#kept.get(asked) === one) this.#kept.delete(asked);
  }

  #makeRoom(asked: string, one: { characters: number }): void {
    if (this.#kept.get(asked) !== one) return;
    this.#characters += one.characters;
    for (const [oldest, { characters }] of this.#kept) {
      if (this.#characters <= mostCharacters) return;
      this.#kept.delete(oldest);
      this.#characters -= characters;
    }
  }
}

function versionOf(market: Market): string {
  const rates = statSync(ratesPath(market.dir), { throwIfNoEntry: false });
  return `${market.version} ${rates?.mtimeMs ?? ""}`;
}

async function rested(ms: number, signal: AbortSignal): Promise<void> {
  // A signal that was given before tells nobody any more, and the timer alone keeps no process.
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms).unref();
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
