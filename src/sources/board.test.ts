import { expect, test } from "vitest";
import { boards } from "./boards.ts";
import { checked, fromBoard } from "./board.ts";

test.each<[string, unknown, string]>([
  ["a number for a title", { title: 3, description_text: "x" }, "title: a text is wanted, a number came"],
  ["a list for a place", { title: "A", location: ["x"], description_text: "x" }, '"A": location: a text is wanted, a list came'],
  ["a text for yes or no", { title: "A", remote: "yes", description_text: "x" }, '"A": remote: true or false is wanted, a text came'],
  ["an id of another kind", { id: {}, description_text: "x" }, "id: another kind of value is wanted, an object came"],
])("%s is told in our words", (_, value, detail) => {
  expect(checked(value, "line 1", null)).toEqual({ problem: { where: "line 1", reason: "a field of the wrong kind", detail } });
});

test("so is a posting that is not as its board writes one", () => {
  expect(fromBoard(boards.lever, { id: "1", text: "A", categories: {}, lists: [{ text: 3 }] }, "posting 1")).toEqual({ problem: { where: "posting 1", reason: "not as Lever writes a posting", detail: "lists.0.text: a text is wanted, a number came" } });
  expect(fromBoard(boards.lever, { text: "A" }, "posting 1")).toEqual({ problem: { where: "posting 1", reason: "not as Lever writes a posting", detail: "id: a text is wanted, nothing came" } });
});
