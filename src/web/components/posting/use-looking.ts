import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Looking } from "./TextRun.tsx";

export type Chosen = { finding: string; start: number };

/** What is being looked at: pointed at, or chosen before; `also` are the findings around it in the text. */
export function useLooking(root: RefObject<HTMLElement | null>, firstMark: number, drawn: number) {
  const [pointed, setPointed] = useState<readonly string[] | null>(null);
  const [chosen, choose] = useState<Chosen | null>(null);
  const looking = useMemo<Looking>(
    () => ({
      // Every move over one mark tells the same; only a change is news.
      point: (findings) => setPointed((before) => (before?.join() === findings?.join() ? before : findings)),
      choose: (finding, start) => choose({ finding, start }),
      open: (finding) => document.getElementById(finding)?.focus(),
    }),
    [],
  );
  const at = pointed?.[0] ?? chosen?.finding ?? null;
  const also = pointed?.slice(1) ?? [];
  useMarked(root, at, drawn);
  useEnterAt(root, chosen?.start ?? firstMark, drawn);
  useCaret(root, looking);
  return { looking, at, also, chosen, choose };
}

/** Marks the words of a finding in the page itself: a long text is not drawn anew for every move of a pointer. */
function useMarked(root: RefObject<HTMLElement | null>, at: string | null, drawn: number): void {
  useEffect(() => {
    if (at === null) return;
    const marks = [...(root.current?.querySelectorAll(`mark[data-findings~="${CSS.escape(at)}"]`) ?? [])];
    for (const mark of marks) mark.setAttribute("data-active", "true");
    return () => {
      for (const mark of marks) mark.removeAttribute("data-active");
    };
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is drawn since has marks of its own
  }, [root, at, drawn]);
}

/** The mark where the Tab key enters the text. */
function useEnterAt(root: RefObject<HTMLElement | null>, start: number, drawn: number): void {
  useEffect(() => {
    const mark = root.current?.querySelector<HTMLElement>(`a[data-mark="${start}"]`);
    if (mark) mark.tabIndex = 0;
    return () => {
      if (mark) mark.tabIndex = -1;
    };
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is drawn since has marks of its own
  }, [root, start, drawn]);
}

/** Where somebody puts the caret or begins to select, the finding under it is shown as if it were pointed at. */
function useCaret(root: RefObject<HTMLElement | null>, looking: Looking): void {
  useEffect(() => {
    const look = () => {
      const node = document.getSelection()?.focusNode;
      const mark = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("mark[data-findings]");
      if (mark && root.current?.contains(mark)) looking.point(mark.dataset.findings!.split(" "));
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [root, looking]);
}
