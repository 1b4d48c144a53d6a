// Accuracy on the labelled development set: npm run accuracy. Its judge is ../shared/tools/score.mjs; without ../shared there is nothing to score.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import { calibrationText } from "./calibration.ts";
import { shared } from "./corpus.ts";

const gold = `${shared}/gold/dev.jsonl`;
if (!existsSync(gold)) {
  process.stderr.write(`accuracy needs the labelled postings at ${shared}/gold; set STRATA_SHARED to where they are\n`);
  process.exitCode = 4;
} else {
  const folder = mkdtempSync(join(tmpdir(), "strata-accuracy-"));
  const readings = join(folder, "readings.jsonl");
  const found = linesOf(`${shared}/gold/dev-postings.jsonl`).map((line) => read(JSON.parse(line) as Posting));
  writeFileSync(readings, found.map((reading) => JSON.stringify(reading)).join("\n"));
  process.exitCode = spawnSync(process.execPath, [`${shared}/tools/score.mjs`, gold, readings, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;
  rmSync(folder, { recursive: true });
  const roles = new Map(linesOf(gold).map((line) => JSON.parse(line) as { id: string; role: string }).map(({ id, role }) => [id, role]));
  const told = found.filter(({ role }) => role.value !== null);
  if (!process.argv.includes("--json")) process.stdout.write(calibrationText(told.map(({ id, role }) => ({ confidence: role.confidence, right: role.value === roles.get(id!) }))));
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}
