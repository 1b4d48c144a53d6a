// Accuracy on labelled postings: npm run accuracy [-- --labelled | --html [FILE] | options of score.mjs].
// The development set's judge is ../shared/tools/score.mjs; without ../shared there is nothing to score.
import { existsSync } from "node:fs";
import { shared } from "./corpus.ts";
import { scoreDevelopment } from "./development.ts";
import { scoreLabelled } from "./labelled/labelled.ts";
import { usualPage, writePage } from "./page/page.ts";

const options = process.argv.slice(2);
if (!existsSync(`${shared}/gold/dev.jsonl`)) {
  process.stderr.write(`accuracy needs the labelled postings at ${shared}/gold; set STRATA_SHARED to where they are\n`);
  process.exitCode = 4;
} else if (options.includes("--labelled")) scoreLabelled();
else if (options.includes("--html")) await writePage(options[options.indexOf("--html") + 1] ?? usualPage);
else process.exitCode = scoreDevelopment(options);
