import { useEffect, useRef, useState } from "react";
import type { DraftDesk } from "./draft.ts";
import type { Draft } from "./messages.ts";
import { newDescription } from "./new-text.ts";

/** What stood on the page before another description was pasted over it, and which kept one that went on from. */
type Before = { draft: Draft; from: string | null };

/** Takes in the editor's text. A whole other one is a new description; with the old text, by a press or a step back, what was said of it comes back. */
export function useNewText({ draft, change, from, goOnFrom }: DraftDesk) {
  const [before, setBefore] = useState<Before | null>(null);
  const last = useRef<Draft | null>(null);
  useEffect(() => {
    if (draft.text.trim() !== "") last.current = draft;
  }, [draft]);
  const take = (text: string, pasted: boolean) => {
    const next = pasted ? newDescription(draft, last.current, text) : null;
    if (next !== null) {
      setBefore({ draft: last.current!, from });
      goOnFrom(null);
      change(next);
    } else if (before !== null && text === before.draft.text) {
      setBefore(null);
      goOnFrom(before.from);
      change(before.draft);
    } else change({ text });
  };
  const clear = () => {
    setBefore(null);
    last.current = null;
  };
  return { take, before, clear };
}
