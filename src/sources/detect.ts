import { headerOf } from "./columns.ts";

type Format = "empty" | "document" | "jsonl" | "json" | "csv" | "html" | "xml" | "text" | "binary";

/** Starts of board responses that come as one long line. */
const boardStart = /^\{\s*"(?:jobs|apiVersion|meta|data|postings)"\s*:/;
/** PDF, ZIP (Word files are), RTF. */
const documentStarts = ["%PDF-", "PK\u0003\u0004", "{\\rtf"];
const xmlStart = /^<\?xml\b|^<(?:rss|feed|workzag-jobs|source|jobs)\b/i;

/** The format of a file by how it begins, never by its name. `ended`: the head is the whole file. */
export function detectFormat(head: string, ended: boolean): Format {
  const start = head.trimStart();
  if (start === "") return ended ? "empty" : "text";
  if (documentStarts.some((mark) => start.startsWith(mark))) return "document";
  if (start.startsWith("[")) return "json";
  if (start.startsWith("{")) return objectsFormat(start, ended);
  if (head.includes("\u0000")) return "binary";
  if (start.startsWith("<")) return xmlStart.test(start) && !/^<\?xml[^>]*>\s*<!doctype html/i.test(start) ? "xml" : "html";
  if (wholeLines(start, ended).slice(0, 50).some(isObject)) return "jsonl";
  return headerOf(start.slice(0, start.search(/\r?\n|$/))) === null ? "text" : "csv";
}

/** One object, written over one or many lines, or one object a line. */
function objectsFormat(start: string, ended: boolean): Format {
  const lines = wholeLines(start, ended);
  const first = lines[0];
  if (first === undefined) return boardStart.test(start) ? "json" : "jsonl";
  if (isObject(first)) return ended && lines.length === 1 ? "json" : "jsonl";
  if (ended && lines.length === 1) return "json";
  // A line that leaves a bracket, a comma or a colon open is a piece of something larger. One that is merely wrong is a wrong line.
  return /[{[,:]\s*$/.test(first) || boardStart.test(start) ? "json" : "jsonl";
}

function wholeLines(text: string, ended: boolean): string[] {
  const lines = text.split("\n");
  if (!ended) lines.pop();
  return lines.filter((line) => line.trim() !== "");
}

function isObject(line: string): boolean {
  if (!line.trimStart().startsWith("{")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
