import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFPageProxy } from "pdfjs-dist";
import { escaped } from "../../lib/escaped.ts";
import { type Block, blocksOf } from "./pdf-blocks.ts";
import { type Item, linesOfPage, type PdfLine } from "./pdf-lines.ts";
import { type Tagged, tagsOf } from "./pdf-tags.ts";
import { DocumentUnusable } from "./problems.ts";

const mostPages = 60;
const mostUnits = 2_000_000;

/** The text of a PDF as markup: headings, paragraphs, lists; its largest line on top, where that is a title. */
export async function pdfToHtml(bytes: Uint8Array): Promise<string> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({ data: bytes, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false, enableXfa: false, verbosity: VerbosityLevel.ERRORS, cMapUrl: `${join(folder, "cmaps")}/`, cMapPacked: true, standardFontDataUrl: `${join(folder, "standard_fonts")}/` });
  const pdf = await task.promise.catch((error: Error) => {
    throw new DocumentUnusable(error.name === "PasswordException" ? "is locked with a password; save it without one" : `is no PDF that can be read (${error.message}); print it to a new PDF, or paste the text`);
  });
  try {
    if (pdf.numPages > mostPages) throw new DocumentUnusable(`has ${pdf.numPages} pages; a description has at most ${mostPages}`);
    const lines: PdfLine[] = [];
    let units = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      for (const line of linesOfPage(withTags(items, tagsOf(await page.getStructTree())), number)) {
        lines.push(line);
        if ((units += line.text.length) > mostUnits) throw new DocumentUnusable(`holds more than ${mostUnits / 1_000_000} million characters; no description does`);
      }
      page.cleanup();
    }
    if (lines.length === 0) throw new DocumentUnusable("has no text in it, as scans have none; run it through text recognition, or paste the text");
    return htmlOf(blocksOf(withoutRepeats(lines)));
  } finally {
    await task.destroy();
  }
}

type Content = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"];

/** The pieces of text of a page, each with its innermost tag. */
function withTags(content: Content, tags: ReadonlyMap<string, Tagged>): Item[] {
  const open: (Tagged | null)[] = [];
  const items: Item[] = [];
  for (const one of content) {
    if ("str" in one) items.push({ ...(one as Item), tag: open.findLast((tag) => tag !== null) ?? null });
    else if (one.type === "endMarkedContent") open.pop();
    else open.push((one.id === undefined ? null : tags.get(one.id)) ?? null);
  }
  return items;
}

/** Heads and feet of pages. */
function withoutRepeats(lines: readonly PdfLine[]): PdfLine[] {
  const pages = new Map<string, Set<number>>();
  for (const { text, page } of lines) pages.set(numberless(text), (pages.get(numberless(text)) ?? new Set()).add(page));
  return lines.filter(({ text }) => pages.get(numberless(text))!.size < 3 || /^[•●▪\-–]/.test(text));
}

function numberless(text: string): string {
  return text.replaceAll(/\d+/g, "#");
}

const marks = { title: ["<h1>", "</h1>"], heading: ["<h2>", "</h2>"], bold: ["<p><b>", "</b></p>"], text: ["<p>", "</p>"] } as const;

/** Blocks as markup: their words are escaped, so that nothing in a PDF is taken for it. */
function htmlOf(blocks: readonly Block[]): string {
  let html = "";
  let listed = false;
  for (const { kind, text } of blocks) {
    if ((kind === "item") !== listed) html += listed ? "</ul>" : "<ul>";
    listed = kind === "item";
    const words = escaped(text);
    html += kind === "item" ? `<li>${words}</li>` : `${marks[kind][0]}${words}${marks[kind][1]}`;
  }
  return listed ? `${html}</ul>` : html;
}
