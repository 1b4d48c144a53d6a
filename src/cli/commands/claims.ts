import { figureText, rangeText } from "../../market/claims/figure.ts";
import type { ClaimRow } from "../../market/claims/ledger.ts";
import { Verdict, verdictRule } from "../../market/claims/verdict.ts";
import { answerCsv } from "../../market/csv.ts";
import type { Answer } from "../../market/questions/answer.ts";
import { questionOf } from "../../market/questions/catalogue.ts";
import { cutFlags } from "../../market/questions/cut.ts";
import { ask } from "../ask.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { sampleLines } from "../market-table.ts";
import { counted, plural } from "../table.ts";
import { hasColour, type Paint, painter, printable } from "../terminal.ts";

export const claimsCommand: Command = {
  verb: "claims",
  about: "Holds what published reports claim of AI hiring against the market: supported, contradicted, not enough data, or not checkable, each with the figure behind it and the command that shows it.",
  usage: ["[options]"],
  options: [
    { name: "since", ...cutFlags.since },
    { name: "json", about: "print JSON, with the query behind each figure" },
    { name: "csv", about: "print CSV" },
    dataOption,
  ],
  examples: [
    ["strata claims", "every claim with its verdict"],
    ["strata claims --json", "with intervals, reasons and SQL"],
  ],
  ends: [exit.unavailable, exit.held],
  run: answer,
};

async function answer(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length > 0) throw new UsageError(`takes options only, not "${given.operands.join(" ")}"`);
  if (given.is("json") && given.is("csv")) throw new UsageError("give one of --json and --csv");
  const since = given.one("since");
  const { answer: found, notices } = await ask("claims", since === null ? {} : { since }, dataDir(given, shell));
  for (const notice of notices) shell.err.write(`strata claims: ${notice}\n`);
  if (given.is("json")) await put(shell.out, `${JSON.stringify(found, null, 2)}\n`);
  else if (given.is("csv")) await put(shell.out, answerCsv(questionOf("claims"), found));
  else await put(shell.out, `${ledgerText(found as Answer<ClaimRow>, painter(hasColour(shell)))}\n`);
  return exit.ok;
}

const marks: Record<Verdict, string> = { supported: "✓", contradicted: "✗", "not enough data": "?", "not checkable": "–" };

/** The ledger for people: by verdict, each claim with its figure, what stands behind it, and why. */
function ledgerText(found: Answer<ClaimRow>, paint: Paint): string {
  const parts = Verdict.options.flatMap((verdict) => {
    const rows = found.rows.filter((row) => row.verdict === verdict);
    return rows.length === 0 ? [] : [paint(`${marks[verdict]} ${verdict}: ${plural(rows.length, "claim")}`, "bold"), "", ...rows.flatMap((row) => [...claimLines(row, paint), ""])];
  });
  return [...sampleLines(found, paint), `${paint("Claims", "bold")} · ${plural(found.postings, "vacancy")} of ${plural(found.employers, "employer")}`, "", ...parts, paint(verdictRule, "faint")].join("\n");
}

function claimLines(row: ClaimRow, paint: Paint): string[] {
  const claimed = rangeText(row);
  const behind = row.n === null ? "" : `, n = ${counted(row.n)} of ${plural(row.employers ?? 0, "employer")}`;
  const figure = row.value === null ? [] : [`${figureText(row)}${behind}${claimed === null ? "" : `; claimed ${claimed}`}`];
  const faint = [row.because, row.note, row.takenAs === null ? null : `taken as: ${row.takenAs}`, row.command].flatMap((line) => line ?? []);
  return [...wrapped(`${row.says} (${row.source.publisher ?? row.source.title})`, "  "), ...figure.flatMap((line) => wrapped(line, "    ")), ...faint.flatMap((line) => wrapped(line, "    ")).map((line) => paint(line, "faint"))];
}

function wrapped(text: string, before: string, width = 80): string[] {
  const lines = [""];
  for (const word of printable(text).split(" ")) {
    const last = lines.at(-1)!;
    if (last === "") lines[lines.length - 1] = word;
    else if (before.length + last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => before + line);
}
