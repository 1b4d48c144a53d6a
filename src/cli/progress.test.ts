import { Readable, Writable } from "node:stream";
import { expect, it } from "vitest";
import { Progress } from "./progress.ts";

function told(isTTY: boolean): { progress: Progress; drawn: string[]; later: () => void } {
  let ms = 0;
  const drawn: string[] = [];
  const err = Object.assign(new Writable({ decodeStrings: false, write: (part, _, done) => (drawn.push(String(part)), done()) }), { isTTY });
  return { progress: new Progress({ in: Readable.from([]), out: err, err, env: {}, now: () => new Date(ms) }, 100), drawn, later: () => void (ms += 6000) };
}

it("says in a log once what has been read, however long the next posting takes", () => {
  const { progress, drawn, later } = told(false);
  for (const bytes of [50, 50, 50, 100]) {
    later();
    progress.update(bytes, bytes / 50);
  }
  progress.end(100, 2);
  expect(drawn.map((line) => line.split(" · ").slice(0, 2).join(" · "))).toEqual(["50 % · 1 posting", "100 % · 2 postings"]);
});

it("draws the last count once", () => {
  const { progress, drawn, later } = told(true);
  later();
  progress.update(100, 1);
  progress.end(100, 1);
  progress.clear();
  expect(drawn.filter((line) => line.includes("100 % · 1 posting"))).toHaveLength(1);
});
