import { expect, test } from "vitest";
import { makeTurns } from "./turns.ts";

test("two at once, the others in order, one beyond the line refused; what fails gives its place on", async () => {
  const inTurn = makeTurns({ most: 2, full: { longest: 3, error: () => new Error("full") } });
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => (): Promise<number> => {
    began.push(n);
    return new Promise((resolve, reject) => ends.push(() => (n === 2 ? reject(new Error("two")) : resolve(n))));
  };
  const all = [1, 2, 3, 4, 5].map((n) => inTurn(work(n)).catch((error: Error) => error.message));
  await expect(inTurn(work(6))).rejects.toThrow("full");
  expect(began).toEqual([1, 2]);
  for (let i = 0; i < 5; i++) {
    ends[i]!();
    await all[i];
    expect(began).toEqual([1, 2, 3, 4, 5].slice(0, i + 3));
  }
  expect(await Promise.all(all)).toEqual([1, "two", 3, 4, 5]);
  const again = inTurn(work(7));
  ends.at(-1)!();
  expect(await again).toBe(7);
});
