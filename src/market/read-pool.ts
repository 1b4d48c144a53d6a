import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type ReadAnswer, type ReadTask, runTask } from "./read-task.ts";

type Waiting = { task: ReadTask; resolve: (answer: ReadAnswer) => void; reject: (error: Error) => void };

/** A thread takes a tenth of a second to start: a short input is read by then. */
const tasksBeforeThreads = 1;
/** The next task waits at the thread: it never waits for this one, which may be reading itself. */
const tasksAhead = 2;

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
    if (this.#script === null || this.#tasks++ < tasksBeforeThreads) return runTask(task) as Answer;
    return (await new Promise<ReadAnswer>((resolve, reject) => {
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
    await turn();
    for (let waiting = this.#queue.shift(); waiting !== undefined; waiting = this.#queue.shift()) {
      try {
        waiting.resolve(runTask(waiting.task));
      } catch (error) {
        waiting.reject(error as Error);
      }
      await turn();
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
    return this.#threads.size < this.workers - 1 ? this.#start() : null;
  }

  #start(): Worker {
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
