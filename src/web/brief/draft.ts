import { useCallback, useEffect, useState } from "react";
import { type Draft, emptyDraft } from "./messages.ts";

const KEY = "strata-brief-draft";
const FROM_KEY = "strata-brief-from";
const REST_MS = 400;
/** A tab keeps some five million characters in all. */
const KEPT_UNITS = 1_000_000;

export type DraftDesk = {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** Whether a reload of this tab would bring the draft back: it cannot where the browser refuses to keep it, or it is too long. */
  kept: boolean;
  /** The kept description that the draft goes on from. */
  from: string | null;
  goOnFrom(id: string | null): void;
};

/** The draft of this tab. It is kept in the tab's own storage: a reload brings it back, closing the tab ends it, and no other tab sees it. */
export function useDraft(): DraftDesk {
  const [draft, setDraft] = useState(readKept);
  const [kept, setKept] = useState(true);
  const [from, setFrom] = useState(() => stored(FROM_KEY));
  const goOnFrom = useCallback((id: string | null) => {
    setFrom(id);
    store(FROM_KEY, id);
  }, []);
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), []);
  useEffect(() => {
    const keep = () => setKept(tryKeep(draft));
    const clock = setTimeout(keep, REST_MS);
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(clock);
      removeEventListener("pagehide", keep);
    };
  }, [draft]);
  return { draft, change, kept, from, goOnFrom };
}

export function isEmpty(draft: Draft): boolean {
  return Object.values(draft).every((part) => part.trim() === "");
}

function tryKeep(draft: Draft): boolean {
  if (draft.text.length > KEPT_UNITS) return false;
  return store(KEY, isEmpty(draft) ? null : JSON.stringify(draft));
}

function store(key: string, value: string | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
    return true;
  } catch {
    return false; // no room, or a browser that keeps nothing
  }
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function readKept(): Draft {
  try {
    const kept: unknown = JSON.parse(stored(KEY) ?? "{}");
    const parts = Object.entries(kept as Record<string, unknown>).filter(([name, value]) => name in emptyDraft && typeof value === "string");
    return { ...emptyDraft, ...(Object.fromEntries(parts) as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}
