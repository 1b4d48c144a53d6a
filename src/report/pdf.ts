import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { Block, Report, Source } from "./document.ts";
import { behindSource } from "./words.ts";

const ink = "#1c1e21";
const soft = "#5f656d";
const line = "#e6e5e0";

/** The report as a PDF on A4. Same report, same bytes: its date is the last day it looks at. Reads its fonts and nothing else. */
export async function reportPdf(report: Report): Promise<Uint8Array> {
  const fonts = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts/Roboto");
  const font = (name: string): string => join(fonts, `Roboto-${name}.ttf`);
  pdfmake.setFonts({ Roboto: { normal: font("Regular"), bold: font("Medium"), italics: font("Italic"), bolditalics: font("MediumItalic") } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => dirname(path) === fonts);
  return await pdfmake.createPdf(definitionOf(report)).getBuffer();
}

type PdfNode = { headlineLevel?: number; text?: unknown; svg?: unknown; startPosition: { pageNumber: number; verticalRatio: number } };

/** From here on down a page a heading, a table's head and its first row have no room together: rows are not broken, and pdfmake's books do not tell that one was moved. */
const tooLowForTable = 0.84;

function definitionOf({ title, subtitle, asOf, sample, sections, sources }: Report): object {
  return {
    info: { title, subject: subtitle, creator: "Strata", producer: "Strata", creationDate: new Date(`${asOf}T00:00:00Z`), modDate: new Date(`${asOf}T00:00:00Z`) },
    pageSize: "A4",
    pageMargins: [48, 52, 48, 56],
    defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.25, color: ink },
    footer: (page: number, pages: number) => ({ columns: [{ text: title, color: soft }, { text: `${page} of ${pages}`, alignment: "right", color: soft }], margin: [48, 18, 48, 0], fontSize: 8 }),
    content: [
      { text: title, fontSize: 24, bold: true, margin: [0, 0, 0, 2] },
      { text: subtitle, fontSize: 11, color: soft, margin: [0, 0, 0, 6] },
      ...(sample ? [{ text: "Sample: the postings behind these figures are invented.", bold: true, color: "#a34a00" }] : []),
      ...sections.flatMap((section) => sectionOf(section.title, section.blocks)),
      ...(sources.length === 0 ? [] : [{ text: "Sources of the figures", fontSize: 15, bold: true, pageBreak: "before", margin: [0, 0, 0, 6], tocItem: false }]),
      ...sources.flatMap(sourceOf),
    ],
    // A heading alone at the foot of a page belongs to the next; what holds others (a list, a table) stands there with no line of its own.
    pageBreakBefore: (node: PdfNode, nodes: { getFollowingNodesOnPage(): PdfNode[] }) => {
      if (node.headlineLevel === undefined) return false;
      if (node.headlineLevel === 2 && node.startPosition.verticalRatio > tooLowForTable) return true;
      return !nodes.getFollowingNodesOnPage().some((one) => one.headlineLevel === undefined && (one.text !== undefined || one.svg !== undefined));
    },
  };
}

function sectionOf(title: string, blocks: readonly Block[]): object[] {
  return [{ text: title, fontSize: 15, bold: true, headlineLevel: headlineLevel(blocks[0]), margin: [0, 20, 0, 6] }, ...blocks.flatMap((block, i) => blockOf(block, blocks[i + 1]))];
}

/** Of a heading with a table right below 2, else 1. */
function headlineLevel(next: Block | undefined): 1 | 2 {
  return next?.kind === "table" ? 2 : 1;
}

function blockOf(block: Block, next: Block | undefined): object[] {
  switch (block.kind) {
    case "heading":
      return [{ text: block.text, fontSize: 11, bold: true, headlineLevel: headlineLevel(next), margin: [0, 6, 0, 3] }];
    case "text":
      return [{ text: block.text, margin: [0, 0, 0, 8] }];
    case "list":
      // pdfmake writes into what it is given: lists are copies.
      return [{ ul: [...block.items], margin: [0, 0, 0, 8] }];
    case "figure":
      return [{ stack: [{ svg: block.svg, width: 499 }, { text: `${block.caption} [${block.sources.join(", ")}]`, color: soft, fontSize: 8, margin: [0, 2, 0, 10] }], unbreakable: true }];
    case "table":
      return [
        ...(block.sources.length === 0 ? [] : [{ text: `${block.sources.length === 1 ? "Source" : "Sources"} of this table: [${block.sources.join(", ")}]`, color: soft, fontSize: 8, headlineLevel: 2 }]),
        {
          table: {
            headerRows: 1,
            keepWithHeaderRows: 1,
            dontBreakRows: true,
            widths: block.widths?.slice() ?? block.columns.map((_, i) => (i === 0 ? "*" : "auto")),
            body: [block.columns.map((column) => ({ text: column.name, bold: true, alignment: column.right ? "right" : "left" })), ...block.rows.map((row) => row.map((text, i) => ({ text, alignment: block.columns[i]!.right ? "right" : "left" })))],
          },
          layout: tableLayout,
          fontSize: 8,
          margin: [0, 0, 0, 10],
        },
      ];
  }
}

const tableLayout = {
  hLineWidth: (i: number, node: { table: { body: unknown[] } }) => (i === 0 || i === node.table.body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingLeft: (i: number) => (i === 0 ? 0 : 6),
  paddingRight: () => 0,
  paddingTop: () => 2.5,
  paddingBottom: () => 2,
};

function sourceOf({ number, title, postings, employers, counted, command, sql }: Source): object[] {
  return [
    { text: `[${number}] ${title}`, bold: true, headlineLevel: 1, margin: [0, 8, 0, 1] },
    { text: `${behindSource({ postings, employers })}. ${counted}.`, color: soft, fontSize: 8.5 },
    { text: command, fontSize: 8.5, margin: [0, 1, 0, 2] },
    ...(sql === null ? [] : [{ text: sql, fontSize: 6.5, color: soft, preserveLeadingSpaces: true, lineHeight: 1.15 }]),
  ];
}
