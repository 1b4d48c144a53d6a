import { array, assert, bigInt, oneof, property } from "fast-check";
import { expect, test } from "vitest";
import { KeySet } from "./key-set.ts";

test("a set of keys holds what a Set holds", () => {
  // Few values in all, so that some come twice, and many that differ in their high bits alone.
  const key = oneof(bigInt({ min: 0n, max: 20n }), bigInt({ min: 0n, max: 40n }).map((n) => n << 32n), bigInt({ min: 0n, max: 2n ** 64n - 1n }));
  assert(
    property(array(key, { maxLength: 200 }), (keys) => {
      const [set, twin] = [new KeySet(), new Set<bigint>()];
      for (const one of keys) {
        expect(set.has(one)).toBe(twin.has(one));
        expect(set.add(one)).toBe(!twin.has(one));
        twin.add(one);
        expect(set.size).toBe(twin.size);
      }
    }),
  );
});

test("a set of keys grows", () => {
  const set = new KeySet();
  for (let n = 0; n < 20_000; n++) set.add(mixed(n));
  expect(set.size).toBe(20_000);
  expect([0, 1, 19_999].map((n) => set.has(mixed(n)))).toEqual([true, true, true]);
  expect(set.has(mixed(20_000))).toBe(false);
});

function mixed(n: number): bigint {
  return BigInt.asUintN(64, BigInt(n) * 0x9e3779b97f4a7c15n);
}
