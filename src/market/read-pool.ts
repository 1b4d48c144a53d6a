import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { type ReadAnswer, type ReadTask, runTask } from "./read-task.ts";

type Waiting = { task: ReadTask; resolve: (answer: ReadAnswer) => void; reject: (error: Error) => void };

/** So long the first task waits for a second, once: only then are threads started, and they make their tables while this one makes its own, half a second. */
const secondTaskMs = 2;
/** The next tasks wait at the thread: it never waits for this one, which may be reading itself. */
const tasksAhead = 4;
/** So many tasks a worker are given at once at best: what waits at the threads, and what goes in and comes out meanwhile. */
export const tasksPerWorker = tasksAhead + 2;
/**
 * How much a function runs before V8 compiles it anew (66 KB by default on Node 20). Each thread has the reader compiled for itself, on the same cores as it reads: compiled later, with more known of it, it is
 * compiled once and not again and again, for half the time. It holds for the whole process, which is one of the command line that reads in several threads; one reader alone is better off with V8's own.
 */
const compileLater = "--interrupt-budget=300000";

/**
 * Reads postings in several threads, of which this one is the first: it has the reader compiled already, and would else look on. With one worker, or where the worker was not built, all is read here; the answers are
 * the same.
 */
export class ReadPool {
  readonly workers: number;
  readonly #script: URL | null;
  /** What each thread has to do, in order. */
  readonly #threads = new Map<Worker, Waiting[]>();
  readonly #queue: Waiting[] = [];
  #tasks = 0;
  #reading = false;

  constructor(workers: number) {
    this.#script = workers > 1 ? workerScript() : null;
    this.workers = this.#script === null ? 1 : workers;
  }

  async run<T extends ReadTask>(task: T): Promise<Extract<ReadAnswer, { kind: T["kind"] }>> {
    type Answer = Extract<ReadAnswer, { kind: T["kind"] }>;
    if (this.#script === null) return runTask(task) as Answer;
    return (await new Promise<ReadAnswer>((resolve, reject) => {
      this.#tasks++;
      this.#queue.push({ task, resolve, reject });
      this.#next();
      if (!this.#reading) void this.#readHere();
    })) as Answer;
  }

  async close(): Promise<void> {
    const threads = [...this.#threads.keys()];
    this.#threads.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  /** What no thread has room for is read here, task by task: between two, answers come in and threads get their next. */
  async #readHere(): Promise<void> {
    this.#reading = true;
    for (let waiting = this.#queue.shift(); waiting !== undefined; waiting = this.#queue.shift()) {
      await (this.#tasks === 1 ? wait(secondTaskMs) : turn());
      try {
        waiting.resolve(runTask(waiting.task));
      } catch (error) {
        waiting.reject(error as Error);
      }
    }
    this.#reading = false;
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#withRoom();
      if (thread === null) return;
      const waiting = this.#queue.shift()!;
      this.#threads.get(thread)!.push(waiting);
      thread.postMessage(waiting.task, waiting.task.kind === "lines" ? [waiting.task.bytes.buffer] : []);
    }
  }

  #withRoom(): Worker | null {
    for (const [thread, tasks] of this.#threads) if (tasks.length < tasksAhead) return thread;
    return this.#tasks > 1 && this.#threads.size < this.workers - 1 ? this.#start() : null;
  }

  #start(): Worker {
    setFlagsFromString(compileLater);
    const thread = new Worker(this.#script!);
    this.#threads.set(thread, []);
    thread.on("message", (answer: ReadAnswer) => {
      this.#threads.get(thread)?.shift()?.resolve(answer);
      this.#next();
    });
    thread.on("error", (error: Error) => {
      const tasks = this.#threads.get(thread) ?? [];
      this.#threads.delete(thread);
      for (const { reject } of tasks) reject(error);
      this.#next();
    });
    return thread;
  }
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** The built worker: beside the entry, or one up from a chunk or script. Null when sources are run unbuilt. */
function workerScript(): URL | null {
  return ["./read-worker.js", "../read-worker.js"].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url)) ?? null;
}
