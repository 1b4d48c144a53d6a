import type { Lines } from "./lines.ts";
import type { Against, Answered, Asked, Draft, LiveBrief } from "./messages.ts";

/** How long an answer may take before its worker is taken for stuck and replaced: a text of the longest length takes a hundredth of it. */
const STUCK_MS = 10_000;
/** The first answer of a worker waits for its file, its vocabulary and its models too: on a busy machine or a slow line that is no sign of being stuck. */
const STARTING_MS = 60_000;

const tooLong = "This text took the reader too long. It is tried again with the next change.";
const notStarted = "The reader took too long to start. It is tried again with the next change.";

type Question = Exclude<Asked, { against: Against }>;
type Waiting = { asked: Question; resolve(answer: Answered): void; reject(error: Error): void };

/**
 * The reader in its worker. One question is answered at a time; of the drafts that come meanwhile only the newest is read next, so that
 * readings never queue up behind keys. A draft that was overtaken is answered with null.
 */
export class LiveReader {
  readonly #make: () => Worker;
  #worker: Worker | null = null;
  #against: Against | null = null;
  #turn = 0;
  #busy: Waiting | null = null;
  /** Whether the worker has answered before. */
  #warm = false;
  #queue: Waiting[] = [];
  #clock: ReturnType<typeof setTimeout> | undefined;

  constructor(make: () => Worker) {
    this.#make = make;
  }

  async read(draft: Draft, against: Against): Promise<LiveBrief | null> {
    if (against !== this.#against) {
      this.#against = against;
      this.#worker?.postMessage({ against } satisfies Asked, []);
    }
    const turn = ++this.#turn;
    this.#queue = this.#queue.filter((waiting) => {
      const overtaken = "read" in waiting.asked;
      if (overtaken) waiting.resolve({ turn: waiting.asked.turn, overtaken: true });
      return !overtaken;
    });
    const answer = await this.#ask({ turn, read: draft });
    return "live" in answer && turn === this.#turn ? answer.live : null;
  }

  /** Markup as lines of text. */
  async linesOf(markup: string): Promise<Lines> {
    const answer = await this.#ask({ turn: this.#turn, markup });
    return "lines" in answer ? { lines: answer.lines, hidden: answer.hidden } : { lines: "", hidden: [] };
  }

  stop(): void {
    this.#queue = [];
    this.#end(new Error("The reader was stopped."));
  }

  #ask(asked: Question): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ asked, resolve, reject });
      this.#begin();
    });
  }

  #begin(): void {
    const next = this.#busy === null ? this.#queue.shift() : undefined;
    if (next === undefined) return;
    this.#busy = next;
    this.#worker ??= this.#started();
    this.#clock = setTimeout(() => this.#end(new Error(this.#warm ? tooLong : notStarted)), this.#warm ? STUCK_MS : STARTING_MS);
    this.#worker.postMessage(next.asked, []);
  }

  #started(): Worker {
    const worker = this.#make();
    worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => this.#settle(data));
    worker.addEventListener("error", (event) => this.#end(new Error(event.message || "The reader did not start: its file could not be loaded.")));
    if (this.#against !== null) worker.postMessage({ against: this.#against } satisfies Asked, []);
    return worker;
  }

  #settle(answer: Answered): void {
    this.#warm = true;
    const done = this.#free();
    if ("failed" in answer) done?.reject(new Error(answer.failed));
    else done?.resolve(answer);
    this.#begin();
  }

  /** Ends the worker with what it works on; the next question starts another. */
  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#warm = false;
    this.#free()?.reject(error);
    this.#begin();
  }

  #free(): Waiting | null {
    clearTimeout(this.#clock);
    const done = this.#busy;
    this.#busy = null;
    return done;
  }
}
