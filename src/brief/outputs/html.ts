import { escaped } from "../../lib/escaped.ts";
import type { Description } from "../../terms/brief-outputs.ts";

/** The description as a piece of HTML: headings, paragraphs and lists only. What the author wrote is text in it. `heading` is the level of its first. */
export function descriptionHtml({ title, parts, band }: Description, { withTitle = true }: { withTitle?: boolean } = {}): string {
  const out = withTitle ? [`<h1>${escaped(title)}</h1>`] : [];
  for (const { heading, part, lines } of parts) {
    out.push(`<h2>${heading}</h2>`);
    let inList = false;
    for (const { kind, text } of lines) {
      const isItem = kind !== "text";
      if (isItem !== inList) out.push(isItem ? "<ul>" : "</ul>");
      inList = isItem;
      const shown = kind === "gap" ? `<mark>${escaped(text)}</mark>` : escaped(text);
      out.push(isItem ? `<li>${shown}</li>` : `<p>${shown}</p>`);
    }
    if (inList) out.push("</ul>");
    if (part === "pay" && band !== null) out.push(`<p><small>${escaped(band)}</small></p>`);
  }
  return `${out.join("\n")}\n`;
}

/** A page of its own, that loads nothing. */
export function descriptionPage(description: Description, language: string | null): string {
  return `<!doctype html>\n<html lang="${language ?? "en"}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${escaped(description.title)}</title>\n</head>\n<body>\n${descriptionHtml(description)}</body>\n</html>\n`;
}
