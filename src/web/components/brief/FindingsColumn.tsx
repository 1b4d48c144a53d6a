import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Evidence } from "../../../terms/evidence.ts";
import type { Problem } from "../../brief/problems.ts";
import { count, plural } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import type { FindingGroup } from "../posting/findings.ts";
import { Findings } from "../posting/Findings.tsx";
import { Problems } from "./Problems.tsx";
import { usePoliteWord } from "./use-polite-word.ts";

const words = briefWords.findings;

type Props = {
  /** Whether there is a reading yet. */
  read: boolean;
  /** Why the text is not read. */
  unread: string | null;
  groups: FindingGroup[];
  missing: string[];
  problems: readonly Problem[];
  /** The finding that is looked at in the text. */
  at: string | null;
  stands(quote: Evidence): boolean;
  onShow(quote: Evidence): void;
  onPoint(finding: string | null): void;
  /** What the market says, below what is to mend. */
  children?: ReactNode;
};

const none: readonly string[] = [];

/** What was found, beside the text. */
export function FindingsColumn({ read, unread, groups, missing, problems, at, stands, onShow, onPoint, children }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const rest = useMemo(() => groups.filter(({ id }) => id !== "flags"), [groups]);
  const word = usePoliteWord(!read ? "" : words.found(plural(problems.length, "finding"), count(rest.reduce((sum, { findings }) => sum + findings.length, 0))));
  useEffect(() => keepInSight(column.current, at), [at]);
  return (
    <div ref={column} className="brief-findings">
      <output className="soft brief-count">{word}</output>
      {!read && <p className="soft brief-waiting">{unread === null ? words.reading : words.notRead}</p>}
      {read && problems.length === 0 && <p className="soft brief-waiting">{words.nothing}</p>}
      <Problems problems={problems} active={at} stands={stands} onShow={onShow} onPoint={onPoint} />
      {children}
      {read && <Findings groups={rest} missing={missing} at={at} also={none} onGlance={({ id }) => onPoint(id)} onLeave={() => onPoint(null)} onShow={(finding) => finding.evidence[0] !== undefined && onShow(finding.evidence[0])} />}
    </div>
  );
}

/** Scrolls the column, never the page, to the finding that is looked at in the text. */
function keepInSight(column: HTMLElement | null, finding: string | null): void {
  const line = finding === null ? null : (document.getElementById(finding) ?? document.getElementById(finding.replace(/^flag-/, "problem-")));
  if (column === null || line === null || column.scrollHeight <= column.clientHeight || column.contains(document.activeElement)) return;
  const frame = column.getBoundingClientRect();
  const { top, bottom } = line.getBoundingClientRect();
  if (top < frame.top) column.scrollTop -= frame.top - top + 40;
  else if (bottom > frame.bottom) column.scrollTop += bottom - frame.bottom + 40;
}
