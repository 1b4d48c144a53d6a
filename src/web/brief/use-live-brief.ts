import { useEffect, useMemo, useRef, useState } from "react";
import type { Lines } from "./lines.ts";
import { LiveReader } from "./live-reader.ts";
import { type Against, type Draft, LIVE_UNITS, type LiveBrief } from "./messages.ts";

/** Between two keys of a fast typist; a reading at each of them would only be thrown away. */
const PAUSE_MS = 60;

export type Reader = {
  /** The newest reading; of an older text than the draft's while that is being read. Null before the first. */
  live: LiveBrief | null;
  /** Why there is none, in words for people. */
  trouble: string | null;
  linesOf(markup: string): Promise<Lines>;
};

/** Reads the draft in the background whenever it has rested for a moment. */
export function useLiveBrief(draft: Draft, against: Against): Reader {
  const reader = useRef<LiveReader | null>(null);
  const [live, setLive] = useState<LiveBrief | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const tooLong = draft.text.length > LIVE_UNITS;

  useEffect(() => () => reader.current?.stop(), []);
  useEffect(() => {
    if (tooLong) return undefined;
    const clock = setTimeout(() => {
      theReader(reader)
        .read(draft, against)
        .then((answer) => {
          if (answer === null) return;
          setLive(answer);
          setTrouble(null);
        })
        .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
    }, PAUSE_MS);
    return () => clearTimeout(clock);
  }, [draft, against, tooLong]);

  const linesOf = useMemo(() => (markup: string) => theReader(reader).linesOf(markup), []);
  if (tooLong) return { live: null, trouble: `This text is too long to read live: ${draft.text.length.toLocaleString("en")} characters, and at most ${LIVE_UNITS.toLocaleString("en")} are read while you write. Shorten it to see its findings.`, linesOf };
  return { live, trouble, linesOf };
}

function theReader(reader: { current: LiveReader | null }): LiveReader {
  return (reader.current ??= new LiveReader(() => new Worker(new URL("reader-worker.ts", import.meta.url), { type: "module", name: "reader" })));
}
