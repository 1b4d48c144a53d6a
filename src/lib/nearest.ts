/** The word that a mistyped one most likely meant: the one that it begins, or one of which at most a third of its letters differ. `nearest("imprt", ["read", "import"])` → `"import"` */
export function nearest(word: string, known: readonly string[]): string | null {
  const begun = word.length < shortest ? [] : known.filter((one) => one.startsWith(word));
  return begun.length === 1 ? begun[0]! : (nearestOf(word, known, { begun: false, most: 1 })[0] ?? null);
}

/** Of fewer letters than this, most words that begin with them mean something else. */
const shortest = 4;

/** The words that a mistyped one may have meant: those that it begins, else those of which the fewest of its letters differ, at most a third of them. */
export function nearestOf(word: string, known: Iterable<string>, { begun = true, most = 3 } = {}): string[] {
  const letters = word.slice(0, 40);
  const farthest = Math.max(1, Math.floor(letters.length / 3));
  const near: { one: string; changes: number }[] = [];
  for (const one of known) {
    if (begun && word.length >= shortest && one.startsWith(word)) near.push({ one, changes: 0 });
    else if (Math.abs(one.length - letters.length) <= farthest) near.push({ one, changes: editDistance(letters, one) });
  }
  const fewest = Math.min(farthest, ...near.map(({ changes }) => changes));
  return near.filter(({ changes }) => changes === fewest).slice(0, most).map(({ one }) => one);
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
