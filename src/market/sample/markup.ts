import type { Posting } from "../../terms/posting.ts";
import type { Block } from "./blocks.ts";

/** The ways in which boards send a body. */
export const styles = ["sections", "bold", "divs", "escaped", "plain", "broken"] as const;
export type Style = (typeof styles)[number];

/** A body in one of the styles, as HTML or as text. */
export function marked(blocks: readonly Block[], style: Style, bullet: string): Pick<Posting, "description_html" | "description_text"> {
  switch (style) {
    case "sections":
      return { description_html: html(blocks, (text) => `<h3>${text}</h3>`) };
    case "bold":
      return { description_html: html(blocks, (text) => `<p><strong>${text}</strong></p>`) };
    case "escaped":
      return { description_html: escaped(html(blocks, (text) => `<h2>${text}</h2>`)) };
    case "divs":
      return { description_html: divs(blocks, bullet) };
    case "plain":
      return { description_text: plain(blocks, bullet, (line) => line) };
    case "broken":
      return { description_text: plain(blocks, bullet, broken) };
  }
}

function html(blocks: readonly Block[], heading: (text: string) => string): string {
  const lines: string[] = [];
  blocks.forEach(({ kind, text }, i) => {
    if (kind === "heading") lines.push(heading(escaped(text)));
    else if (kind === "text") lines.push(`<p>${escaped(text)}</p>`);
    else lines.push(`${blocks[i - 1]?.kind === "item" ? "" : "<ul>\n"}<li>${escaped(text)}</li>${blocks[i + 1]?.kind === "item" ? "" : "\n</ul>"}`);
  });
  return `${lines.join("\n")}\n`;
}

function divs(blocks: readonly Block[], bullet: string): string {
  const lines = blocks.map(({ kind, text }) => (kind === "heading" ? `<div><br></div>\n<div><b>${escaped(text)}</b></div>` : `<div>${kind === "item" ? `${bullet} ` : ""}${escaped(text)}</div>`));
  return `<div>\n${lines.join("\n")}\n</div>\n`;
}

function plain(blocks: readonly Block[], bullet: string, laid: (line: string, indent: number) => string): string {
  const lines = blocks.map(({ kind, text }, i) => {
    const first = i > 0 && !(kind === "item" && blocks[i - 1]!.kind === "item") ? "\n" : "";
    return first + (kind === "item" ? laid(`${bullet} ${text}`, bullet.length + 1) : laid(text, 0));
  });
  return `${lines.join("\n")}\n`;
}

/** A line in lines of 72 characters, the further ones indented. */
function broken(line: string, indent: number): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > 72) {
      lines.push(current);
      current = " ".repeat(indent) + word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
