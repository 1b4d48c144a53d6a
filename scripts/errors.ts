// Measures how the reader mistakes one role for another: npm run errors. Writes data/model/errors.json, from which the market's shares are corrected,
// and data/model/confidence.json: how often it was right where it was so sure.
// Labelled postings of data/training/counts.tsv, each read by a model that saw no posting of its employer, and the development set of ../shared read as it is.
// Counts only. To be run again after npm run train: test/errors.test.ts says when.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { grouped } from "../src/lib/grouped.ts";
import { shareOfEmployers } from "../src/market/statistics/share.ts";
import { read } from "../src/reading/read.ts";
import { roleModel } from "../src/reading/role/model.ts";
import { pickRole } from "../src/reading/role/pick.ts";
import { softmax } from "../src/reading/role/score.ts";
import type { Posting } from "../src/terms/posting.ts";
import { roles } from "../src/terms/role.ts";
import { judgeHeldOut } from "./training/check.ts";
import { employerOf } from "./training/count.ts";
import { readExamples, roleNumber } from "./training/examples.ts";

const shared = process.env.STRATA_SHARED ?? "../shared";
const gold = `${shared}/gold`;
const file = "data/model/errors.json";
const sureFile = "data/model/confidence.json";
/** Where the bins of confidence begin: below 0.3 readings are rare, and share one. */
const binStarts = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

if (!existsSync(gold)) {
  process.stderr.write(`measuring the reader's errors needs the labelled postings at ${gold}; set STRATA_SHARED to where they are\n`);
  process.exitCode = 4;
} else measure();

function measure(): void {
  const counts = roles.map(() => roles.map(() => 0));
  const heldOut = judgeHeldOut(readExamples("data/training/counts.tsv", "data/training/word-space.tsv"));
  const judged: Judged[] = [];
  const { temperature } = roleModel();
  for (const { row, scores } of heldOut) {
    counts[row.role]![pickRole(softmax(scores, 1)).role]!++;
    const probabilities = softmax(scores, temperature);
    const { role } = pickRole(probabilities);
    judged.push({ confidence: probabilities[role]!, right: role === row.role, employer: row.group });
  }
  const labels = new Map(lines<{ id: string; role: string }>(`${gold}/dev.jsonl`).map(({ id, role }) => [id, role]));
  const postings = lines<Posting>(`${gold}/dev-postings.jsonl`);
  for (const posting of postings) {
    const { value: role, confidence } = read(posting).role;
    if (role === null) continue;
    counts[roleNumber(labels.get(posting.id!)!)]![roleNumber(role)]!++;
    judged.push({ confidence, right: role === labels.get(posting.id!), employer: employerOf(posting.company ?? posting.id!) });
  }
  const rows = roles.map(({ id }, i) => `    ${JSON.stringify(id)}: [${counts[i]!.join(", ")}]`);
  const model = createHash("sha256").update(readFileSync("data/model/role.json")).digest("hex").slice(0, 16);
  const ids = roles.map(({ id }) => JSON.stringify(id)).join(", ");
  writeFileSync(file, `{\n  "n": ${counts.flat().reduce((sum, n) => sum + n, 0)},\n  "heldOut": ${heldOut.length},\n  "development": ${postings.length},\n  "model": ${JSON.stringify(model)},\n  "roles": [${ids}],\n  "labelled": {\n${rows.join(",\n")}\n  }\n}\n`);
  writeFileSync(sureFile, `${JSON.stringify({ model, bins: binsOf(judged) }, null, 2).replaceAll(/\{\n\s+"from": ([^}]*?)\n\s+\}/g, (_, own: string) => `{ "from": ${own.replaceAll(/\n\s+/g, " ")} }`)}\n`);
  process.stdout.write(`${file}: ${heldOut.length} held out, ${postings.length} of the development set\n`);
}

type Judged = { confidence: number; right: boolean; employer: string };

/** Readings by their confidence, bin by bin: how many, of how many employers, and the part that was right, with an interval that draws employers. */
function binsOf(judged: readonly Judged[]): object[] {
  return binStarts.map((from, i) => {
    const to = binStarts[i + 1] ?? 1;
    const own = judged.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const employers = [...grouped(own, ({ employer }) => employer).values()].map((rows) => ({ hits: rows.filter(({ right }) => right).length, n: rows.length }));
    const share = shareOfEmployers(employers);
    return { from, to, n: own.length, employers: employers.length, right: own.filter(({ right }) => right).length, low: fourDigits(share!.low), high: fourDigits(share!.high) };
  });
}

function fourDigits(value: number): number {
  return Number(value.toFixed(4));
}

function lines<T>(path: string): T[] {
  return readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T);
}
