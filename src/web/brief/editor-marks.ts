import type { FindingGroup } from "../components/posting/findings.ts";
import { writtenSpan } from "./align.ts";
import type { EditorMark } from "./marks.ts";
import type { LiveBrief } from "./messages.ts";
import type { Problem } from "./problems.ts";

/** The words of the editor's text that findings and problems rest on. What stands in the title or the location has no mark there. */
export function marksOf(live: LiveBrief, groups: readonly FindingGroup[], problems: readonly Problem[]): EditorMark[] {
  const { brief, bodyStart, at, draft } = live;
  const body = brief.text.slice(bodyStart);
  const flagged = problems.map(({ id, quotes }) => ({ id: `flag-${id}`, evidence: quotes, style: { fact: "flag" } as const }));
  const findings = groups.flatMap((group) => group.findings);
  return [...findings.filter(({ style }) => !("fact" in style && style.fact === "flag")), ...flagged].flatMap(({ id, evidence, style }) =>
    evidence.flatMap(({ start, end }) => {
      const span = writtenSpan(at, body, draft.text, start - bodyStart, end - bodyStart);
      return span === null ? [] : [{ ...span, finding: id, style }];
    }),
  );
}
