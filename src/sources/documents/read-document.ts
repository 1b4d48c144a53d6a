import { type Problem, problemText } from "../../terms/found.ts";
import type { Posting } from "../../terms/posting.ts";
import { utf8Of } from "../bytes.ts";
import { detectFormat } from "../detect.ts";
import { wholeText } from "../json.ts";
import { headBytes, postingBytes } from "../limits.ts";
import { postingsIn } from "../postings.ts";
import { DocumentUnusable } from "./problems.ts";

export type ReadableKind = "pdf" | "docx" | "text";

/** The one description in a document's bytes; of those without fields the text alone. It runs in the process that may be ended (document-process.ts). Throws DocumentUnusable. */
export async function readDocument(kind: ReadableKind, bytes: Uint8Array): Promise<Posting> {
  if (kind === "text") return await onlyOne(bytes);
  const html = await (kind === "pdf" ? (await import("./pdf.ts")).pdfToHtml(bytes) : (await import("./docx.ts")).docxToHtml(bytes));
  if (html.replaceAll(/<[^<>]*>/g, "").trim() === "") throw new DocumentUnusable("has no text in it, as scans have none; run it through text recognition, or paste the text");
  return { description_html: html };
}

async function onlyOne(bytes: Uint8Array): Promise<Posting> {
  const text = await wholeText(await utf8Of(once(bytes), () => undefined), postingBytes);
  if (text === null) throw new DocumentUnusable(`holds more than ${postingBytes / 1048576} MB of text; no description does`);
  if (detectFormat(text.slice(0, headBytes), text.length <= headBytes) === "csv") throw new DocumentUnusable("is a table (CSV); a brief is of one description: take it out as text, or paste it (strata import takes whole tables)");
  let found: Posting | null = null;
  let more = 0;
  let none = null as { first: Problem; n: number } | null;
  for await (const one of postingsIn(once(Buffer.from(text)), { plainText: (posting) => posting })) {
    if ("problem" in one) {
      if (one.problem.reason === "not text") throw new DocumentUnusable("is of no kind that is read here: give a PDF, Word (.docx), a web page, text or JSON, or paste the text");
      none = { first: none?.first ?? one.problem, n: (none?.n ?? 0) + 1 };
    } else if (found === null) found = one.posting;
    else more++;
  }
  if (found === null) throw new DocumentUnusable(none === null ? "holds no description" : `holds no description: ${problemText({ ...none.first, where: "" })}`);
  // Which of them is meant is not for us to say.
  if (none !== null) throw new DocumentUnusable(`holds ${more === 0 ? "a posting" : `${more + 1} postings`} and ${none.n === 1 ? "an entry" : `${none.n} entries`} without one (${problemText(none.first)}); a brief is of one: take it out into a file of its own`);
  if (more > 0) throw new DocumentUnusable(`holds ${more + 1} postings; a brief is of one: take it out into a file of its own`);
  return found;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
