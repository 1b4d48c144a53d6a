import { expect, test } from "vitest";
import type { RequirementPrice } from "../terms/brief.ts";
import { mayBeNothing, openMayBeAlike } from "./price-words.ts";

test.each([[-1, 1, true], [0, 5, true], [-5, 0, true], [1, 5, false], [-5, -1, false], [null, null, true], [null, -1, true]])("a difference of %s to %s", (low, high, nothing) => {
  expect(mayBeNothing({ low, high })).toBe(nothing);
});

test.each([[[40, 50], [30, 39], false], [[40, 50], [30, 40], true], [[10, 20], [21, 30], false], [[10, 20], [null, null], true], [[80, null], [39, null], true], [[80, null], [39, 50], false], [null, [1, 2], null]] as const)("days %j against %j", (has, without, alike) => {
  expect(openMayBeAlike({ with: days(has), without: days(without) } as RequirementPrice["open"])).toBe(alike);
});

function days(one: readonly [number | null, number | null] | null) {
  return { value: one === null ? null : 1, low: one?.[0] ?? null, high: one?.[1] ?? null };
}
