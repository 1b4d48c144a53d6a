import { StoreHeld } from "../market/problems.ts";

type Request = { path: string; method?: "GET" | "POST" | "DELETE"; body?: unknown; totalMs: number; idleMs?: number };

/** What a running server of this machine said: its answer as text, or why there is none. */
export type ServerSaid = { ok: true; text: string } | { ok: false; status: number; message: string };

/** Asks the server that the store's lock names: a program of this machine's own, so private addresses are as they should be. Rejects where it does not answer. */
export async function askServer(address: string, { path, method = "GET", body, totalMs, idleMs }: Request): Promise<ServerSaid> {
  const { guardedFetch } = await import("../sources/fetching/fetch.ts");
  const headers: Record<string, string> = { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) };
  const asking = guardedFetch({ allowPrivate: true, totalMs, ...(idleMs === undefined ? {} : { idleMs }) });
  const { status, text } = await asking({ url: `${address}${path}`, method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return status < 300 ? { ok: true, text } : { ok: false, status, message: messageIn(text) ?? `${address} answered ${status}` };
}

/** The store is held by a server that cannot be asked. */
export function hangs(held: StoreHeld, error: Error): StoreHeld {
  return new StoreHeld(`${held.message} It could not be asked: ${error.message}.\nLook at that process; if it hangs, end it, then run this command again.`, null);
}

function messageIn(text: string): string | null {
  try {
    return (JSON.parse(text) as { error?: { message?: string } }).error?.message ?? null;
  } catch {
    return null;
  }
}
