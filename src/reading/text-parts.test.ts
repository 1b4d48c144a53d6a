import { expect, test } from "vitest";
import { makeDocument } from "./layout.ts";
import { bodyOf, textParts } from "./text-parts.ts";

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
