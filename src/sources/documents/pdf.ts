import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DocumentUnusable } from "./problems.ts";

const mostPages = 60;
const mostUnits = 2_000_000;

type Item = { str: string; hasEOL: boolean; transform: number[]; height: number };
type Line = { text: string; y: number; size: number; page: number };

/** The text of a PDF, line by line, paragraphs apart; its largest line on top, where that is a title. */
export async function pdfToText(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({ data: bytes, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, enableXfa: false, verbosity: VerbosityLevel.ERRORS, cMapUrl: `${join(folder, "cmaps")}/`, cMapPacked: true, standardFontDataUrl: `${join(folder, "standard_fonts")}/` });
  const pdf = await task.promise.catch((error: Error) => {
    throw new DocumentUnusable(error.name === "PasswordException" ? "is locked with a password; save it without one" : `is no PDF that can be read (${error.message}); print it to a new PDF, or paste the text`);
  });
  try {
    if (pdf.numPages > mostPages) throw new DocumentUnusable(`has ${pdf.numPages} pages; a description has at most ${mostPages}`);
    const lines: Line[] = [];
    let units = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      for (const line of linesOf(items.filter((item): item is (typeof items)[number] & Item => "str" in item), number)) {
        lines.push(line);
        if ((units += line.text.length) > mostUnits) throw new DocumentUnusable(`holds more than ${mostUnits / 1_000_000} million characters; no description does`);
      }
      page.cleanup();
    }
    if (lines.length === 0) throw new DocumentUnusable("has no text in it, as scans have none; run it through text recognition, or paste the text");
    return laidOut(withoutRepeats(lines));
  } finally {
    await task.destroy();
  }
}

function linesOf(items: readonly Item[], page: number): Line[] {
  const lines: Line[] = [];
  let text = "";
  let y = 0;
  let size = 0;
  const end = (): void => {
    if (text.trim() !== "") lines.push({ text: text.trim().replaceAll(/\s+/g, " "), y, size, page });
    text = "";
    size = 0;
  };
  for (const { str, hasEOL, transform, height } of items) {
    if (text === "") y = transform[5]!;
    // Some writers never end a line: then the height at which the next word stands tells.
    else if (str.trim() !== "" && Math.abs(transform[5]! - y) > Math.max(4, height)) {
      end();
      y = transform[5]!;
    }
    text += str;
    if (str.trim() !== "") size = Math.max(size, height);
    if (hasEOL) end();
  }
  end();
  return lines;
}

/** Heads and feet of pages. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const pages = new Map<string, Set<number>>();
  for (const { text, page } of lines) pages.set(numberless(text), (pages.get(numberless(text)) ?? new Set()).add(page));
  return lines.filter(({ text }) => pages.get(numberless(text))!.size < 3 || /^[•●▪\-–]/.test(text));
}

function numberless(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

const bullet = /^(?:[•●▪▫◦‣⁃∙·■□◆►➢➤✓✔*–-]|)\s*/;

/** A wider gap than between the lines of a paragraph, a bullet or another size begins anew; else a line goes on. */
function laidOut(lines: readonly Line[]): string {
  const sizes = lines.map((line) => line.size).toSorted((a, b) => a - b);
  const usual = sizes[sizes.length >> 1]!;
  const gaps = lines.slice(1).flatMap((line, i) => (line.page === lines[i]!.page && lines[i]!.y > line.y ? [lines[i]!.y - line.y] : [])).toSorted((a, b) => a - b);
  const step = gaps[Math.floor(gaps.length / 4)] ?? usual * 1.2;
  const largest = lines.filter((line) => line.page === 1).toSorted((a, b) => b.size - a.size)[0];
  const title = largest !== undefined && largest.size > usual * 1.25 && largest.text.length <= 120 ? largest : null;
  let text = title === null ? "" : `${title.text}\n`;
  let before: Line | null = null;
  for (const line of lines) {
    if (line === title) continue;
    const isItem = bullet.exec(line.text)![0].length > 0;
    const apart = before === null || before.page !== line.page ? before !== null && /[.:!?]$/.test(before.text) : before.y - line.y > step * 1.35 || before.y < line.y || Math.abs(before.size - line.size) > 0.5;
    text += before === null ? "\n" : apart ? "\n\n" : isItem || before.text.endsWith(":") ? "\n" : " ";
    text += isItem ? `- ${line.text.replace(bullet, "")}` : line.text;
    before = line;
  }
  return text;
}
