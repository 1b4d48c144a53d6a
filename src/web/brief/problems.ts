import type { Brief, BriefFigure, BriefFinding, BriefQuote, BriefSeverity } from "../../terms/brief.ts";
import { briefFindingNames } from "../words/brief.ts";

/** Something to mend or to know, as a card beside the text. Something missing has no quotes, but where it was looked for. */
export type Problem = { id: string; severity: BriefSeverity; name: string; says: string; advice: string | null; quotes: BriefQuote[]; lookedIn: string[]; figures: BriefFigure[]; sources?: NonNullable<BriefFinding["sources"]> | undefined };

const order: BriefSeverity[] = ["flag", "warn", "info"];

/** What was found and what is missing in one list, the gravest first. */
export function problemsOf({ findings, missing }: Pick<Brief, "findings" | "missing">): Problem[] {
  const found = findings.map((finding) => ({ ...finding, name: briefFindingNames[finding.id], lookedIn: [] }));
  const absent = missing.map((finding) => ({ ...finding, name: briefFindingNames[finding.id], quotes: [] }));
  return [...found, ...absent].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
