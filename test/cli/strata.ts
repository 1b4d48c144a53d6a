import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const bin = join(import.meta.dirname, "../../bin/strata");

export type Ended = { code: number | null; signal: string | null; out: string; err: string };

/** Starts `strata` as a process of its own; `input` is written to it, or its standard input is left open with null. */
export function start(args: string[], { input = "", ...options }: SpawnOptions & { input?: string | Uint8Array | null } = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["pipe", "pipe", "pipe"], ...options, env: { ...process.env, STRATA_DATA: undefined, NO_COLOR: undefined, ...options.env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  // It may end before it has read all.
  child.stdin!.on("error", () => undefined);
  if (input !== null) child.stdin!.end(input);
  const ended = new Promise<Ended>((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })));
  return { child, ended };
}

export function strata(args: string[], options: SpawnOptions & { input?: string | Uint8Array } = {}): Promise<Ended> {
  return start(args, options).ended;
}

/** A folder for one test, with its removal. */
export function tempDir(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), "strata-cli-"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** An invented posting as a line of JSON Lines. */
export function line(id: string, fields: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id,
    company: "Invented Works",
    title: "ML Platform Engineer",
    location: "Berlin, Germany",
    posted_at: "2025-10-01",
    description_html: `<h2>What you will do</h2><ul><li>Run training pipelines on Kubernetes for posting ${id}.</li></ul><h2>What you bring</h2><ul><li>5+ years of experience with Python</li></ul>`,
    ...fields,
  });
}
