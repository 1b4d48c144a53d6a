import { expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

it.each([
  ['{"id": 12345678901234567890}', { id: "12345678901234567890" }],
  ['{"id":9007199254740993,"a":[{"id" : 1234567890123456 }]}', { id: "9007199254740993", a: [{ id: "1234567890123456" }] }],
  ['{"id": 42}', { id: 42 }],
  ['{"text": "an \\"id\\": 12345678901234567890, in words"}', { text: 'an "id": 12345678901234567890, in words' }],
  ['["id", 1e20]', ["id", 1e20]],
  ['{"id": 100000000000000000000.0}', { id: 1e20 }],
])("parses %s", (json, value) => {
  expect(parseJson(json)).toEqual(value);
});

it("fails as JSON.parse does", () => {
  expect(() => parseJson('{"id": 12345678901234567890')).toThrow(SyntaxError);
});
