import { writeSync } from "node:fs";
import { parentPort, Worker } from "node:worker_threads";
import { DocumentUnusable } from "./problems.ts";
import type { ReadableKind } from "./read-document.ts";

// The entry of the process that parses what people upload (parse-apart.ts starts it): bytes in, one JSON answer out. Whatever happens to it happens to nothing else.
const [, , role, first, second] = process.argv;
if (role === "--document-process") await answer(first as ReadableKind, Number(second));
if (role === "--memory-watch") watchMemory(Number(first));

async function answer(kind: ReadableKind, residentMb: number): Promise<void> {
  // The watch is the same program: what parses is loaded by the one that does.
  const [{ readDocument }] = await Promise.all([import("./read-document.ts"), startWatch(residentMb)]);
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  try {
    process.stdout.write(JSON.stringify({ posting: await readDocument(kind, new Uint8Array(Buffer.concat(parts))) }));
  } catch (error) {
    process.stdout.write(JSON.stringify({ problem: error instanceof DocumentUnusable ? error.message : `cannot be read (${(error as Error).message.slice(0, 200)}); save it anew, or paste the text` }));
  }
}

/** The heap has its own cap, but buffers lie outside it, and no flag of Node bounds them. A thread of its own sees what the process holds also while a parser never comes to rest, on every system alike. */
async function startWatch(residentMb: number): Promise<void> {
  const watch = new Worker(new URL(import.meta.url), { argv: ["--memory-watch", String(residentMb)] });
  await new Promise((resolve, reject) => watch.once("message", resolve).once("error", reject));
  watch.unref();
}

function watchMemory(residentMb: number): void {
  const look = (): void => {
    if (process.memoryUsage.rss() <= residentMb * 1048576) return;
    // Straight to the descriptor: a thread's own stream needs the main one, which is at work.
    writeSync(2, "memory\n");
    process.kill(process.pid, "SIGKILL");
  };
  look();
  setInterval(look, 25);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage("watching");
}
