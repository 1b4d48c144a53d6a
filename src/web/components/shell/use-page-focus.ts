import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Puts the focus on the page's content when another page is opened, as a browser would; the first page keeps the browser's own. */
export function usePageFocus() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== before.current) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
