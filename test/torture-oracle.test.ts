import { describe, expect, it } from "vitest";
import type { MarketState, Stored } from "../scripts/torture/market-state.ts";
import { Oracle } from "../scripts/torture/oracle.ts";

const there = (edition: number, change: Partial<Stored> = {}): Stored => ({ edition, missed: 0, gone: false, rows: 1, readings: 1, editionRead: true, ...change });
const state = (postings: Record<string, Stored>, checked = 0, orphans = 0): MarketState => ({ postings: new Map([["s", new Map(Object.entries(postings))]]), checked: new Map([["s", checked]]), orphans, notices: [] });

function counted(work: (oracle: Oracle) => void): { acknowledged: number; lost: number; doubled: number } {
  const oracle = new Oracle(() => undefined);
  work(oracle);
  return { acknowledged: oracle.acknowledged, lost: oracle.lost, doubled: oracle.doubled };
}

describe("the oracle of imports", () => {
  const imported: [string, number][] = [["a", 2], ["b", 2], ["c", 2]];
  it.each<[string, Record<string, Stored>, number, { lost: number; doubled: number }]>([
    ["all is there", { a: there(2), b: there(2), c: there(2) }, 0, { lost: 0, doubled: 0 }],
    ["what was not acknowledged is not there", { a: there(2), b: there(2) }, 0, { lost: 0, doubled: 0 }],
    ["what was acknowledged is not there", { a: there(2), c: there(2) }, 0, { lost: 1, doubled: 0 }],
    ["an older edition of it is there", { a: there(1), b: there(2) }, 0, { lost: 1, doubled: 0 }],
    ["an edition that nobody offered is there", { a: there(2), b: there(2), c: there(3) }, 0, { lost: 1, doubled: 0 }],
    ["one stands there twice", { a: there(2, { rows: 2 }), b: there(2) }, 0, { lost: 0, doubled: 1 }],
    ["one was read twice", { a: there(2, { readings: 2 }), b: there(2) }, 0, { lost: 0, doubled: 1 }],
    ["one has no reading", { a: there(2, { editionRead: false }), b: there(2) }, 0, { lost: 1, doubled: 0 }],
    ["readings of nothing", { a: there(2), b: there(2) }, 3, { lost: 0, doubled: 1 }],
  ])("%s", (_, postings, orphans, faults) => {
    expect(counted((oracle) => {
      oracle.imported("s", imported, 2);
      oracle.checkImports(state(postings, 0, orphans), ["s"]);
    })).toEqual({ acknowledged: 2, ...faults });
  });
});

describe("the oracle of refreshes", () => {
  const first = new Map([["a", 1], ["b", 1]]);
  const second = new Map([["a", 2], ["c", 1]]);
  it.each<[string, boolean, number, Record<string, Stored>, { lost: number; doubled: number }]>([
    ["acknowledged, and settled", true, 20, { a: there(2), b: there(1, { missed: 1 }), c: there(1) }, { lost: 0, doubled: 0 }],
    ["settled, though nobody heard it", false, 20, { a: there(2), b: there(1, { missed: 1 }), c: there(1) }, { lost: 0, doubled: 0 }],
    ["nothing came of it", false, 10, { a: there(1), b: there(1) }, { lost: 0, doubled: 0 }],
    ["its postings are there, and it is not settled", false, 10, { a: there(2), b: there(1), c: there(1) }, { lost: 0, doubled: 0 }],
    ["acknowledged, and not settled", true, 10, { a: there(2), b: there(1), c: there(1) }, { lost: 1, doubled: 0 }],
    ["not settled, and missed all the same", false, 10, { a: there(2), b: there(1, { missed: 1 }), c: there(1) }, { lost: 1, doubled: 0 }],
    ["settled, and not missed", true, 20, { a: there(2), b: there(1), c: there(1) }, { lost: 1, doubled: 0 }],
    ["gone too early", true, 20, { a: there(2), b: there(1, { missed: 1, gone: true }), c: there(1) }, { lost: 1, doubled: 0 }],
    ["settled without one", true, 20, { a: there(2), b: there(1, { missed: 1 }) }, { lost: 1, doubled: 0 }],
    ["one that nobody offered", true, 20, { a: there(2), b: there(1, { missed: 1 }), c: there(1), d: there(1) }, { lost: 0, doubled: 1 }],
  ])("%s", (_, acknowledged, checked, postings, faults) => {
    expect(counted((oracle) => {
      oracle.checkBoard(state({ a: there(1), b: there(1) }, 10), { source: "s", postings: first, acknowledged: true }, 10);
      oracle.checkBoard(state(postings, checked), { source: "s", postings: second, acknowledged }, 20);
    })).toEqual({ acknowledged: acknowledged ? 4 : 2, ...faults });
  });
});
