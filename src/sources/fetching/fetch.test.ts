import { expect, test } from "vitest";
import { bodyText } from "./fetch.ts";

// "5 € – ü"
const windows = Buffer.from([0x35, 0x20, 0x80, 0x20, 0x96, 0x20, 0xfc]);

test.each([
  ["text/html; charset=windows-1252", windows],
  ["text/html; charset=ISO-8859-1", windows],
  ["text/html; charset=utf-8", windows],
  ["text/html", windows],
  ["text/html; charset=iso-8859-15", Buffer.from([0x35, 0x20, 0xa4, 0x20, 0x2d, 0x20, 0xfc])],
  ["text/html; charset=iso-8859-1", Buffer.from("5 € – ü")],
])("a body that is said to be %s", (type, body) => {
  expect(bodyText(body, type).replace("-", "–")).toBe("5 € – ü");
});
