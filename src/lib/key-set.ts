/** A set of 64-bit hashes in 16 to 32 bytes each, where a `Set` of bigints takes some 80. Only for what is spread evenly already: a key's low bits say where it stands. */
export class KeySet {
  #slots = new BigUint64Array(1 << 12);
  #size = 0;
  /** Zero marks a free slot. */
  #zero = false;

  get size(): number {
    return this.#size + (this.#zero ? 1 : 0);
  }

  has(key: bigint): boolean {
    return key === 0n ? this.#zero : this.#slots[this.#find(key)] === key;
  }

  /** Whether the key is new to the set. */
  add(key: bigint): boolean {
    if (this.has(key)) return false;
    if (key === 0n) {
      this.#zero = true;
      return true;
    }
    if ((this.#size + 1) * 2 > this.#slots.length) this.#grow();
    this.#slots[this.#find(key)] = key;
    this.#size++;
    return true;
  }

  /** The slot of a key, or the free one where it would stand. */
  #find(key: bigint): number {
    const last = this.#slots.length - 1;
    let at = Number(key & 0xffffffffn) & last;
    while (this.#slots[at] !== key && this.#slots[at] !== 0n) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new BigUint64Array(before.length * 2);
    for (const key of before) if (key !== 0n) this.#slots[this.#find(key)] = key;
  }
}
