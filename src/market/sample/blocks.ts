/** A part of a posting's body, free of markup: a heading, an item of a list, or running text. */
export type Block = { kind: "heading" | "item" | "text"; text: string };

const entities: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', ndash: "–", mdash: "—", euro: "€", pound: "£", middot: "·", ldquo: "“", rdquo: "”", rsquo: "’" };
const bullet = /^(?:--|[-–—•*→▪·➤➔~+]|\p{Extended_Pictographic}\uFE0F?|\d{1,2}\.|o(?= ))\s+/u;

/** The blocks of an invented posting. It knows the ways in which those of data/sample are marked up, and no others. */
export function blocksOf({ html, text }: { html?: string | null; text?: string | null }): Block[] {
  return html ? blocksOfHtml(html) : blocksOfText(text ?? "");
}

function blocksOfHtml(html: string): Block[] {
  const markup = html.startsWith("&lt;") ? decoded(html) : html;
  const lines = markup
    .replace(/\s*\n\s*/g, " ")
    .replace(/<li>/g, "\n* ")
    .replace(/<h\d>/g, "\n# ")
    .replace(/<br>|<\/?(?:p|div|ul|h\d|tr|table)\b[^>]*>/g, "\n")
    .split("\n");
  return lines.flatMap((line) => {
    const bare = decoded(line.replace(/<[^>]+>/g, "")).replace(/\s+/g, " ").trim();
    if (bare === "") return [];
    const isBold = /^\s*(?:<span>)?<(b|strong|u|span(?= style))\b[^>]*>[^<]*<\/(?:\1)>(?:<\/span>)?\s*$/.test(line) && bare.length < 70 && !/[.;]$/.test(bare);
    return bare.startsWith("# ") ? [{ kind: "heading", text: bare.slice(2) }] : [blockOf(bare, isBold)];
  });
}

function blocksOfText(text: string): Block[] {
  const lines = text.trimEnd().split("\n");
  const isBroken = lines.length > 20 && lines.every((line) => line.length <= 74);
  return text
    .trimEnd()
    .split(/\n\s*\n/)
    .flatMap((paragraph) => {
      const whole = (isBroken ? unbroken(paragraph) : paragraph.split("\n")).map((line) => line.trim());
      return whole.map((line, i) => blockOf(line, i === 0 && (line.endsWith(":") || whole.length === 1) && line.length < 60 && !/[.,;]$/.test(line)));
    });
}

function blockOf(line: string, isHeading: boolean): Block {
  const marker = bullet.exec(line);
  if (marker !== null && !isHeading) return { kind: "item", text: line.slice(marker[0].length) };
  return { kind: isHeading ? "heading" : "text", text: line };
}

/** Lines broken at 72 characters made whole: a short line inside a paragraph was meant to end there. */
function unbroken(paragraph: string): string[] {
  const whole: string[] = [];
  let last = "";
  for (const line of paragraph.split("\n")) {
    if (whole.length === 0 || bullet.test(line) || last.length < 50) whole.push(line);
    else whole.push(`${whole.pop()} ${line.trim()}`);
    last = line;
  }
  return whole;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) => (code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code))));
}
