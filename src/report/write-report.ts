import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Report } from "./document.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";

export const reportForms = ["md", "html", "pdf"] as const;
export type ReportForm = (typeof reportForms)[number];

/** Writes a report into the folder `under/name`, whole or not at all: it is made beside its place, and what stood there goes only when all is written. The folder's path. */
export async function writeReport(report: Report, forms: readonly ReportForm[], under: string, name: string): Promise<string> {
  const place = join(resolve(under), name);
  const beside = join(resolve(under), `.${name}.${process.pid}.new`);
  try {
    makeFolder(beside);
    if (forms.includes("md")) writeMarkdown(report, beside);
    if (forms.includes("html")) writeFileSync(join(beside, "report.html"), reportHtml(report));
    if (forms.includes("pdf")) writeFileSync(join(beside, "report.pdf"), await (await import("./pdf.ts")).reportPdf(report));
    swap(beside, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return place;
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
  for (const block of report.sections.flatMap((section) => section.blocks)) if (block.kind === "figure") writeFileSync(join(folder, "figures", `${block.id}.svg`), `${block.svg}\n`);
}

/** Folders cannot be renamed over one another: the old one steps aside first, and comes back where the new one cannot take its place. */
function swap(beside: string, place: string): void {
  if (!existsSync(place)) return renameSync(beside, place);
  const old = `${beside}.old`;
  renameSync(place, old);
  try {
    renameSync(beside, place);
  } catch (error) {
    renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
