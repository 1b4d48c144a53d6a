/** The word that a mistyped one most likely meant: the one that it begins, or one of which at most a third of its letters differ. `nearest("imprt", ["read", "import"])` → `"import"` */
export function nearest(word: string, known: readonly string[]): string | null {
  const begun = word.length < 4 ? [] : known.filter((one) => one.startsWith(word));
  if (begun.length === 1) return begun[0]!;
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const one of known) {
    const changes = editDistance(word.slice(0, 40), one);
    if (changes < fewest) [best, fewest] = [one, changes];
  }
  return best;
}

/** Letters to add, drop, change or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : change;
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, change, swap);
    }
  }
  return rows[a.length]![b.length]!;
}
