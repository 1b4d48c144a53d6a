import { expect, it } from "vitest";
import { read } from "../reading/read.ts";
import { markedText } from "./marked-text.ts";
import { painter } from "./terminal.ts";

it.each(["7", "模"])("wraps a long text without spaces (%s)", (sign) => {
  const reading = { ...read({ description_text: "x" }), text: sign.repeat(8_000_000) };
  const lines = markedText(reading, { paint: painter(false), width: 40, marks: true }).split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(200_000);
  expect(lines.join("")).toBe(reading.text);
});
