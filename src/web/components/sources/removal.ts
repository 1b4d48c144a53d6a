import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Source } from "../../../terms/source.ts";
import { removeSource } from "../../api-sources.ts";

/** A source that somebody removed: "going" while it can be taken back, then "gone"; "failed" where the server did not do it. */
export type Removal = { source: Source; state: "going" | "gone" | "back" | "failed"; why?: string };

/** So long a removal can be taken back as if it had not been. */
const graceMs = 10_000;

let removals: readonly Removal[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

/** Takes a source off the page at once, and out of the market a little later. Goes on when another page is opened, and at once when the browser's page is left. */
export function remove(source: Source, queries: QueryClient): void {
  set(source, "going");
  timers.set(source.name, setTimeout(() => void commit(source, queries), graceMs));
  addEventListener("pagehide", leave);
}

export function undo({ source }: Removal): void {
  clearTimeout(timers.get(source.name));
  timers.delete(source.name);
  set(source, "back");
}

export function forget({ source }: Removal): void {
  tell(removals.filter((one) => one.source.name !== source.name || one.state === "going"));
}

export function useRemovals(): readonly Removal[] {
  return useSyncExternalStore(subscribe, () => removals);
}

async function commit(source: Source, queries: QueryClient): Promise<void> {
  timers.delete(source.name);
  try {
    await removeSource(source.name);
    // The list first: the row must not come back for a moment.
    queries.setQueryData<Source[]>(["sources"], (rows) => rows?.filter(({ name }) => name !== source.name));
    set(source, "gone");
  } catch (error) {
    set(source, "failed", error instanceof Error ? error.message : String(error));
  }
  await queries.invalidateQueries();
}

function leave(): void {
  for (const name of timers.keys()) void removeSource(name, true);
  timers.clear();
}

function set(source: Source, state: Removal["state"], why?: string): void {
  tell([...removals.filter((one) => one.source.name !== source.name), { source, state, ...(why === undefined ? {} : { why }) }]);
}

function tell(next: readonly Removal[]): void {
  removals = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
