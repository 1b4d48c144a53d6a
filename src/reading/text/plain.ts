import { decodeOnce } from "./entities.ts";
import { ITEM, TEXT, visibleText, type Plain } from "./html.ts";

const bullet = /^(?:[•●▪▫◦‣⁃∙·■□◆◇►▶▸➢➤→✓✔✅☑★⭐*+–—-]|[\u{1F300}-\u{1FAFF}]\uFE0F?)\s+/u;
// What of it is ASCII stands in `isBullet` too.
const bulletSigns = "•●▪▫◦‣⁃∙·■□◆◇►▶▸➢➤→✓✔✅☑★⭐–—";
/** For the kernel: the bullets that are not ASCII. */
export function bulletUnits(): Uint16Array {
  return Uint16Array.from(bulletSigns, (sign) => sign.charCodeAt(0));
}

const oddBreaks = /\r\n?|[\u0085\u2028\u2029]/g;

/** A body without markup → lines of plain text. Lines that were only wrapped are joined again; bullets become "- ". */
export function plainToText(written: string): Plain {
  // Some boards strip the tags and leave the character references: "R&#233;mun&#233;ration".
  const body = written.includes("&") ? decodeOnce(written) : written;
  const raw = tidyLines(hasOddBreak(body) ? body.replace(oddBreaks, "\n") : body);
  const width = wrapWidth(raw);
  const lines: string[] = [];
  const kinds: number[] = [];
  let wrapped = false; // the line before went on
  for (let i = 0; i < raw.length; i++) {
    const line = raw[i]!;
    if (line === "") {
      wrapped = false;
      continue;
    }
    const marked = markUnits(line);
    if (wrapped && marked === 0) lines[lines.length - 1] += ` ${line}`;
    else {
      lines.push(marked === 0 || (marked === 2 && line.startsWith("- ")) ? line : `- ${line.slice(marked)}`);
      kinds.push(marked === 0 ? TEXT : ITEM);
    }
    wrapped = width > 0 && goesOn(line, raw[i + 1] ?? "", width);
  }
  return { text: lines.join("\n"), kinds };
}

function hasOddBreak(text: string): boolean {
  return text.includes("\r") || text.includes("\u0085") || text.includes("\u2028") || text.includes("\u2029");
}

function tidyLines(text: string): string[] {
  const lines = text.split("\n");
  // Most texts have no wide space: then no line is searched for one.
  const wide = hasWideSpace(text);
  for (let i = 0; i < lines.length; i++) lines[i] = wide && hasWideSpace(lines[i]!) ? visibleText(lines[i]!) : lines[i]!.trim();
  return lines;
}

function hasWideSpace(text: string): boolean {
  return text.includes("\t") || text.includes("\u00a0") || hasDoubleSpace(text);
}

/** Looks at every other unit only: `includes("  ")` would stop at each space of the text. */
function hasDoubleSpace(text: string): boolean {
  for (let at = 1; at < text.length; at += 2) if (text.charCodeAt(at) === 32 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at + 1) === 32)) return true;
  return false;
}

/** How many units of a line are its bullet and the space after it; 0 where it has none. */
function markUnits(line: string): number {
  const first = line.charCodeAt(0);
  if (!isBullet(first)) return 0;
  const third = line.charCodeAt(2);
  // One sign, one space, and then what is seen.
  if (line.charCodeAt(1) === 32 && third > 32 && third < 127) return first < 128 || bulletSigns.includes(line[0]!) ? 2 : 0;
  return bullet.exec(line)?.[0].length ?? 0;
}

/** Whether a unit is * + or -, or not ASCII: those may be bullets. */
function isBullet(unit: number): boolean {
  return unit >= 128 || unit === 42 || unit === 43 || unit === 45;
}

/** The column at which a text was wrapped by hand or by a mailer; 0 where its lines are whole. */
function wrapWidth(lines: readonly string[]): number {
  let longest = 0;
  let count = 0;
  for (const { length } of lines) {
    if (length > longest) longest = length;
    if (length > 0) count++;
    if (longest > 120) return 0;
  }
  if (longest < 40 || count < 6) return 0;
  // Wrapped prose fills its lines: at least a fourth of them come within 15 columns of the longest.
  let full = 0;
  for (const { length } of lines) if (length > longest - 15) full++;
  return full >= count / 4 ? longest : 0;
}

/** A wrapped line is one that the first word of the next would have overflowed. */
function goesOn(line: string, next: string, width: number): boolean {
  if (next === "" || line.endsWith(":")) return false;
  const word = next.indexOf(" ");
  return line.length + 1 + (word < 0 ? next.length : word) > width;
}
