import { memo, type ReactNode } from "react";
import { type Block, type Pieces, segmentsOf } from "./segments.ts";
import { type Looking, TextRun } from "./TextRun.tsx";

type Props = { blocks: readonly Block[]; text: string; pieces: Pieces; looking: Looking };

/** Blocks are drawn in parts of so many, so that the browser need not lay out those that are far from the window. */
const partBlocks = 40;

/**
 * The posting's description with its findings marked. It is built of text nodes only, whatever the posting holds.
 * Marks are one stop of the Tab key; the arrow keys go from mark to mark.
 */
export const PostingText = memo(function PostingText({ blocks, ...rest }: Props) {
  const parts = Array.from({ length: Math.ceil(blocks.length / partBlocks) }, (_, i) => blocks.slice(i * partBlocks, (i + 1) * partBlocks));
  return (
    <div className="posting-text">
      {parts.length <= 1 ? (
        <Part blocks={blocks} {...rest} />
      ) : (
        parts.map((part, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts stand where they stand
          <div key={i} className="text-part">
            <Part blocks={part} {...rest} />
          </div>
        ))
      )}
    </div>
  );
});

const Part = memo(function Part({ blocks, text, pieces, looking }: Props) {
  const run = (start: number, end: number) => <TextRun segments={segmentsOf(text, start, end, pieces)} looking={looking} />;
  return blocks.map((block): ReactNode => {
    if (block.kind === "heading") return <h2 key={block.start}>{run(block.start, block.end)}</h2>;
    if (block.kind === "text") return <p key={block.start}>{run(block.start, block.end)}</p>;
    return (
      <ul key={block.items[0]!.start}>
        {block.items.map(({ start, end }) => (
          <li key={start}>{run(start, end)}</li>
        ))}
      </ul>
    );
  });
});
