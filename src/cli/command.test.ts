import { expect, test } from "vitest";
import { mostWorkers, UsageError, workersOf } from "./command.ts";

const asked = (workers: string | null, cores: number): number => workersOf({ one: () => workers }, 4, mostWorkers(cores));

test("a thread a core can be asked for however many there are, and 16 where there are fewer", () => {
  expect(asked("32", 32)).toBe(32);
  expect(asked("128", 128)).toBe(128);
  expect(asked("16", 2)).toBe(16);
  expect(asked(null, 32)).toBe(4);
  for (const [workers, cores] of [["33", 32], ["17", 2], ["0", 32], ["-1", 32], ["1.5", 32], ["many", 32]] as const) expect(() => asked(workers, cores)).toThrow(UsageError);
});
