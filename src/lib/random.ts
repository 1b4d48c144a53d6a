/** Chance that can be had again: the same seed gives the same numbers, on every machine. Not for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). Mulberry32 by Tommy Ettinger, public domain: 32 bits of state pass every test of gjrand that a sample needs. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!;
  }

  /** One of `from`, each as often as its weight says. */
  weighted<T>(from: readonly T[], weightOf: (one: T) => number): T {
    const weights = from.map(weightOf);
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    return from[weights.findIndex((weight) => (left -= weight) < 0)] ?? from.at(-1)!;
  }

  /** Fisher and Yates, into a new array. */
  shuffled<T>(from: readonly T[]): T[] {
    const all = [...from];
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  }

  /** Normally distributed, mean 0, deviation 1: twelve uniform numbers less six, without functions whose last bit differs between machines. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }
}
