import type { Evidence } from "../../terms/evidence.ts";
import type { Flag } from "../../terms/flag.ts";
import { flagNames } from "../words.ts";

/** Something to mend or to know, as a card beside the text. `text` is what the quotes' offsets count in. */
export type Problem = { id: string; severity: Flag["severity"]; name: string; says: string; quotes: Evidence[]; text: string };

/** What the reader flags, the gravest first. */
export function problemsOf(flags: readonly Flag[], text: string): Problem[] {
  const problems = flags.map(({ id, severity, because, evidence }) => ({ id, severity, name: flagNames[id], says: sentence(because), quotes: evidence, text }));
  return problems.toSorted((a, b) => Number(a.severity === "info") - Number(b.severity === "info"));
}

/** `sentence("asks for certificates")` → `"Asks for certificates."` */
function sentence(words: string): string {
  const first = words.slice(0, 1).toUpperCase() + words.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}
