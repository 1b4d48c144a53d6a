import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type FigureId, figureIds, type Report } from "./document.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";

export const reportForms = ["md", "html", "pdf"] as const;
export type ReportForm = (typeof reportForms)[number];

/**
 * Writes a report into the folder `under/name`: all of it is made beside its place first, then each file is moved there, whole or not at all. Only files that a report writes are replaced, and figures that this one no
 * longer has removed; whatever else stands there is left alone, a form of an earlier report too. The folder's path.
 */
export async function writeReport(report: Report, forms: readonly ReportForm[], under: string, name: string): Promise<string> {
  const place = join(resolve(under), name);
  makeFolder(resolve(under));
  // Within the folder that stands: it may be on another disk than what is above it, where nothing can be renamed to.
  const beside = join(existsSync(place) ? place : resolve(under), `.${name}.${process.pid}.new`);
  try {
    mkdirSync(beside);
    if (forms.includes("md")) writeMarkdown(report, beside);
    if (forms.includes("html")) writeFileSync(join(beside, "report.html"), reportHtml(report));
    if (forms.includes("pdf")) writeFileSync(join(beside, "report.pdf"), await (await import("./pdf.ts")).reportPdf(report));
    if (existsSync(place)) moveEach(beside, place);
    else renameSync(beside, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return place;
}

/** What keeps a report from `under/name` by its kind alone: a file where it has a folder, or a folder where it has a file. Null where nothing does. */
export function inTheWay(forms: readonly ReportForm[], under: string, name: string): { path: string; is: "file" | "directory" } | null {
  const place = join(under, name);
  const figures = join(place, "figures");
  const markdown = forms.includes("md");
  const folders = [...above(under), place, ...(markdown ? [figures] : [])];
  const file = folders.find((path) => existsSync(path) && !statSync(path).isDirectory());
  if (file !== undefined) return { path: file, is: "file" };
  const files = [...forms.map((form) => join(place, `report.${form}`)), ...(markdown ? figureIds.map((id) => join(figures, figureFile(id))) : [])];
  const folder = files.find((path) => existsSync(path) && statSync(path).isDirectory());
  return folder === undefined ? null : { path: folder, is: "directory" };
}

function above(path: string): string[] {
  return dirname(path) === path ? [path] : [...above(dirname(path)), path];
}

/** With the folders above it, one by one: where none can be made (/proc), Node's own way through all of them never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function writeMarkdown(report: Report, folder: string): void {
  writeFileSync(join(folder, "report.md"), reportMarkdown(report));
  mkdirSync(join(folder, "figures"));
  for (const block of report.sections.flatMap((section) => section.blocks)) if (block.kind === "figure") writeFileSync(join(folder, "figures", figureFile(block.id)), `${block.svg}\n`);
}

/** Figures go before the text that shows them, so that no text ever shows one that is not there. */
function moveEach(beside: string, place: string): void {
  const figures = join(beside, "figures");
  const drawn = existsSync(figures) ? readdirSync(figures) : null;
  if (drawn !== null) {
    mkdirSync(join(place, "figures"), { recursive: true });
    for (const file of drawn) renameSync(join(figures, file), join(place, "figures", file));
    rmSync(figures, { recursive: true });
  }
  for (const file of readdirSync(beside)) renameSync(join(beside, file), join(place, file));
  if (drawn !== null) for (const file of figureIds.map(figureFile)) if (!drawn.includes(file)) rmSync(join(place, "figures", file), { force: true });
}

function figureFile(id: FigureId): string {
  return `${id}.svg`;
}
