/** Where a browser does not tell when it is idle. */
const RESTED_MS = 3000;

/** Does something once the page has rested; gives what takes it back. */
export function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const clock = setTimeout(act, RESTED_MS);
    return () => clearTimeout(clock);
  }
  const idle = requestIdleCallback(act);
  return () => cancelIdleCallback(idle);
}
