import { expect, test } from "vitest";
import { makeDocument } from "./layout.ts";
import { bodyOf, describes, textParts } from "./text-parts.ts";

test("what they say of themselves", () => {
  expect(textParts("ML Engineer\n\nBerlin\n\nTrain.").bodyStart).toBe(21);
  expect(bodyOf("ML Engineer\n\nBerlin\n\nTrain.")).toBe("Train.");
});

test.each([
  { title: "ML Engineer", location: "Berlin", description_text: "Train.\n\nServe." },
  { title: "", location: "", description_text: "Train." },
  { title: "A\n\nB", location: null, description_text: "" },
])("they are where the reader begins: %j", (posting) => {
  const { text, bodyStart } = makeDocument(posting);
  expect(textParts(text).bodyStart).toBe(bodyStart);
});

test.each([
  ["ML Engineer\n\nBerlin\n\nTrain.", true],
  ["\n\n\n\nTrain.", true],
  ["ML Engineer\n\n\n\nML Engineer. Train.", true],
  ["ML Engineer\n\n\n\nML Engineer", false],
  ["ML Engineer\n\n\n\n# **ML Engineer**\n", false],
  ["ML Engineer\n\nBerlin\n\n \n", false],
  ["\n\n\n\n", false],
])("%j describes something: %s", (text, expected) => expect(describes(text)).toBe(expected));

test("a line of marks that is no end of its text is looked at once, however long", () => {
  expect(describes(`ML Engineer\n\n\n\nTrain ${"_".repeat(300_000)} models`)).toBe(true);
});
