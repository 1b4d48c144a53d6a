import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { engine, read } from "../src/reading/read.ts";
import { findGolden } from "./golden.ts";

// Stored readings are read again only when `engine` changes: a change of readings without one would leave old ones standing.
const file = new URL("readings/engine.json", import.meta.url);
const readings = findGolden().map(({ posting }) => ({ ...read(posting), engine: "" }));
const now = { engine, digest: createHash("sha256").update(JSON.stringify(readings)).digest("hex") };

test("readings change only with the engine's version", () => {
  if (process.env["WRITE_ENGINE"]) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  const written = JSON.parse(readFileSync(file, "utf8")) as typeof now;
  expect(now, "the sample postings are read differently: raise `engine` in src/reading/read.ts, then WRITE_ENGINE=1 npm run unit -- test/engine.test.ts").toEqual(written);
});
