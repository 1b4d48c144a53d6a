import { expect, test } from "vitest";
import type { OverviewRow } from "../../api.ts";
import { readSort, sortLines } from "./role-sort.ts";

const line = (role: string, n: number, share: number | null, pay: number | null = null) =>
  ({ role, n, layer: share === null ? "outside" : "model", employers: n, share: share === null ? null : { value: share, low: 0, high: 1 }, pay: { p50: pay === null ? null : { value: pay } }, timeOpen: { medianDays: null } }) as unknown as OverviewRow;

const lines = [line("ml-engineer", 5, 0.5), line("outside-other", 90, null, 70), line("data-scientist", 9, 0.3, 80), line("agent-engineer", 2, 0.2, 60)];
const order = (sort?: Parameters<typeof sortLines>[1]) => sortLines(lines, sort).map(({ role }) => role);

test("as it comes: by number, work outside AI last", () => {
  expect(order()).toEqual(["data-scientist", "ml-engineer", "agent-engineer", "outside-other"]);
});

test("by a column, both ways; who has no figure in it is last either way", () => {
  expect(order("-share")).toEqual(["ml-engineer", "data-scientist", "agent-engineer", "outside-other"]);
  expect(order("share")).toEqual(["agent-engineer", "data-scientist", "ml-engineer", "outside-other"]);
  expect(order("-pay")).toEqual(["data-scientist", "outside-other", "agent-engineer", "ml-engineer"]);
  expect(order("pay")).toEqual(["agent-engineer", "outside-other", "data-scientist", "ml-engineer"]);
  expect(order("role")).toEqual(["agent-engineer", "data-scientist", "ml-engineer", "outside-other"]);
});

test("only columns of the table are a sort", () => {
  expect(readSort("-pay")).toBe("-pay");
  for (const wrong of ["-n", "skills", "--n", "", undefined, 7]) expect(readSort(wrong)).toBeUndefined();
});
