import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../lib/package-root.ts";
import { DocumentUnusable } from "./problems.ts";

/** What a document may cost. Measured: a PDF of ten pages takes 0.4 s and 130 MB, a Word file 0.3 s and 90 MB. */
export const unpackCaps = { ms: 20_000, heapMb: 256, residentMb: 700, outBytes: 8 * 1024 * 1024 };

type Unpacked = { html: string };

/**
 * Unpacks a PDF or a Word file in a process of its own, which is ended where it takes too long or too much memory: both formats can hold a small file that unfolds without end.
 * Throws DocumentUnusable with the reason.
 */
export async function unpack(kind: "pdf" | "docx", bytes: Uint8Array, caps: Partial<typeof unpackCaps> = {}): Promise<Unpacked> {
  const { ms, heapMb, residentMb, outBytes } = { ...unpackCaps, ...caps };
  const script = fileURLToPath(new URL("dist/document-worker.js", packageRoot()));
  if (!existsSync(script)) throw new Error(`${script} is not built: node scripts/build.mjs --node`);
  // No environment: nothing of it is needed to unpack, and some of it is secret.
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, script, "--document-worker", kind], { stdio: ["pipe", "pipe", "ignore"], env: {} });
  const limits = new AbortController();
  const late = setTimeout(() => limits.abort(`takes longer than ${ms / 1000} s to unpack`), ms);
  const watch = setInterval(() => void residentOf(child).then((mb) => (mb > residentMb ? limits.abort(`takes more than ${residentMb} MB of memory to unpack`) : undefined)), 100);
  limits.signal.addEventListener("abort", () => child.kill("SIGKILL"));
  try {
    return answered(await outputOf(child, bytes, outBytes), limits.signal);
  } finally {
    clearTimeout(late);
    clearInterval(watch);
    child.kill("SIGKILL");
  }
}

function answered(output: string, signal: AbortSignal): Unpacked {
  if (signal.aborted) throw new DocumentUnusable(`${String(signal.reason)}; print it to a new PDF, or paste the text`);
  if (output === "") throw new DocumentUnusable("takes more memory to unpack than it may; print it to a new PDF, or paste the text");
  const got = JSON.parse(output) as Unpacked | { problem: string };
  if ("problem" in got) throw new DocumentUnusable(got.problem);
  return got;
}

/** All that the process writes; nothing where it was ended, or wrote more than it may. */
async function outputOf(child: ChildProcess, bytes: Uint8Array, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  const ended = new Promise<boolean>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
  child.stdout!.on("data", (part: Buffer) => {
    parts.push(part);
    if ((size += part.length) > most) child.kill("SIGKILL");
  });
  // It may be gone before it has read everything.
  child.stdin!.on("error", () => undefined);
  child.stdin!.end(bytes);
  return (await ended) ? Buffer.concat(parts).toString("utf8") : "";
}

/** Megabytes that a process holds; 0 where the system does not tell: then heap and time are the caps. */
async function residentOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
