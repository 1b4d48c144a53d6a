import { expect, test } from "vitest";
import { skillNamed } from "./skill-names.ts";

test.each([
  ["python", "python"],
  ["Python", "python"],
  ["c++", "cpp"],
  ["cpp", "cpp"],
  ["golang", "go"],
  ["C", "c-language"],
  ["kafka", "kafka"],
  ["pyhton", null],
  ["", null],
  ["software", null],
])("%j is the skill %j", (called, id) => {
  expect(skillNamed(called)?.id ?? null).toBe(id);
});
