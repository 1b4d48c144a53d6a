import { expect, test } from "vitest";
import { employerWords } from "./employers.ts";

test.each([
  ["0", "here none counts for less than it posts."],
  ["1", "here 1 counts for less than it posts."],
  ["1,200", "here 1,200 count for less than they post."],
])("of %s employers that are capped", (n, says) => {
  expect(employerWords.list.capped(n, "10\u00a0%").split("; ")[1]).toBe(says);
});
