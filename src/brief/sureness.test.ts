import { expect, test } from "vitest";
import { surenessOf, surenessSays } from "./sureness.ts";

test.each([0, 0.29, 0.3, 0.55, 0.7, 0.999, 1])("a confidence of %f rests on postings that were read so", (confidence) => {
  const { from, to, n } = surenessOf({ value: "ml-engineer", confidence })!;
  expect(from).toBeLessThanOrEqual(confidence);
  expect(confidence < to || to === 1).toBe(true);
  expect(n).toBeGreaterThan(50);
});

test("where no role is read there is none", () => {
  expect(surenessOf({ value: null, confidence: 1 })).toBeNull();
});

test.each([
  [{ from: 0.7, to: 0.8 }, "of 400 labelled postings of 210 employers read with 70 % to 80 %, 75 % were right (71 % to 79 %)"],
  [{ from: 0, to: 0.3 }, "of 400 labelled postings of 210 employers read with under 30 %, 75 % were right (71 % to 79 %)"],
  [{ from: 0.9, to: 1 }, "of 400 labelled postings of 210 employers read with 90 % and more, 75 % were right (71 % to 79 %)"],
])("%j", (bounds, says) => {
  expect(surenessSays({ ...bounds, n: 400, employers: 210, right: 300, low: 0.71, high: 0.79 })).toBe(says);
});
