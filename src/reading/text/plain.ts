import { decodeOnce } from "./entities.ts";
import { ITEM, TEXT, visibleText, type Plain } from "./html.ts";

const bullet = /^(?:[•●▪▫◦‣⁃∙·■□◆◇►▶▸➢➤→✓✔✅☑★⭐*+–—-]|[\u{1F300}-\u{1FAFF}]\uFE0F?)\s+/u;
const oddBreak = /[\r\u0085\u2028\u2029]/;
const oddBreaks = /\r\n?|[\u0085\u2028\u2029]/g;

/** A body without markup → lines of plain text. Lines that were only wrapped are joined again; bullets become "- ". */
export function plainToText(written: string): Plain {
  // Some boards strip the tags and leave the character references: "R&#233;mun&#233;ration".
  const body = written.includes("&") ? decodeOnce(written) : written;
  const raw = (oddBreak.test(body) ? body.replace(oddBreaks, "\n") : body).split("\n").map(tidy);
  const width = wrapWidth(raw);
  const lines: string[] = [];
  const kinds: number[] = [];
  let wrapped = false; // the line before went on
  for (const [i, line] of raw.entries()) {
    if (line === "") {
      wrapped = false;
      continue;
    }
    const marked = startsWithLetter(line) ? null : bullet.exec(line);
    if (wrapped && marked === null) lines[lines.length - 1] += ` ${line}`;
    else {
      lines.push(marked === null ? line : `- ${line.slice(marked[0].length)}`);
      kinds.push(marked === null ? TEXT : ITEM);
    }
    wrapped = width > 0 && goesOn(line, raw[i + 1] ?? "", width);
  }
  return { text: lines.join("\n"), kinds };
}

function tidy(line: string): string {
  return line.includes("  ") || line.includes("\t") || line.includes("\u00a0") ? visibleText(line) : line.trim();
}

function startsWithLetter(line: string): boolean {
  const unit = line.charCodeAt(0) | 32;
  return unit >= 97 && unit <= 122;
}

/** The column at which a text was wrapped by hand or by a mailer; 0 where its lines are whole. */
function wrapWidth(lines: string[]): number {
  const lengths = lines.filter((line) => line !== "").map((line) => line.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (longest < 40 || longest > 120 || lengths.length < 6) return 0;
  // Wrapped prose fills its lines: at least a fourth of them come within 15 columns of the longest.
  const full = lengths.filter((length) => length > longest - 15).length;
  return full >= lengths.length / 4 ? longest : 0;
}

/** A wrapped line is one that the first word of the next would have overflowed. */
function goesOn(line: string, next: string, width: number): boolean {
  if (next === "" || line.endsWith(":")) return false;
  const word = next.indexOf(" ");
  return line.length + 1 + (word < 0 ? next.length : word) > width;
}
