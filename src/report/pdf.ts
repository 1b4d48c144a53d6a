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

type PdfNode = { headlineLevel?: number; startPosition: { verticalRatio: number } };

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
      ...(sources.some(({ sql }) => sql !== null) ? [{ text: "The query behind each stands in the report as Markdown and as a web page (report.md, report.html); a command of strata market with --sql prints it too.", color: soft }] : []),
      ...sources.map(sourceOf),
    ],
    pageBreakBefore: ({ headlineLevel, startPosition }: PdfNode) => headlineLevel === aboveTable && startPosition.verticalRatio > tooLowForTable,
  };
}

/** The level by which pdfmake tells `pageBreakBefore` of headings that stand above a table. */
const aboveTable = 1;

/** Headings stand in one piece with the first of what follows them, so that none is left at the foot of a page. Above a table, which nothing can be made one with, they break by their place. */
function sectionOf(title: string, blocks: readonly Block[]): object[] {
  const nodes: object[] = [];
  let heads: object[] = [{ text: title, fontSize: 15, bold: true, margin: [0, 20, 0, 6] }];
  for (const block of tablesFirst(blocks)) {
    if (block.kind === "heading") {
      heads.push({ text: block.text, fontSize: 11, bold: true, margin: [0, 6, 0, 3] });
      continue;
    }
    if (block.kind === "table") {
      if (block.sources.length > 0) heads.push({ text: `${block.sources.length === 1 ? "Source" : "Sources"} of this table: [${block.sources.join(", ")}]`, color: soft, fontSize: 8 });
      if (heads.length > 0) nodes.push({ stack: heads, unbreakable: true, headlineLevel: aboveTable });
      nodes.push(tableOf(block));
    } else {
      const [first, ...rest] = nodesOf(block);
      nodes.push(heads.length === 0 ? first! : { stack: [...heads, first], unbreakable: true }, ...rest);
    }
    heads = [];
  }
  return [...nodes, ...heads]; // a heading that nothing of its section follows, as none of ours, stands by itself
}

/** From this height on, in the units of a figure 680 wide, a figure stands below its table: it is moved to the next page whole, and the rows of the table fill what would be left empty, a quarter to half a page. */
const tallFigure = 250;

function tablesFirst(blocks: readonly Block[]): Block[] {
  const placed = [...blocks];
  for (const [i, block] of blocks.entries()) if (isTall(block) && blocks[i + 1]?.kind === "table") [placed[i], placed[i + 1]] = [blocks[i + 1]!, block];
  return placed;
}

function isTall(block: Block): boolean {
  return block.kind === "figure" && Number(/viewBox="0 0 \S+ ([\d.]+)"/.exec(block.svg)?.[1]) >= tallFigure;
}

type Table = Extract<Block, { kind: "table" }>;

/** A block's nodes; of a list its first item is one of its own. */
function nodesOf(block: Exclude<Block, Table | { kind: "heading" }>): object[] {
  switch (block.kind) {
    case "text":
      return [{ text: block.text, margin: [0, 0, 0, 8] }];
    case "list":
      return block.items.length < 2 ? [{ ul: [...block.items], margin: [0, 0, 0, 8] }] : [{ ul: block.items.slice(0, 1) }, { ul: block.items.slice(1), margin: [0, 0, 0, 8] }];
    case "figure":
      return [{ stack: [{ svg: block.svg, width: 499 }, { text: `${block.caption} [${block.sources.join(", ")}]`, color: soft, fontSize: 8, margin: [0, 2, 0, 10] }], unbreakable: true }];
  }
}

function tableOf({ columns, rows, widths }: Table): object {
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      // pdfmake writes into what it is given: lists are copies.
      widths: widths?.slice() ?? columns.map((_, i) => (i === 0 ? "*" : "auto")),
      body: [columns.map((column) => ({ text: column.name, bold: true, alignment: column.right ? "right" : "left" })), ...rows.map((row) => row.map((text, i) => ({ text, alignment: columns[i]!.right ? "right" : "left" })))],
    },
    layout: tableLayout,
    fontSize: 8,
    margin: [0, 0, 0, 10],
  };
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

/** Without its query: nobody reads pages of SQL on paper, and it can be copied from the other forms. */
function sourceOf({ number, title, postings, employers, counted, command }: Source): object {
  return {
    stack: [{ text: `[${number}] ${title}`, bold: true, margin: [0, 8, 0, 1] }, { text: `${behindSource({ postings, employers })}. ${counted}.`, color: soft, fontSize: 8.5 }, { text: command, fontSize: 8.5, margin: [0, 1, 0, 2] }],
    unbreakable: true,
  };
}
