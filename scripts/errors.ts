// Measures how the reader mistakes one role for another: npm run errors. Writes data/model/errors.json, from which the market's shares are corrected.
// Labelled postings of data/training/counts.tsv, each read by a model that saw no posting of its employer, and the development set of ../shared read as it is.
// Counts only. To be run again after npm run train: test/errors.test.ts says when.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { read } from "../src/reading/read.ts";
import { pickRole } from "../src/reading/role/pick.ts";
import { softmax } from "../src/reading/role/score.ts";
import type { Posting } from "../src/terms/posting.ts";
import { roles } from "../src/terms/role.ts";
import { judgeHeldOut } from "./training/check.ts";
import { readExamples, roleNumber } from "./training/examples.ts";

const shared = process.env.STRATA_SHARED ?? "../shared";
const gold = `${shared}/gold`;
const file = "data/model/errors.json";

if (!existsSync(gold)) {
  process.stderr.write(`measuring the reader's errors needs the labelled postings at ${gold}; set STRATA_SHARED to where they are\n`);
  process.exitCode = 4;
} else measure();

function measure(): void {
  const counts = roles.map(() => roles.map(() => 0));
  const heldOut = judgeHeldOut(readExamples("data/training/counts.tsv"));
  for (const { row, scores } of heldOut) counts[row.role]![pickRole(softmax(scores, 1)).role]!++;
  const labels = new Map(lines<{ id: string; role: string }>(`${gold}/dev.jsonl`).map(({ id, role }) => [id, role]));
  const postings = lines<Posting>(`${gold}/dev-postings.jsonl`);
  for (const posting of postings) {
    const role = read(posting).role.value;
    if (role !== null) counts[roleNumber(labels.get(posting.id!)!)]![roleNumber(role)]!++;
  }
  const rows = roles.map(({ id }, i) => `    ${JSON.stringify(id)}: [${counts[i]!.join(", ")}]`);
  const model = createHash("sha256").update(readFileSync("data/model/role.json")).digest("hex").slice(0, 16);
  const ids = roles.map(({ id }) => JSON.stringify(id)).join(", ");
  writeFileSync(file, `{\n  "n": ${counts.flat().reduce((sum, n) => sum + n, 0)},\n  "heldOut": ${heldOut.length},\n  "development": ${postings.length},\n  "model": ${JSON.stringify(model)},\n  "roles": [${ids}],\n  "labelled": {\n${rows.join(",\n")}\n  }\n}\n`);
  process.stdout.write(`${file}: ${heldOut.length} held out, ${postings.length} of the development set\n`);
}

function lines<T>(path: string): T[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T);
}
