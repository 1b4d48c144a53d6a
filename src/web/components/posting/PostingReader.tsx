import { useEffect, useMemo, useRef, useState } from "react";
import type { PostingAnswer } from "../../api.ts";
import { type Finding, groupFindings, notStated } from "./findings.ts";
import { Findings, FindingWords } from "./Findings.tsx";
import { PostingHead } from "./PostingHead.tsx";
import { PostingText } from "./PostingText.tsx";
import { partsOf, piecesOf, segmentsOf } from "./segments.ts";
import { type Looking, TextRun } from "./TextRun.tsx";

type Chosen = { finding: string; start: number };

/** Text and findings side by side: pointing at one shows the other; Enter goes from a mark to its finding and back. */
export function PostingReader({ answer }: { answer: PostingAnswer }) {
  const { reading, text } = answer;
  const groups = useMemo(() => groupFindings(reading), [reading]);
  const findings = useMemo(() => groups.flatMap((group) => group.findings), [groups]);
  const pieces = useMemo(() => piecesOf(findings, text), [findings, text]);
  const root = useRef<HTMLElement>(null);
  const column = useRef<HTMLElement>(null);
  const [pointed, point] = useState<string | null>(null);
  const [chosen, choose] = useState<Chosen | null>(null);
  const at = pointed ?? chosen?.finding ?? null;
  useEffect(() => keepInSight(column.current, at), [at]);

  const looking: Looking = {
    at,
    enterAt: chosen?.start ?? pieces[0]?.start ?? 0,
    point,
    choose: (finding, start) => choose({ finding, start }),
    open: (finding) => document.getElementById(finding)?.focus(),
  };
  const show = (finding: Finding) => {
    const start = nextPlace(finding, chosen);
    goTo(root.current, start);
    choose({ finding: finding.id, start });
    point(null);
  };
  const run = ([start, end]: [number, number]) => (start < end ? <TextRun segments={segmentsOf(text, start, end, pieces)} looking={looking} /> : null);
  const { title, location } = partsOf(text);
  const now = findings.find((finding) => finding.id === chosen?.finding);

  return (
    <article ref={root}>
      <PostingHead answer={answer} title={run(title)} location={run(location)} />
      <div className="posting-grid">
      <section aria-label="Text of the posting; left and right arrow keys go from mark to mark">
        <PostingText reading={reading} text={text} pieces={pieces} looking={looking} />
      </section>
      <aside className="findings-column" aria-label="Findings" ref={column}>
        <Findings groups={groups} missing={notStated(reading)} looking={looking} onShow={show} />
      </aside>
      </div>
      <output className="now-reading">{now !== undefined && <FindingWords finding={now} />}</output>
    </article>
  );
}

/** Where a finding first stands in the text; where it was chosen already, its next place. */
function nextPlace(finding: Finding, chosen: Chosen | null): number {
  const starts = finding.evidence.map(({ start }) => start).toSorted((a, b) => a - b);
  const after = chosen?.finding === finding.id ? chosen.start : -1;
  return starts.find((start) => start > after) ?? starts[0]!;
}

function goTo(root: HTMLElement | null, start: number): void {
  const mark = root?.querySelector<HTMLElement>(`a[data-mark="${start}"]`);
  mark?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  mark?.focus({ preventScroll: true });
}

/** Scrolls the findings, where they scroll by themselves, until the one looked at is seen. The page stays where it is. */
function keepInSight(column: HTMLElement | null, finding: string | null): void {
  const line = finding === null ? null : document.getElementById(finding);
  if (column === null || line === null || column.scrollHeight <= column.clientHeight) return;
  const frame = column.getBoundingClientRect();
  const { top, bottom } = line.getBoundingClientRect();
  if (top < frame.top) column.scrollTop -= frame.top - top + 40;
  else if (bottom > frame.bottom) column.scrollTop += bottom - frame.bottom + 40;
}
