import type { KeyboardEvent } from "react";
import { shown } from "../../figures.ts";
import type { Segment } from "./segments.ts";

/** How the text tells what is being looked at. The functions stay the same while a posting is shown: what is looked at is marked without drawing the text anew (use-looking.ts). */
export type Looking = {
  /** At the innermost finding, and those around it; null where at none. */
  point(findings: readonly string[] | null): void;
  choose(finding: string, start: number): void;
  open(finding: string): void;
};

/** Segments of one line. A mark that begins a finding is a link to it. */
export function TextRun({ segments, looking }: { segments: Segment[]; looking: Looking }) {
  return segments.map((segment) => (segment.findings.length === 0 ? shown(segment.text) : <Mark key={segment.start} segment={segment} looking={looking} />));
}

function Mark({ segment, looking }: { segment: Segment; looking: Looking }) {
  const begins = segment.begins[0];
  return (
    <mark
      {...markLook(segment)}
      data-findings={segment.findings.join(" ")}
      // Not "enter": that comes also when the text scrolls under a pointer at rest.
      onPointerMove={() => looking.point(segment.findings)}
    >
      {begins === undefined ? (
        shown(segment.text)
      ) : (
        <a
          href={`#${begins}`}
          data-mark={segment.start}
          tabIndex={-1}
          aria-describedby={begins}
          onKeyDown={stepBetweenMarks}
          onFocus={() => looking.choose(begins, segment.start)}
          onClick={(event) => {
            event.preventDefault();
            // A key, not a pointer: on a phone a tap must not leave the text, which shows the finding below it.
            if (event.detail === 0) looking.open(begins);
          }}
        >
          {shown(segment.text)}
        </a>
      )}
    </mark>
  );
}

/** Left and right go to the mark before and after. */
function stepBetweenMarks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const marks = [...(event.currentTarget.closest("article")?.querySelectorAll<HTMLElement>("a[data-mark]") ?? [])];
  marks[marks.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}

/** A sentence of the work gives the ground its layer's colour; the innermost other finding gives the line under the words. */
function markLook({ styles }: Segment): { "data-layer"?: string; "data-fact"?: string } {
  const ground = styles.find((style) => "layer" in style);
  const line = styles.find((style) => "fact" in style);
  return { "data-layer": ground?.layer, "data-fact": line?.fact };
}
