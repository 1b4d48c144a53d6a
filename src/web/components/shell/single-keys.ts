import { useSyncExternalStore } from "react";

const stored = "strata-single-keys";
const listeners = new Set<() => void>();

/** Whether keys without a modifier do anything (WCAG 2.1.4: they can be turned off). On, until turned off in this browser. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true; // a browser that stores nothing keeps the default
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(stored, on ? "on" : "off");
  } catch {
    return; // nothing is stored, and nothing changes
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
