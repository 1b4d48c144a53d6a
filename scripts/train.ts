// Trains the role model: npm run train. Reads data/training/counts.tsv (feature counts and labels), writes data/model/role.json.
// npm run train -- --count   first counts the features again, from the labelled postings of ../shared and data/training
// npm run train -- --check   five-fold cross-validation by employer as well, and the temperature that calibrates it; else the last one is kept
import { writeFileSync } from "node:fs";
import { roleWeights } from "../src/reading/role/weights.ts";
import { roles } from "../src/terms/role.ts";
import { countExamples } from "./training/count.ts";
import { crossValidate } from "./training/check.ts";
import { readExamples, writeExamples } from "./training/examples.ts";
import { trainWeights } from "./training/fit.ts";

const countsFile = "data/training/counts.tsv";
const flags = new Set(process.argv.slice(2));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (flags.has("--count")) writeExamples(countsFile, countExamples());
const examples = readExamples(countsFile);
say(`${examples.rows.length} postings, ${examples.names.length} features`);
const temperature = flags.has("--check") ? crossValidate(examples, say) : roleWeights.temperature;
const weights = trainWeights(examples, examples.rows.filter(({ set }) => set !== "held"));
const features = Object.fromEntries(
  examples.names.flatMap((name, n) => {
    const row = roles.map((_, role) => Math.round(100 * weights[n * roles.length + role]!));
    return row.some((weight) => weight !== 0) ? [[name, row]] : [];
  }),
);
const lines = Object.entries(features).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(",")}]`);
writeFileSync("data/model/role.json", `{\n  "roles": ${JSON.stringify(roles.map(({ id }) => id))},\n  "temperature": ${temperature},\n  "features": {\n${lines.join(",\n")}\n  }\n}\n`);
say(`data/model/role.json: ${lines.length} features with a weight`);
