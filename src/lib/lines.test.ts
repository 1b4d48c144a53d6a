import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lines, wholeLines } from "./lines.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string, cut: number, limit: number, piece: number): Promise<string[]> {
  const found: string[] = [];
  for await (const lines of wholeLines(inPieces(Buffer.from(text), cut), limit, piece)) found.push(...told(lines));
  return found;
}

function told(lines: Lines): string[] {
  if ("tooLong" in lines) return [`${lines.tooLong}: too long`];
  const split = Buffer.from(lines.bytes).toString().split("\n");
  if (split.at(-1) === "") split.pop();
  return split.map((line, i) => `${lines.firstLine + i}: ${line}`);
}

/** The slow twin: splits the whole text. */
function slowLines(text: string, limit: number): string[] {
  const split = text.split("\n");
  if (split.at(-1) === "") split.pop();
  return split.map((line, i) => (Buffer.byteLength(line) > limit ? `${i + 1}: too long` : `${i + 1}: ${line}`));
}

describe("wholeLines", () => {
  it("numbers lines and skips the long one", async () => {
    expect(await linesOf("a\nbbbbbbbb\nc", 3, 5, 4)).toEqual(["1: a", "2: too long", "3: c"]);
  });

  it("gives nothing for an empty stream", async () => {
    expect(await linesOf("", 1, 5, 5)).toEqual([]);
  });

  it("agrees with its slow twin wherever the stream is cut", async () => {
    const text = fc.array(fc.constantFrom("a", "bb", "é", "\n", "\n\n", "0123456789"), { maxLength: 40 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), async (all, cut, limit, piece) => {
        expect(await linesOf(all, cut, limit, piece)).toEqual(slowLines(all, limit));
      }),
      { numRuns: 2000 },
    );
  });
});
