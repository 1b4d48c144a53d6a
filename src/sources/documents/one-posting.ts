import type { Posting } from "../../terms/posting.ts";
import { problemText } from "../../terms/found.ts";
import { postingsIn } from "../postings.ts";
import { kindOf } from "./kind.ts";
import { DocumentUnusable } from "./problems.ts";
import { unpack } from "./unpack.ts";

/** Of a file, packed. A description of twenty pages with a logo has less than one. */
export const documentBytes = 10 * 1024 * 1024;

/** The description in a file of any kind: PDF, Word, web page, text, JSON; of those without fields the text alone. Throws DocumentUnusable, whose message begins with `name` and says the way out. */
export async function onePosting(bytes: AsyncIterable<Uint8Array>, { name, url = null }: { name: string; url?: string | null }): Promise<Posting> {
  try {
    const whole = await wholeOf(bytes);
    const kind = kindOf(whole);
    if (kind === "pdf" || kind === "zip") return { description_html: await htmlIn(kind === "pdf" ? "pdf" : "docx", whole) };
    if (kind !== null) throw new DocumentUnusable(`is ${kind === "rtf" ? "an RTF file" : "a Word file of before 2007"}; save it as .docx or PDF, or paste the text`);
    return await onlyOne(whole, url);
  } catch (error) {
    if (error instanceof DocumentUnusable) throw new DocumentUnusable(`${name} ${error.message}`, { cause: error });
    throw error;
  }
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    parts.push(part);
    if ((size += part.length) > documentBytes) throw new DocumentUnusable(`is larger than ${documentBytes / 1048576} MB; take the pictures out, or paste the text`);
  }
  if (size === 0) throw new DocumentUnusable("is empty: there is no description in it");
  return Buffer.concat(parts);
}

async function htmlIn(kind: "pdf" | "docx", bytes: Uint8Array): Promise<string> {
  const { html } = await unpack(kind, bytes);
  if (html.replaceAll(/<[^<>]*>/g, "").trim() === "") throw new DocumentUnusable("has no text in it, as scans have none; run it through text recognition, or paste the text");
  return html;
}

async function onlyOne(bytes: Uint8Array, url: string | null): Promise<Posting> {
  let found: Posting | null = null;
  let more = 0;
  for await (const one of postingsIn(once(bytes), { url, plainText: (posting) => posting })) {
    if ("problem" in one) {
      if (found === null) throw new DocumentUnusable(`holds no description: ${problemText({ ...one.problem, where: "" })}`);
    } else if (found === null) found = one.posting;
    else more++;
  }
  if (found === null) throw new DocumentUnusable("holds no description");
  if (more > 0) throw new DocumentUnusable(`holds ${more + 1} postings; a brief is of one: take it out into a file of its own`);
  return found;
}

// oxlint-disable-next-line require-yield
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
