// Accuracy on the labelled development set: npm run accuracy. Its judge is ../shared/tools/score.mjs; without ../shared there is nothing to score.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import { shared } from "./corpus.ts";

const gold = `${shared}/gold/dev.jsonl`;
if (!existsSync(gold)) {
  process.stderr.write(`accuracy needs the labelled postings at ${shared}/gold; set STRATA_SHARED to where they are\n`);
  process.exitCode = 4;
} else {
  const folder = mkdtempSync(join(tmpdir(), "strata-accuracy-"));
  const readings = join(folder, "readings.jsonl");
  const lines = readFileSync(`${shared}/gold/dev-postings.jsonl`, "utf8").split("\n").filter(Boolean);
  writeFileSync(readings, lines.map((line) => JSON.stringify(read(JSON.parse(line) as Posting))).join("\n"));
  process.exitCode = spawnSync(process.execPath, [`${shared}/tools/score.mjs`, gold, readings, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
  rmSync(folder, { recursive: true });
}
