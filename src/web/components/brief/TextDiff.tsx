import { type Change, diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { briefWords } from "../../words/brief.ts";

const words = briefWords.diff;

const MOST_MS = 400;
/** Of the longer text, in characters; where less is in both, words crossed out and put in between each other are no text that can be read. */
const leastShared = 1 / 3;

/** What stands in one text and not in the other, word by word. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWordsWithSpace(before, after, { timeout: MOST_MS }), [before, after]);
  if (parts === undefined || sharedPart(parts) < leastShared) return <Apart before={before} after={after} />;
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

function sharedPart(parts: readonly Change[]): number {
  const sizes = { both: 0, before: 0, after: 0 };
  for (const { added, removed, value } of parts) sizes[added ? "after" : removed ? "before" : "both"] += value.trim().length;
  return sizes.both / Math.max(1, sizes.both + Math.max(sizes.before, sizes.after));
}

function Apart({ before, after }: { before: string; after: string }) {
  return (
    <>
      <p className="soft">{words.apart}</p>
      {[before, after].map((text, i) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <section key={words.sides[i]} className="text-diff" tabIndex={0} aria-label={words.sides[i]}>
          {text}
        </section>
      ))}
    </>
  );
}
