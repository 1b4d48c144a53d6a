import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

const file = "bench/results.json";

/** On what a figure was measured. */
export function measuredOn(now = new Date()): { date: string; machine: string } {
  return { date: now.toISOString().slice(0, 10), machine: `${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}` };
}

/** Puts the figures of one benchmark into the file of all, and prints them; what other benchmarks wrote stays. */
export function keepResults(figures: Record<string, unknown>): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...figures }, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
