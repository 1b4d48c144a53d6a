import { expect, test } from "vitest";
import { decodeWindows1252 } from "./windows-1252.ts";

test("the signs of Windows-1252 that are controls in Latin-1 are themselves", () => {
  const bytes = Buffer.from([0x36, 0x30, 0x20, 0x80, 0x20, 0x96, 0x20, 0x37, 0x30, 0x20, 0x80, 0x20, 0x84, 0x46, 0xfc, 0x72, 0x93, 0x9c, 0x81, 0x9f]);
  expect(decodeWindows1252(bytes)).toBe("60 € – 70 € „Für“œ\u0081Ÿ");
  expect(decodeWindows1252(Buffer.alloc(0))).toBe("");
});
