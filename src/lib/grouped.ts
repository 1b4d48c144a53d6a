/** Parts of a list by name, in the order in which names come up. `grouped([1, 2, 3], (n) => (n % 2 ? "odd" : "even"))` → `odd: [1, 3]`, `even: [2]` */
export function grouped<T, K>(all: Iterable<T>, nameOf: (one: T) => K): Map<K, T[]> {
  const parts = new Map<K, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const part = parts.get(name);
    if (part === undefined) parts.set(name, [one]);
    else part.push(one);
  }
  return parts;
}
