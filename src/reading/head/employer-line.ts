import { read } from "../read.ts";
import { isHeading, isSentence, namesOccupation } from "./title-line.ts";

const mostUnits = 160;
const mostWords = 7;

const sureForms = "GmbH(?: & Co\\.? KG(?:aA)?)?|mbH|gGmbH|Ltd\\.?|Limited|Inc\\.?|Incorporated|LLC|L\\.L\\.C\\.|LLP|PLC|plc|Corp\\.?|Pty\\.? Ltd\\.?|B\\.?V\\.?|N\\.V\\.|SARL|S\\.A\\.R\\.L\\.|SAS|S\\.A\\.S\\.?|S\\.r\\.l\\.|S\\.p\\.A\\.|S\\.L\\.|S\\.A\\.|e\\.V\\.|ApS|Oy";
/** Forms that are cantons, states and countries as well: "Baden AG", "Reno NV", "Adelaide SA". */
const unsureForms = "AG|SE|SA|NV|SL|KG|UG|AB|AS";
const hasForm = new RegExp(`\\s(?:${sureForms}|${unsureForms})$`, "u");
const isUnsure = new RegExp(`\\s(?:${unsureForms})$`, "u");
const formAlone = new RegExp(`^(?:${sureForms})$`, "u");
const leads = /^(?:at|by|for|with|from|via|bei|für|chez|pour|bij|voor|posted by|company)\s/iu;

/** The employer that a line near the top of a description names by its legal form: `employerIn("Acme GmbH, Berlin")` → `"Acme GmbH"`; null where no piece of it ends in one, and of a sentence. */
export function employerIn(line: string): string | null {
  if (line.length > mostUnits || isHeading(line) || isSentence(withoutStop(line))) return null;
  for (const piece of line.split(/\s*[|·•\t]\s*|\s+[–—-]\s+/)) for (const part of withForms(piece.split(","))) if (isCompany(part)) return part;
  return null;
}

/** Whether words are the name of a company with its legal form: "Orlando Ltd" is one, "Las Vegas NV" is a place. */
export function isCompany(words: string): boolean {
  if (!hasForm.test(words) || words.split(/\s+/).length > mostWords || !/^[\p{Lu}\p{N}]/u.test(words) || leads.test(words) || words.includes(":") || namesOccupation(words)) return false;
  return !isUnsure.test(words) || read({ location: words.replace(isUnsure, ""), description_text: "-" }).places.length === 0;
}

/** The stop of "B.V." at a line's end ends no sentence. */
export function withoutStop(line: string): string {
  return line.endsWith(".") && hasForm.test(line) ? line.slice(0, -1) : line;
}

/** Parts between commas, a form with the name before it: `withForms(["Acme", " Inc.", " Boston"])` → `["Acme, Inc.", "Boston"]` */
export function withForms(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  for (const part of pieces.map((piece) => piece.trim()).filter((piece) => piece !== "")) {
    if (formAlone.test(part) && parts.length > 0) parts.push(`${parts.pop()}, ${part}`);
    else parts.push(part);
  }
  return parts;
}
