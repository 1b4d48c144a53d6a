import type { MarketState, Stored } from "./market-state.ts";

/** What is known of a posting: the least edition that the store must have (null: it need not have it), the newest it was offered, and good fetches without it. */
type Known = { least: number | null; newest: number; missed: number };

/** What a run of `strata refresh` was offered by one board: id → edition. `acknowledged`: it said that it is done with it. */
export type Offered = { source: string; postings: ReadonlyMap<string, number>; acknowledged: boolean };

/** Holds what was acknowledged against what is stored. Each fault is told, and counted once. */
export class Oracle {
  acknowledged = 0;
  lost = 0;
  doubled = 0;
  readonly #known = new Map<string, Map<string, Known>>();
  readonly #tell: (fault: string) => void;

  constructor(tell: (fault: string) => void) {
    this.#tell = tell;
  }

  /** A new store: nothing is in it. */
  forget(): void {
    this.#known.clear();
  }

  /** An import gives these postings of a source, in this order; `said` of them are stored, as it says. The rest may be. */
  imported(source: string, postings: readonly [id: string, edition: number][], said: number): void {
    const known = this.#of(source);
    for (const [i, [id, edition]] of postings.entries()) {
      const before = known.get(id);
      known.set(id, { least: i < said ? edition : (before?.least ?? null), newest: edition, missed: 0 });
    }
    this.acknowledged += Math.min(said, postings.length);
  }

  /** Looks at the sources that were imported. */
  checkImports(state: MarketState, sources: readonly string[]): void {
    for (const source of sources) {
      const stored = state.postings.get(source) ?? new Map<string, Stored>();
      for (const [id, { least, newest }] of this.#of(source)) {
        const found = stored.get(id);
        if (found === undefined) {
          if (least !== null) this.#lose(`${source} ${id}: edition ${least} was acknowledged, and there is none`);
          continue;
        }
        if (found.edition < (least ?? 0) || found.edition > newest) this.#lose(`${source} ${id}: edition ${least} was acknowledged, ${found.edition} is there`);
      }
      this.#checkRows(source, stored);
    }
    if (state.orphans > 0) this.#double(`${state.orphans} rows of readings belong to no posting`);
  }

  /** Looks at a board after a refresh at `now`: either all of the fetch is settled, or nothing is missed by it; what was acknowledged is settled. */
  checkBoard(state: MarketState, { source, postings, acknowledged }: Offered, now: number): void {
    const stored = state.postings.get(source) ?? new Map<string, Stored>();
    const before = this.#of(source);
    const settled = (state.checked.get(source) ?? 0) >= now;
    if (acknowledged) this.acknowledged += postings.size;
    if (acknowledged && !settled) this.#lose(`${source}: its fetch was acknowledged, and is not in the store`);
    const expected = new Map([...before].map(([id, { least, missed }]) => [id, { edition: least!, missed: settled && !postings.has(id) ? Math.min(2, missed + 1) : missed }]));
    for (const [id, edition] of postings) {
      if (settled) expected.set(id, { edition, missed: 0 });
      else if (!stored.has(id)) continue;
      else if (stored.get(id)!.edition === edition) expected.set(id, { edition, missed: stored.get(id)!.missed === 0 ? 0 : (before.get(id)?.missed ?? 0) });
    }
    for (const [id, { edition, missed }] of expected) {
      const found = stored.get(id);
      if (found === undefined) this.#lose(`${source} ${id}: edition ${edition} is not there (${settled ? "settled" : "not settled"})`);
      else if (found.edition !== edition || found.missed !== missed || found.gone !== (missed === 2)) this.#lose(`${source} ${id}: edition ${found.edition}, missed ${found.missed}, gone ${found.gone} in place of edition ${edition}, missed ${missed} (${settled ? "settled" : "not settled"})`);
    }
    for (const id of stored.keys()) if (!expected.has(id)) this.#double(`${source} ${id}: nobody offered it`);
    this.#checkRows(source, stored);
    before.clear();
    for (const [id, { edition, missed }] of stored) before.set(id, { least: edition, newest: edition, missed });
  }

  #checkRows(source: string, stored: ReadonlyMap<string, Stored>): void {
    for (const [id, { rows, readings, editionRead }] of stored) {
      if (rows > 1 || readings > 1) this.#double(`${source} ${id} stands there ${rows} times, and was read ${readings} times`);
      if (!editionRead) this.#lose(`${source} ${id}: its reading is not there`);
    }
  }

  #of(source: string): Map<string, Known> {
    let known = this.#known.get(source);
    if (known === undefined) this.#known.set(source, (known = new Map()));
    return known;
  }

  #lose(fault: string): void {
    this.lost++;
    this.#tell(`lost: ${fault}`);
  }

  #double(fault: string): void {
    this.doubled++;
    this.#tell(`doubled: ${fault}`);
  }
}
