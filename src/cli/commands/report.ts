import { existsSync } from "node:fs";
import { join } from "node:path";
import { Region } from "../../terms/place.ts";
import { quarterOf } from "../../report/quarter.ts";
import { inTheWay, type ReportForm, reportForms, writeReport } from "../../report/write-report.ts";
import { type Command, dataDir, dataOption, type Given, type Shell, Unavailable, UsageError } from "../command.ts";
import { exit } from "../exit.ts";

export const reportCommand: Command = {
  verb: "report",
  about: "Writes a report of the market for a quarter and some regions: demand, regions side by side, pay and what adds to it, skills, time open, published claims; every figure with its n, its interval and its query.",
  usage: ["--quarter 2025Q4 [options]"],
  options: [
    { name: "quarter", value: "QUARTER", about: "the quarter it looks at, as in 2025Q4" },
    { name: "regions", value: "REGION", many: true, choices: Region.options, about: `the regions it looks at, side by side (else all as one): ${Region.options.join(", ")}` },
    { name: "format", value: "FORM", many: true, choices: reportForms, about: `md, html, pdf (else all three)` },
    { name: "out", short: "o", value: "DIR", about: "where the report's folder is put (else here)" },
    dataOption,
  ],
  examples: [
    ["strata report --quarter 2025Q4 --regions us,uk", "into market-2025Q4-us-uk: report.md, .html, .pdf; whatever else stands there stays"],
    ["strata report --quarter 2025Q4 --format pdf -o reports", "the PDF alone"],
  ],
  ends: [exit.unavailable, exit.held],
  run: write,
};

async function write(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length > 0) throw new UsageError(`takes options only, not "${given.operands.join(" ")}"`);
  const named = given.one("quarter");
  if (named === null) throw new UsageError("give the quarter: --quarter 2025Q4");
  const quarter = quarterOf(named);
  if (quarter === null) throw new UsageError(`--quarter ${named}: a quarter is written as in 2025Q4`);
  const regions = listed(given, "regions") as Region[];
  const asked = listed(given, "format") as ReportForm[];
  const forms = asked.length === 0 ? reportForms : asked;
  const out = given.one("out") ?? ".";
  const name = ["market", quarter.name, ...regions].join("-");
  const blocked = inTheWay(forms, out, name);
  if (blocked !== null) throw new Unavailable(blockedText(blocked, out));
  const [{ openMarket }, { makeReport }] = await Promise.all([import("../../market/store.ts"), import("../../report/make-report.ts")]);
  const market = await openMarket(dataDir(given, shell), { verb: "report", readOnly: true });
  try {
    const report = await makeReport(market, { quarter, regions });
    const ofQuarter = report.sources.filter(({ command }) => command.includes(`--since ${quarter.since} --until ${quarter.until}`));
    if (ofQuarter.every(({ postings }) => postings === 0)) throw new Unavailable(`No AI vacancy of ${quarter.since} to ${quarter.until}${regions.length === 0 ? "" : ` in ${regions.join(", ")}`} stands in this market: nothing is written. Months that hold some: strata market demand --by month`);
    const folder = await placed(() => writeReport(report, forms, out, name), out);
    for (const form of forms) shell.out.write(`${join(folder, `report.${form}`)}\n`);
    const left = reportForms.filter((form) => !forms.includes(form)).map((form) => `report.${form}`).filter((file) => existsSync(join(folder, file)));
    if (left.length > 0) shell.err.write(`strata report: not of this run, and left as it was: ${left.join(", ")}\n`);
    return exit.ok;
  } finally {
    await market.close();
  }
}

/** What stands where the report would, and the way out. */
function blockedText({ path, is }: { path: string; is: "file" | "directory" }, out: string): string {
  if (is === "directory") return `${path} is a directory, where the report has a file. Move it away, or give another directory with -o DIR.`;
  return `${path} is a file, not a directory. ${path === out ? "Give a directory" : "Move it away, or give another directory"} with -o DIR.`;
}

function listed(given: Given, name: string): string[] {
  return [...new Set(given.all(name).flatMap((words) => words.split(",").map((word) => word.trim())).filter((word) => word !== ""))];
}

async function placed<T>(work: () => Promise<T>, out: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new Unavailable(`The report cannot be written under ${out} (${code}). No file there is half written: each is the old one or the new one. Give another directory with -o DIR.`, { cause: error });
  }
}
