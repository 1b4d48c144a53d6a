import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { Report } from "./document.ts";
import { reportPdf } from "./pdf.ts";

/** A page's lines, without its foot. */
async function pagesOf(report: Report): Promise<string[][]> {
  const pdf = await getDocument({ data: new Uint8Array(await reportPdf(report)), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    const texts = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : []));
    pages.push(texts.filter((text) => text !== report.title && !/^\d+ of \d+$/.test(text)));
  }
  return pages;
}

test("no heading stands alone at the foot of a page, whatever comes before and after it", async () => {
  const below: Report["sections"][number]["blocks"][] = [
    [{ kind: "list", items: ["An item of the list", "Another"] }],
    [{ kind: "text", text: "A paragraph" }],
    [{ kind: "table", columns: [{ name: "A column" }], rows: [["A cell"]], sources: [1] }],
    [{ kind: "table", columns: [{ name: "A column" }, { name: "Another" }], rows: [["A cell", "A cell of many lines. ".repeat(40)], ["A cell", "A cell of many lines. ".repeat(40)]], sources: [] }],
    [{ kind: "heading", text: "HEADING within" }, { kind: "list", items: ["An item of the list"] }],
  ];
  const alone: string[] = [];
  for (const [i, blocks] of below.entries()) {
    for (let lines = 25; lines < 33; lines++) {
      const fill = Array.from({ length: lines }, (_, n) => ({ kind: "list" as const, items: [`Line ${n}`] })).map((one, n) => (n % 2 === 0 ? one : { kind: "text" as const, text: `Line ${n}` }));
      const pages = await pagesOf({ title: "A report", subtitle: "", asOf: "2026-01-01", sample: false, sources: [], sections: [{ title: "First", blocks: fill }, { title: "HEADING of it", blocks }, { title: "Last", blocks: [{ kind: "text", text: "The end" }] }] });
      for (const page of pages) if (page.length === 0 || page.at(-1)!.startsWith("HEADING")) alone.push(`${i}, after ${lines} lines: ${page.at(-1) ?? "an empty page"}`);
    }
  }
  expect(alone).toEqual([]);
});

test("a source is told with its command and what stands behind it; its query is left to the other forms, which is said", async () => {
  const source = { number: 1, title: "Pay by role", postings: 40, employers: 12, counted: "95 %: order statistics", command: "strata market pay --by role" };
  const textOf = async (sql: string | null) => (await pagesOf({ title: "A report", subtitle: "", asOf: "2026-01-01", sample: false, sections: [], sources: [{ ...source, sql }] })).flat().join(" ");
  const told = await textOf("SELECT median(pay) FROM cut");
  for (const part of ["[1] Pay by role", "n = 40 vacancies of 12 employers. 95 %: order statistics.", source.command, "report.md, report.html"]) expect(told).toContain(part);
  expect(told).not.toContain("SELECT");
  expect(await textOf(null)).not.toContain("report.md");
});

test("a tall figure leaves no page half empty: the rows of its table stand before it; a low one stands above its table", async () => {
  expect([await pageOf(490, "Row 0"), await pageOf(490, "The figure")]).toEqual([0, 1]);
  expect([await pageOf(130, "The figure"), await pageOf(130, "Row 19")]).toEqual([0, 1]);
});

function svgOf(height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${height}" width="680" height="${height}"><rect width="680" height="${height}" fill="#eee"/></svg>`;
}

/** The page on which a figure of that height, behind twenty lines, has the text. */
async function pageOf(height: number, what: string): Promise<number> {
  const fill = Array.from({ length: 20 }, (_, n) => ({ kind: "text" as const, text: `Line ${n}` }));
  const figure = { kind: "figure" as const, id: "demand" as const, svg: svgOf(height), alt: "", caption: "The figure", sources: [1] };
  const table = { kind: "table" as const, columns: [{ name: "A column" }], rows: Array.from({ length: 20 }, (_, n) => [`Row ${n}`]), sources: [1] };
  const pages = await pagesOf({ title: "A report", subtitle: "", asOf: "2026-01-01", sample: false, sources: [], sections: [{ title: "First", blocks: [...fill, figure, table] }] });
  return pages.findIndex((page) => page.some((text) => text.startsWith(what)));
}
