import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeTurns } from "../../lib/turns.ts";
import { packageRoot } from "../../lib/package-root.ts";
import { Posting } from "../../terms/posting.ts";
import { DocumentUnusable, TooManyDocuments } from "./problems.ts";
import type { ReadableKind } from "./read-document.ts";

/** What a document may cost. Measured: a PDF of ten pages takes 0.4 s and 130 MB, a Word file 0.3 s and 90 MB. */
export const parseCaps = { ms: 20_000, heapMb: 256, residentMb: 700, outBytes: 8 * 1024 * 1024 };

/** Each may hold `residentMb`: more at once, and uploads alone could fill the machine. Those in line hold their packed bytes. */
const inTurn = makeTurns({ most: 2, full: { longest: 8, error: () => new TooManyDocuments("Ten documents are being read or wait for it. Try again in a minute, or paste the text.") } });

type Ended = { output: string; said: string };

/**
 * Parses a document in a process of its own, which is ended where it takes too long, too much memory or tells too much: a small file can unfold without end. At most two run at once.
 * Throws DocumentUnusable with the reason, and TooManyDocuments where too many wait. `script` is the program, for tests.
 */
export function parseApart(kind: ReadableKind, bytes: Uint8Array, caps: Partial<typeof parseCaps> = {}, script = fileURLToPath(new URL("dist/document-process.js", packageRoot()))): Promise<Posting> {
  if (!existsSync(script)) throw new Error(`${script} is not built: node scripts/build.mjs --node`);
  return inTurn(() => parsed(kind, bytes, { ...parseCaps, ...caps }, script));
}

async function parsed(kind: ReadableKind, bytes: Uint8Array, caps: typeof parseCaps, script: string): Promise<Posting> {
  // No environment: nothing of it is needed to parse, and some of it is secret. Windows starts nothing without its own folder's name.
  const env = process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot };
  const child = spawn(process.execPath, [`--max-old-space-size=${caps.heapMb}`, script, "--document-process", kind, String(caps.residentMb)], { stdio: ["pipe", "pipe", "pipe"], env });
  const limits = new AbortController();
  limits.signal.addEventListener("abort", () => child.kill("SIGKILL"));
  const late = setTimeout(() => limits.abort(`takes longer than ${caps.ms / 1000} s to read`), caps.ms);
  try {
    return answered(await ended(child, bytes, caps.outBytes, limits), limits.signal);
  } finally {
    clearTimeout(late);
    child.kill("SIGKILL");
  }
}

function answered({ output, said }: Ended, signal: AbortSignal): Posting {
  if (signal.aborted) throw new DocumentUnusable(`${String(signal.reason)}; ${wayOut}`);
  // The watch says the first before it ends the process, Node the second before it ends itself.
  if (/^memory$|heap out of memory|Array buffer allocation failed/m.test(said)) throw new DocumentUnusable(`takes more memory to read than any description; ${wayOut}`);
  if (output === "") throw new DocumentUnusable(`ends the program that reads it; ${wayOut}`);
  const got = JSON.parse(output) as { posting: unknown } | { problem: string };
  if ("problem" in got) throw new DocumentUnusable(got.problem);
  return Posting.parse(got.posting);
}

const wayOut = "print it to a new PDF, or paste the text";

/** What the process wrote until it ended, on both its ways; no output where it did not end well. */
async function ended(child: ChildProcess, bytes: Uint8Array, most: number, limits: AbortController): Promise<Ended> {
  const parts: Buffer[] = [];
  let size = 0;
  let said = "";
  const end = new Promise<boolean>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
  child.stdout!.on("data", (part: Buffer) => {
    parts.push(part);
    if ((size += part.length) > most) limits.abort(`holds more than ${most / 1048576} MB of text; no description does`);
  });
  child.stderr!.setEncoding("utf8").on("data", (part: string) => {
    said = (said + part).slice(-8192);
  });
  // It may be gone before it has read everything.
  child.stdin!.on("error", () => undefined);
  child.stdin!.end(bytes);
  return (await end) ? { output: Buffer.concat(parts).toString("utf8"), said } : { output: "", said };
}
