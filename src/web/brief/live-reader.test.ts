import { expect, test, vi } from "vitest";
import { LiveReader } from "./live-reader.ts";
import { type Against, type Asked, emptyDraft, type LiveBrief } from "./messages.ts";

/** A worker that answers when told. */
class Held extends EventTarget {
  readonly asked: Exclude<Asked, { against: Against }>[] = [];
  ended = false;
  readonly against: Against[] = [];
  postMessage(asked: Asked): void {
    if ("against" in asked) this.against.push(asked.against);
    else this.asked.push(asked);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(): void {
    const { turn, ...asked } = this.asked.at(-1)!;
    const data = "read" in asked ? { turn, live: { draft: asked.read } as LiveBrief } : { turn, lines: asked.markup, hidden: [] };
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

function held() {
  const workers: Held[] = [];
  const reader = new LiveReader(() => {
    workers.push(new Held());
    return workers.at(-1) as unknown as Worker;
  });
  return { reader, workers };
}

const against: Against = { rules: [], market: null, day: "2026-01-01", scorecards: null };
const draft = (text: string) => ({ ...emptyDraft, text });
const texts = (worker: Held) => worker.asked.map((asked) => ("read" in asked ? asked.read.text : asked.markup));

test("of drafts that come while one is read only the newest is read, and only it is answered", async () => {
  const { reader, workers } = held();
  const answers = ["a", "ab", "abc"].map((text) => reader.read(draft(text), against));
  expect(texts(workers[0]!)).toEqual(["a"]);
  workers[0]!.answer();
  await Promise.resolve();
  workers[0]!.answer();
  expect((await Promise.all(answers)).map((live) => live?.draft.text ?? null)).toEqual([null, null, "abc"]);
  expect(texts(workers[0]!)).toEqual(["a", "abc"]);
});

test("markup is never overtaken", async () => {
  const { reader, workers } = held();
  const reading = reader.read(draft("a"), against);
  const lines = reader.linesOf("<p>b");
  const newest = reader.read(draft("ab"), against);
  workers[0]!.answer();
  await reading;
  workers[0]!.answer();
  expect(await lines).toEqual({ lines: "<p>b", hidden: [] });
  workers[0]!.answer();
  expect((await newest)?.draft.text).toBe("ab");
});

test("a worker that fails is replaced, and what it worked on is told", async () => {
  const { reader, workers } = held();
  const failed = reader.read(draft("a"), against);
  workers[0]!.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  await expect(failed).rejects.toThrow("out of memory");
  expect(workers[0]!.ended).toBe(true);
  const next = reader.read(draft("b"), against);
  workers[1]!.answer();
  expect((await next)?.draft.text).toBe("b");
});

test("what drafts are held against is told again to the worker that takes over", () => {
  const { reader, workers } = held();
  reader.read(draft("a"), against).catch(() => undefined);
  expect(workers[0]!.against).toEqual([against]);
  workers[0]!.dispatchEvent(Object.assign(new Event("error"), { message: "gone" }));
  reader.read(draft("b"), against).catch(() => undefined);
  expect(workers[1]!.against).toEqual([against]);
});

test("a worker that starts slowly is waited for, one that answered before and is silent is replaced", async () => {
  vi.useFakeTimers();
  try {
    const { reader, workers } = held();
    const first = reader.read(draft("a"), against);
    vi.advanceTimersByTime(30_000);
    workers[0]!.answer();
    expect((await first)?.draft.text).toBe("a");
    const second = reader.read(draft("ab"), against);
    vi.advanceTimersByTime(10_001);
    await expect(second).rejects.toThrow("took the reader too long");
    const third = reader.read(draft("abc"), against);
    vi.advanceTimersByTime(60_001);
    await expect(third).rejects.toThrow("too long to start");
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  } finally {
    vi.useRealTimers();
  }
});
