import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { textParts } from "../../../reading/text-parts.ts";
import type { PostingAnswer } from "../../api.ts";
import { count } from "../../figures.ts";
import { postingWords } from "../../words/posting.ts";
import { type Finding, groupFindings, notStated } from "./findings.ts";
import { Findings, FindingWords } from "./Findings.tsx";
import { PostingHead } from "./PostingHead.tsx";
import { PostingText } from "./PostingText.tsx";
import { type Block, blocksOf, blocksUpTo, blocksWithin, piecesOf, segmentsOf } from "./segments.ts";
import { SimilarPostings } from "./SimilarPostings.tsx";
import { TextRun } from "./TextRun.tsx";
import { type Chosen, useLooking } from "./use-looking.ts";
import { VacancyPart } from "./VacancyPart.tsx";

const words = postingWords;

/** So much of a text is shown at once, and so much more with every press: what no employer writes must not stop the browser. */
const budget = 150_000;
/** A finding that the pointer only passes by does not scroll the text. */
const restMs = 220;

/** Text and findings side by side: pointing at one shows the other; Enter goes from a mark to its finding and back. Below, the vacancy and what is similar. */
export function PostingReader({ answer }: { answer: PostingAnswer }) {
  const { reading, text } = answer;
  const findings = useMemo(() => groupFindings(reading), [reading]);
  const all = useMemo(() => findings.flatMap((group) => group.findings), [findings]);
  const pieces = useMemo(() => piecesOf(all, text), [all, text]);
  const { title, location, bodyStart } = useMemo(() => textParts(text), [text]);
  const blocks = useMemo(() => blocksOf(text, bodyStart, reading.sections), [text, bodyStart, reading]);
  const [drawn, setDrawn] = useState(() => blocksWithin(blocks, pieces, budget));
  const root = useRef<HTMLElement>(null);
  const column = useRef<HTMLElement>(null);
  const { looking, at, also, chosen, choose } = useLooking(root, pieces.all[0]?.start ?? 0, drawn);
  useEffect(() => keepInSight(column.current, at), [at]);
  const rest = useRest();

  const see = (finding: Finding, start: number, focus: boolean) => {
    // What stands below the part that is shown is shown first, or there is nothing to go to.
    if (start >= bodyStart) flushSync(() => setDrawn((before) => Math.max(before, blocksUpTo(blocks, start))));
    goTo(root.current, start, focus);
    if (focus) choose({ finding: finding.id, start });
  };
  const show = (finding: Finding) => {
    rest.cancel();
    see(finding, nextPlace(finding, chosen), true);
    looking.point(null);
  };
  const glance = (finding: Finding, atOnce: boolean) => {
    looking.point([finding.id]);
    rest.after(atOnce ? 0 : restMs, finding.id, () => see(finding, nextPlace(finding, null), false));
  };
  const leave = () => {
    rest.cancel();
    looking.point(null);
  };
  const shownBlocks = useMemo(() => blocks.slice(0, drawn), [blocks, drawn]);
  const line = ([start, end]: [number, number]) => (start < end ? <TextRun segments={segmentsOf(text, start, end, pieces)} looking={looking} /> : null);
  const now = all.find((finding) => finding.id === chosen?.finding);

  return (
    <article ref={root}>
      <PostingHead answer={answer} title={line(title)} location={line(location)} />
      <div className="posting-grid">
        <section aria-label={words.text} onPointerLeave={leave}>
          <PostingText blocks={shownBlocks} text={text} pieces={pieces} looking={looking} />
          {drawn < blocks.length && (
            <p className="more-text soft">
              {words.cut(count(endOf(blocks[drawn - 1]) - bodyStart), count(text.length - bodyStart))}{" "}
              <button type="button" className="button" onClick={() => setDrawn(drawn + blocksWithin(blocks.slice(drawn), pieces, budget))}>
                {words.more}
              </button>
            </p>
          )}
        </section>
        <aside className="findings-column" aria-label={words.findings} ref={column}>
          <Findings groups={findings} missing={notStated(reading)} at={at} also={also} onGlance={glance} onLeave={leave} onShow={show} />
        </aside>
      </div>
      <VacancyPart answer={answer} />
      <SimilarPostings of={answer.key} role={reading.role.value} />
      <output className="now-reading">{now !== undefined && <FindingWords finding={now} />}</output>
    </article>
  );
}

/** Does something once the pointer has rested on one thing; a move to another thing forgets it. */
function useRest() {
  const waiting = useRef<{ on: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const cancel = () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  };
  const after = (ms: number, on: string, act: () => void) => {
    if (waiting.current?.on === on) return;
    cancel();
    waiting.current = { on, timer: setTimeout(act, ms) };
  };
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  return { after, cancel };
}

function endOf(block: Block | undefined): number {
  return block === undefined ? 0 : block.kind === "list" ? block.items.at(-1)!.end : block.end;
}

/** Where a finding first stands in the text; where it was chosen already, its next place. */
function nextPlace(finding: Finding, chosen: Chosen | null): number {
  const after = chosen?.finding === finding.id ? chosen.start : -1;
  let [first, next] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { start } of finding.evidence) {
    first = Math.min(first, start);
    if (start > after) next = Math.min(next, start);
  }
  return Number.isFinite(next) ? next : first;
}

/** Scrolls the page until a mark is seen: to its middle where it gets the focus, and no more than is needed where it is only looked at. */
function goTo(root: HTMLElement | null, start: number, focus: boolean): void {
  const mark = root?.querySelector<HTMLElement>(`a[data-mark="${start}"]`);
  mark?.scrollIntoView({ block: focus ? "center" : "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (focus) mark?.focus({ preventScroll: true });
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
