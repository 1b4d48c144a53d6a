import { expect, it } from "vitest";
import { type DocumentKind, kindOf } from "./kind.ts";

it.each<[string, string, DocumentKind | null]>([
  ["a PDF", "%PDF-1.7\n%âãÏÓ", "pdf"],
  ["one behind a byte order mark", "ï»¿%PDF-1.7", "pdf"],
  ["one behind spaces", " \r\n\t %PDF-1.7", "pdf"],
  ["one behind what a printer is told", "\u001b%-12345X@PJL JOB\r\n@PJL SET COPIES=1\r\n%PDF-1.4", "pdf"],
  ["one that begins beyond the first kilobyte", `${"x".repeat(1030)}\n%PDF-1.4`, null],
  ["a text that speaks of one", "Data Engineer\n\nParse files that begin with %PDF-1.4 or %PDF-2.0.", null],
  ["a Word file", "PK\u0003\u0004\u0014", "zip"],
  ["RTF", "{\\rtf1", "rtf"],
])("%s", (_, head, kind) => {
  expect(kindOf(Buffer.from(head, "latin1"))).toBe(kind);
});
