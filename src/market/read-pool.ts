import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type ReadAnswer, type ReadTask, runTask } from "./read-task.ts";

type Waiting = { task: ReadTask; resolve: (answer: ReadAnswer) => void; reject: (error: Error) => void };

/** A thread takes a tenth of a second to start: a short input is read by then. */
const tasksBeforeThreads = 4;

/** Threads that read postings. With one, or where the worker was not built, reading runs in this thread; the answers are the same. */
export class ReadPool {
  readonly workers: number;
  readonly #script: URL | null;
  readonly #threads = new Map<Worker, Waiting | null>();
  readonly #queue: Waiting[] = [];
  #tasks = 0;

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
    })) as Answer;
  }

  async close(): Promise<void> {
    const threads = [...this.#threads.keys()];
    this.#threads.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#idle();
      if (thread === null) return;
      const waiting = this.#queue.shift()!;
      this.#threads.set(thread, waiting);
      thread.postMessage(waiting.task, waiting.task.kind === "lines" ? [waiting.task.bytes.buffer] : []);
    }
  }

  #idle(): Worker | null {
    for (const [thread, waiting] of this.#threads) if (waiting === null) return thread;
    return this.#threads.size < this.workers ? this.#start() : null;
  }

  #start(): Worker {
    const thread = new Worker(this.#script!);
    this.#threads.set(thread, null);
    thread.on("message", (answer: ReadAnswer) => {
      const waiting = this.#threads.get(thread);
      this.#threads.set(thread, null);
      waiting?.resolve(answer);
      this.#next();
    });
    thread.on("error", (error: Error) => {
      const waiting = this.#threads.get(thread);
      this.#threads.delete(thread);
      waiting?.reject(error);
      this.#next();
    });
    return thread;
  }
}

/** The built worker: beside the entry, or one up from a chunk or script. Null when sources are run unbuilt. */
function workerScript(): URL | null {
  return ["./read-worker.js", "../read-worker.js"].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url)) ?? null;
}
