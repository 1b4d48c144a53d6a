import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { judgeDegree, judgeGeography, judgeLevel, judgePay, judgeRows, judgeSponsorship, judgeYears, type Judge } from "./fields.ts";
import type { Judged } from "./rows.ts";
import { looseF1, scoreSkillSpan } from "./skillspan.ts";

/** Where a set's label is wrong: its row (a line of its file, from 1) and why. Rows and reasons only: the texts are others'. */
type WrongLabels = Record<string, Record<string, string>>;
type LabelledSet = { name: string; target: number; judge: () => Judged[] };

/** Quotes real postings: git ignores the folder. */
const listed = ".strata/labelled-disagreements.txt";
const reviewed = "bench/labelled/wrong-labels.json";

const ENGLISH = 0.95;
const OTHERS = 0.9;
const sets: readonly LabelledSet[] = [
  ...inLanguages("salary", judgePay),
  ...inLanguages("yoe", judgeYears),
  ...inLanguages("degree", judgeDegree),
  { name: "level", target: ENGLISH, judge: () => judgeRows("level.jsonl", judgeLevel) },
  { name: "geo", target: ENGLISH, judge: () => judgeRows("geo.jsonl", judgeGeography) },
  { name: "sponsorship", target: ENGLISH, judge: () => judgeRows("sponsorship.jsonl", judgeSponsorship) },
];

/** Scores the single-field sets, prints a line a set and writes every disagreement to a file. */
export function scoreLabelled(): void {
  const wrong = JSON.parse(readFileSync(reviewed, "utf8")) as WrongLabels;
  const disagreements: string[] = [];
  const lines = [line("set", "by their labels", "n", "wrong labels put aside", "n", "target")];
  for (const { name, target, judge } of sets) {
    const judged = judge();
    const kept = judged.filter(({ row }) => wrong[name]?.[row] === undefined);
    const goal = `≥ ${percent(target)}${share(judged) < target ? (share(kept) < target ? ", not met" : ", met without wrong labels") : ""}`;
    lines.push(line(name, percent(share(judged)), judged.length, percent(share(kept)), kept.length, goal));
    for (const { row, right, wanted, got, excerpt } of judged) {
      if (!right) disagreements.push(`${name}:${row}\twanted ${wanted}\tgot ${got}${wrong[name]?.[row] === undefined ? "" : `\tTHEIR LABEL: ${wrong[name][row]}`}\n    ${excerpt}`);
    }
  }
  const spans = scoreSkillSpan("skillspan_tech_dev.conll");
  lines.push(
    "",
    `SkillSpan tech dev, knowledge: loose F1 ${looseF1(spans).toFixed(3)} (target ≥ .70), precision ${(spans.foundRight / spans.found).toFixed(3)} of ${spans.found}, recall ${(spans.labelledMet / spans.labelled).toFixed(3)} of ${spans.labelled}, ${spans.sentences} sentences`,
  );
  disagreements.push("", "SkillSpan, labelled and not found", ...spans.misses.toSorted(), "", "SkillSpan, found and not labelled", ...spans.extras.toSorted());
  mkdirSync(dirname(listed), { recursive: true });
  writeFileSync(listed, `${disagreements.join("\n")}\n`);
  process.stdout.write(`${lines.join("\n")}\nevery disagreement: ${listed}; wrong labels: ${reviewed}\n`);
}

/** A field's sets: English, and three other languages. */
function inLanguages<Row>(field: string, judge: Judge<Row>): LabelledSet[] {
  return ["", "de_", "fr_", "es_"].map((language) => ({ name: `${language}${field}`, target: language === "" ? ENGLISH : OTHERS, judge: () => judgeRows(`${language}${field}.jsonl`, judge) }));
}

function share(judged: readonly Judged[]): number {
  return judged.filter(({ right }) => right).length / judged.length;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

function line(...cells: (string | number)[]): string {
  const widths = [14, 16, 5, 24, 5, 0];
  return cells.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!))).join("  ").trimEnd();
}
