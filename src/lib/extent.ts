/** The least and the most of numbers, null of none. `Math.max(...all)` takes no more than a function may have arguments, which a market has more postings than. */
export function extentOf(values: Iterable<number>): { least: number; most: number } | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least > most ? null : { least, most };
}
