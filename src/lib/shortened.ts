/** What somebody typed or pasted as a message says it again, cut at 80 letters: `shortened("ab".repeat(50))` → `"abab…"` */
export function shortened(given: string): string {
  const letters = Array.from(given.slice(0, 2 * mostLetters + 2));
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : given;
}

const mostLetters = 80;
