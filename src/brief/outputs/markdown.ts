import type { Description } from "../../terms/brief-outputs.ts";

/** The description as Markdown. What the author wrote is text in it, never markup: `*`, `<` and their like are escaped. */
export function descriptionMarkdown({ title, parts, band }: Description): string {
  const blocks = parts.map(({ heading, part, lines }) => {
    const under = part === "pay" && band !== null ? [`> ${plain(band)}`] : [];
    return [`## ${heading}`, "", ...grouped(lines.map(({ kind, text }) => (kind === "text" ? { text: plain(text), isItem: false } : { text: plain(text), isItem: true }))), ...(under.length > 0 ? ["", ...under] : [])].join("\n");
  });
  return `# ${plain(title)}\n\n${blocks.join("\n\n")}\n`;
}

/** Items one below another, paragraphs apart. */
function grouped(lines: readonly { text: string; isItem: boolean }[]): string[] {
  return lines.flatMap(({ text, isItem }, i) => [...(i > 0 && (!isItem || !lines[i - 1]!.isItem) ? [""] : []), isItem ? `- ${text}` : text]);
}

/** Text that Markdown shows as it stands. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\\`*_{}<>#|~]/g, String.raw`\$&`)
    .replaceAll("[", String.raw`\[`)
    .replaceAll("]", String.raw`\]`)
    .replaceAll("!\\[", "\\!\\[")
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, (_, blank: string, sign: string) => `${blank}${sign.slice(0, -1)}\\${sign.slice(-1)}`);
}
