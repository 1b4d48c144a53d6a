import { expect, test } from "vitest";
import { nearest, nearestOf } from "./nearest.ts";

const verbs = ["read", "brief", "import", "market", "completion"];

test.each([
  ["imprt", "import"],
  ["raed", "read"],
  ["comp", "completion"],
  ["mrket", "market"],
  ["xyz", null],
  ["re", null],
])("%j meant %j", (word, meant) => {
  expect(nearest(word, verbs)).toBe(meant);
});

test("those that differ least, and none that differs in more than a third", () => {
  expect(nearestOf("pyhton", ["pytorch", "jython", "python", "go"])).toEqual(["python"]);
  expect(nearestOf("kube", ["kubernetes", "cube", "kubeflow", "rust"])).toEqual(["kubernetes", "kubeflow"]);
  expect(nearestOf("kafak", ["karma", "kafka", "kafra"])).toEqual(["kafka"]);
  expect(nearestOf("cat", ["bat", "cats", "dog"])).toEqual(["bat", "cats"]);
  expect(nearestOf("python", ["go", "rust"])).toEqual([]);
  expect(nearestOf("x".repeat(200), ["python"])).toEqual([]);
});
