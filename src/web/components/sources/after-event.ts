import type { RefreshEvent, RefreshState } from "../../../terms/source.ts";

/** The state after an event; what is done is told once. */
export function afterEvent(before: RefreshState | undefined, { from, done, ...event }: RefreshEvent): RefreshState {
  return { ...event, done: [...(before?.done.slice(0, from) ?? []), ...done] };
}
