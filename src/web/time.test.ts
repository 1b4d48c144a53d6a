import { expect, test } from "vitest";
import { afterEvent } from "./components/sources/after-event.ts";
import { ago, moment, timeLeft } from "./time.ts";

const now = Date.parse("2026-10-15T10:30:00Z");

test.each([
  ["2026-10-15T10:29:40Z", "just now"],
  ["2026-10-15T10:30:20Z", "in under a minute"],
  ["2026-10-15T08:10:00Z", "2 hr. ago"],
  ["2026-10-15T16:31:00Z", "in 6 hr."],
  ["2026-10-12T08:00:00Z", "3 days ago"],
  ["2026-08-01T08:00:00Z", "1 Aug 2026"],
  ["soon", "soon"],
])("%s is %s", (iso, said) => {
  expect(ago(iso, now)).toBe(said);
});

test("a moment, to the minute", () => {
  expect(moment("2026-10-01T08:00:00Z")).toBe("1 Oct 2026, 08:00 UTC");
});

test("time left, once there is something to tell it by", () => {
  expect(timeLeft(2, 40, 1000)).toBeNull();
  expect(timeLeft(10, 40, 20_000)).toBe("1 min");
  expect(timeLeft(10, 12, 10_000)).toBe("5 s");
});

test("what is done is told once, and again from the start where the connection was lost", () => {
  const one = { source: "a", status: "good" as const, problem: null, postings: 1, added: 1, changed: 0, missed: 0, gone: 0, dropped: 0 };
  const state = { running: true, started: null, fetching: [], all: 3, stopped: false, failed: null };
  const first = afterEvent(undefined, { ...state, from: 0, done: [one] });
  const second = afterEvent(first, { ...state, from: 1, done: [{ ...one, source: "b" }] });
  expect(second.done.map(({ source }) => source)).toEqual(["a", "b"]);
  expect(afterEvent(second, { ...state, from: 0, done: [one] }).done).toHaveLength(1);
});
