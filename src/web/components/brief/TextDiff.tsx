import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.diff;

const MOST_MS = 400;

/** What stands in one text and not in the other, word by word. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWordsWithSpace(before, after, { timeout: MOST_MS }), [before, after]);
  if (parts === undefined) return <p className="soft">{words.apart}</p>;
  if (parts.every(({ added, removed }) => !added && !removed)) return <p className="soft">{words.same}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="text-diff" tabIndex={0} aria-label={words.label}>
      {parts.map(({ added, removed, value }, i) => {
        const key = `${i} ${value.length}`;
        return added ? <ins key={key}>{value}</ins> : removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>;
      })}
    </section>
  );
}
