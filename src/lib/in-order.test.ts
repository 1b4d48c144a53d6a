import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

async function* numbers(n: number, taken: { n: number } = { n: 0 }): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) {
    taken.n++;
    yield i;
  }
}

async function* firstAndNoMore(): AsyncGenerator<string> {
  yield "first";
  await new Promise(() => undefined);
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of source) list.push(one);
  return list;
}

describe("inOrder", () => {
  it("keeps the order whoever ends first", async () => {
    const results = await all(inOrder(numbers(20), 4, async (i) => wait((20 - i) % 5, i * 2)));
    expect(results).toEqual(Array.from({ length: 20 }, (_, i) => i * 2));
  });

  it("takes no more than it works on", async () => {
    const taken = { n: 0 };
    const results = inOrder(numbers(100, taken), 3, async (i) => i);
    await results.next();
    expect(taken.n).toBeLessThanOrEqual(4);
    await results.return(undefined);
  });

  it("answers before the next thing comes", async () => {
    const results = inOrder(firstAndNoMore(), 4, async (word) => word);
    expect((await results.next()).value).toBe("first");
  });

  it("fails as the work fails", async () => {
    const failing = inOrder(numbers(5), 2, async (i) => {
      if (i === 3) throw new Error("three");
      return i;
    });
    await expect(all(failing)).rejects.toThrow("three");
  });
});
