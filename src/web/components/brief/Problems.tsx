import type { Evidence } from "../../../terms/evidence.ts";
import { severityHeadings } from "../../../brief/words.ts";
import type { Problem } from "../../brief/problems.ts";
import { ProblemCard, problemMark } from "./ProblemCard.tsx";

type Props = { problems: readonly Problem[]; active: string | null; stands(quote: Evidence): boolean; onShow(quote: Evidence): void; onPoint(finding: string | null): void };

/** What to mend and to know, the worst first. */
export function Problems({ problems, active, stands, onShow, onPoint }: Props) {
  const severities = [...new Set(problems.map(({ severity }) => severity))];
  return severities.map((severity) => (
    <section key={severity} aria-labelledby={`severity-${severity}`} className="problems">
      <h2 id={`severity-${severity}`}>{severityHeadings[severity]}</h2>
      {problems
        .filter((problem) => problem.severity === severity)
        .map((problem) => (
          <ProblemCard key={problem.id} problem={problem} active={active === problemMark(problem.id)} stands={stands} onShow={onShow} onPoint={onPoint} />
        ))}
    </section>
  ));
}
