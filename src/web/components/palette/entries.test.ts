import { expect, test } from "vitest";
import { type Entry, find, pageEntries, roleEntries } from "./entries.ts";

const action: Entry = { group: "actions", id: "keys", name: "Show all keys", act: "keys" };
const all = [...pageEntries, ...roleEntries, action];
const names = (query: string) => find(all, query).map(({ name }) => name);

test("without a query: where one can go, and what can be done", () => {
  expect(names("  ")).toEqual([...pageEntries.map(({ name }) => name), "Show all keys"]);
});

test("every word has to be there, in any order and case", () => {
  expect(names("ENGINEER ml")).toEqual(["ML platform engineer", "ML engineer"]);
  expect(names("engineer mll")).toEqual([]);
  expect(names("kéys")).toEqual(["Show all keys"]);
});

test("names that begin with it come first, and no group has more than six", () => {
  expect(names("eval")[0]).toBe("Evaluation engineer");
  expect(names("engineer").length).toBe(6);
});
