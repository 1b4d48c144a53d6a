import { escaped } from "../lib/escaped.ts";
import type { Block, Report, Source } from "./document.ts";
import { behindSource } from "./words.ts";

/** The report as one page that needs nothing beside it: figures and styles stand in it. */
export function reportHtml({ title, subtitle, sample, sections, sources }: Report): string {
  const body = sections.map((section) => `<section><h2>${escaped(section.title)}</h2>\n${section.blocks.map(blockHtml).join("\n")}</section>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="sub">${escaped(subtitle)}</p>
${sample ? '<p class="sample">Sample: these postings are invented.</p>\n' : ""}${body}
<section><h2>Sources of the figures</h2>
${sources.map(sourceHtml).join("\n")}
</section>
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light; --ink: #1c1e21; --soft: #5f656d; --line: #e6e5e0; }
body { margin: 0; background: #fbfbf9; color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 48px 20px 96px; }
h1 { font-size: 2rem; margin: 0; }
h2 { font-size: 1.3rem; margin: 56px 0 12px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 24px 0 4px; }
.sub, figcaption, .behind { color: var(--soft); }
.sample { font-weight: 600; color: #a34a00; }
figure { margin: 20px 0; overflow-x: auto; }
figure svg { width: 100%; min-width: 560px; height: auto; }
figcaption { font-size: .88rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
.r { text-align: right; white-space: pre-line; }
pre { background: #f2f1ec; padding: 12px; overflow-x: auto; font-size: .78rem; }
@media print { body { background: none; } pre { white-space: pre-wrap; } }
`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h3>${escaped(block.text)}</h3>`;
    case "text":
      return `<p>${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "figure":
      return `<figure>${block.svg.replace("<svg ", `<svg role="img" aria-label="${escaped(block.alt)}" `)}<figcaption>${escaped(block.caption)} ${marks(block.sources)}</figcaption></figure>`;
    case "table": {
      const cell = (tag: string, text: string, i: number): string => `<${tag}${block.columns[i]!.right ? ' class="r"' : ""}${tag === "th" ? ' scope="col"' : ""}>${escaped(text)}</${tag}>`;
      const head = block.columns.map((column, i) => cell("th", column.name, i)).join("");
      const rows = block.rows.map((row) => `<tr>${row.map((text, i) => cell("td", text, i)).join("")}</tr>`).join("\n");
      return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head}</tr></thead><tbody>\n${rows}</tbody></table></div><p class="behind">${marks(block.sources)}</p>`;
    }
  }
}

function marks(sources: readonly number[]): string {
  return sources.map((source) => `<a href="#source-${source}">[${source}]</a>`).join(" ");
}

function sourceHtml({ number, title, postings, employers, counted, command, sql }: Source): string {
  const query = sql === null ? "" : `<pre>${escaped(sql)}</pre>`;
  return `<h3 id="source-${number}">[${number}] ${escaped(title)}</h3><p class="behind">${behindSource({ postings, employers })}. ${escaped(counted)}. <code>${escaped(command)}</code></p>${query}`;
}
