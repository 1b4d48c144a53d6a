import type { Block, Report } from "./document.ts";
import { behindSource } from "./words.ts";

/** The report as Markdown; its figures are files beside it, under `figures/`. */
export function reportMarkdown({ title, subtitle, sample, sections, sources }: Report): string {
  const parts = [`# ${title}`, subtitle, ...(sample ? ["**Sample: these postings are invented.**"] : [])];
  for (const section of sections) parts.push(`## ${section.title}`, ...section.blocks.map(blockText));
  parts.push("## Sources of the figures");
  for (const source of sources) {
    parts.push(`### [${source.number}] ${source.title}`, `${behindSource(source)}. ${source.counted}.`, `\`${source.command}\``);
    if (source.sql !== null) parts.push(`\`\`\`sql\n${source.sql}\n\`\`\``);
  }
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `### ${plain(block.text)}`;
    case "text":
      return plain(block.text);
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "figure":
      return `![${plain(block.alt)}](figures/${block.id}.svg)\n\n*${plain(block.caption)}* ${refs(block.sources)}`;
    case "table": {
      const line = (cells: readonly string[]): string => `| ${cells.map((cell) => plain(cell).replaceAll("|", "\\|")).join(" | ")} |`;
      return [line(block.columns.map((column) => column.name)), line(block.columns.map((column) => (column.right ? "--:" : ":--"))), ...block.rows.map(line), "", refs(block.sources)].join("\n");
    }
  }
}

function refs(sources: readonly number[]): string {
  return `[${sources.join(", ")}]`;
}

/** Words of postings (a skill, a title) are text here, never markup. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_<>[\]]/g, (sign) => `\\${sign}`);
}
