import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { answerCsv } from "../../market/csv.ts";
import type { Answer } from "../../market/questions/answer.ts";
import { questionNames, questionOf, type QuestionName } from "../../market/questions/catalogue.ts";
import { sqlWithValues } from "../../market/questions/sql.ts";
import { absentText } from "../../terms/market-name.ts";
import { ask } from "../ask.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, Unavailable, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { askedOf, questionOptions } from "../market-options.ts";
import { isUnfiltered, marketTable } from "../market-table.ts";
import { nearest } from "../../lib/nearest.ts";
import { hasColour, painter } from "../terminal.ts";

const forms = ["json", "csv", "sql"] as const;

export const marketCommand: Command = {
  verb: "market",
  about: "Answers from the market. Every figure stands with the number of vacancies and employers behind it.",
  usage: ["[QUESTION] [options]"],
  operands: { name: "Questions", list: questionNames.map((name) => [name, questionOf(name).about]) },
  options: [
    ...questionOptions(),
    { name: "json", about: "print JSON, with the query behind it" },
    { name: "csv", about: "print CSV" },
    { name: "parquet", value: "FILE", about: "write the rows to a Parquet file" },
    { name: "sql", about: "print the query of the answer, with its values, to run it yourself" },
    dataOption,
  ],
  examples: [
    ["strata market", "roles: vacancies, employers, share, pay, top skills"],
    ["strata market skills --layer evaluation --country US,GB", "what evaluation work asks for in two countries"],
    ["strata market pay --by seniority --role ml-engineer --currency EUR", "pay of one role by level"],
    ["strata market roles --since 2025-10-01 --csv > roles.csv", "for a spreadsheet"],
  ],
  ends: [exit.unavailable, exit.held],
  run: answer,
};

async function answer(given: Given, shell: Shell): Promise<number> {
  const question = questionIn(given.operands);
  if (["parquet", ...forms].filter((form) => given.is(form) || given.one(form) !== null).length > 1) throw new UsageError("give one of --json, --csv, --parquet and --sql");
  const file = given.one("parquet");
  if (file !== null) refuseNoFile(file);
  const { answer: found, notices } = await ask(question, askedOf(given, question), dataDir(given, shell));
  for (const notice of [...notices, ...found.absent.map(absentText)]) shell.err.write(`strata market: ${notice}\n`);
  if (file !== null) return await intoParquet(file, question, found, shell);
  await put(shell.out, await textOf(given, question, found, shell));
  return exit.ok;
}

/** How many postings the whole market has, of whatever work. */
async function postingsHeld(dir: string, shell: Shell): Promise<number> {
  const { openDoor } = await import("../sources-door.ts");
  const door = await openDoor(dir, shell, { verb: "market", readOnly: true });
  try {
    return (await door.list()).reduce((sum, { postings }) => sum + postings, 0);
  } finally {
    await door.close();
  }
}

function questionIn([name = "roles", ...more]: string[]): QuestionName {
  if (more.length > 0) throw new UsageError(`ask one question, not "${[name, ...more].join(" ")}"`);
  if (questionNames.includes(name as QuestionName)) return name as QuestionName;
  const meant = nearest(name, questionNames);
  throw new UsageError(`there is no question "${name}"${meant === null ? `; ask for one of ${questionNames.join(", ")}` : `; did you mean "strata market ${meant}"?`}`);
}

async function textOf(given: Given, name: QuestionName, found: Answer<unknown>, shell: Shell): Promise<string> {
  if (given.is("json")) return `${JSON.stringify(found, null, 2)}\n`;
  if (given.is("csv")) return answerCsv(questionOf(name), found);
  if (given.is("sql")) return `${sqlWithValues(found)}\n`;
  const held = found.postings === 0 && isUnfiltered(found) ? await postingsHeld(dataDir(given, shell), shell) : null;
  return `${marketTable(questionOf(name), found, painter(hasColour(shell)), held)}\n`;
}

/** Before the market is asked, which may take its time. */
function refuseNoFile(file: string): void {
  const folder = dirname(resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) throw new Unavailable(`${file} is a directory. Give a file with --parquet FILE.`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Unavailable(`${file} cannot be written: there is no directory ${folder}. Make it, or give another file with --parquet FILE.`);
}

async function intoParquet(file: string, name: QuestionName, found: Answer<unknown>, shell: Shell): Promise<number> {
  const { writeParquet } = await import("../../market/parquet.ts");
  await writeParquet(file, questionOf(name).columns, found.rows);
  shell.err.write(`strata market: ${found.rows.length} rows written to ${file}\n`);
  return exit.ok;
}
