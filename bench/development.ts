import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import type { Reading } from "../src/terms/reading.ts";
import type { Role } from "../src/terms/role.ts";
import { calibrationText } from "./calibration.ts";
import { shared } from "./corpus.ts";

export const goldFile = `${shared}/gold/dev.jsonl`;

export type Label = { id: string; role: Role; alt_role: Role | null; layer: string; pay: unknown[]; mix: object | null; skills: { both?: boolean }[]; also?: { role?: Role } };

export function labels(): Label[] {
  return linesOf(goldFile).map((line) => JSON.parse(line) as Label);
}

export function postings(): Posting[] {
  return linesOf(`${shared}/gold/dev-postings.jsonl`).map((line) => JSON.parse(line) as Posting);
}

/** Prints the judge's table and how honest confidence is; the answer is the judge's exit code. */
export function scoreDevelopment(options: readonly string[]): number {
  const found = postings().map((posting) => read(posting));
  const { status, stdout } = judge(found, options);
  process.stdout.write(stdout);
  const roles = new Map(labels().map(({ id, role }) => [id, role]));
  const told = found.filter(({ role }) => role.value !== null);
  if (!options.includes("--json")) process.stdout.write(calibrationText(told.map(({ id, role }) => ({ confidence: role.confidence, right: role.value === roles.get(id!) }))));
  return status;
}

/** Runs score.mjs over readings. */
export function judge(found: readonly Reading[], options: readonly string[]): { status: number; stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), "strata-accuracy-"));
  const readings = join(folder, "readings.jsonl");
  writeFileSync(readings, found.map((reading) => JSON.stringify(reading)).join("\n"));
  const { status, stdout } = spawnSync(process.execPath, [`${shared}/tools/score.mjs`, goldFile, readings, ...options], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  rmSync(folder, { recursive: true });
  return { status: status ?? 1, stdout };
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}
