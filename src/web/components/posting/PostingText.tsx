import { type ReactNode, useMemo } from "react";
import type { Reading } from "../../../terms/reading.ts";
import { blocksOf, partsOf, type Piece, segmentsOf } from "./segments.ts";
import { type Looking, TextRun } from "./TextRun.tsx";

/**
 * The posting's description with its findings marked. It is built of text nodes only, whatever the posting holds.
 * Marks are one stop of the Tab key; the arrow keys go from mark to mark.
 */
export function PostingText({ reading, text, pieces, looking }: { reading: Pick<Reading, "sections">; text: string; pieces: readonly Piece[]; looking: Looking }) {
  const blocks = useMemo(() => blocksOf(text, partsOf(text).bodyStart, reading.sections), [reading, text]);
  const run = (start: number, end: number) => <TextRun segments={segmentsOf(text, start, end, pieces)} looking={looking} />;
  return (
    <div className="posting-text" onPointerLeave={() => looking.point(null)}>
      {blocks.map((block): ReactNode => {
        if (block.kind === "heading") return <h2 key={block.start}>{run(block.start, block.end)}</h2>;
        if (block.kind === "text") return <p key={block.start}>{run(block.start, block.end)}</p>;
        return (
          <ul key={block.items[0]!.start}>
            {block.items.map(({ start, end }) => (
              <li key={start}>{run(start, end)}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
