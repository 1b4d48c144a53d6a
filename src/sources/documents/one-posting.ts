import type { Posting } from "../../terms/posting.ts";
import { type DocumentKind, kindOf } from "./kind.ts";
import { DocumentUnusable } from "./problems.ts";
import { parseApart } from "./parse-apart.ts";

/** Of a file, packed. A description of twenty pages with a logo has less than one. */
export const documentBytes = 10 * 1024 * 1024;

/**
 * The description in a file: PDF, Word, web page, text, JSON. Its bytes are parsed in a process of their own (parse-apart.ts), whatever they are.
 * Throws DocumentUnusable, whose message begins with `name` and says the way out, and TooManyDocuments.
 */
export async function onePosting(bytes: AsyncIterable<Uint8Array>, { name, url = null }: { name: string; url?: string | null }): Promise<Posting> {
  try {
    const whole = await wholeOf(bytes);
    const kind = kindOf(whole);
    if (kind !== null && kind in refused) throw new DocumentUnusable(refused[kind as keyof typeof refused]);
    const posting = await parseApart(kind === "zip" ? "docx" : kind === "pdf" ? "pdf" : "text", whole);
    return { ...posting, url: posting.url ?? url };
  } catch (error) {
    if (error instanceof DocumentUnusable) throw new DocumentUnusable(`${name} ${error.message}`, { cause: error });
    throw error;
  }
}

/** Packed texts and tables are files of many postings, which strata import takes; of one description they are a detour that can unfold without end. */
const refused = {
  doc: "is a Word file of before 2007; save it as .docx or PDF, or paste the text",
  rtf: "is an RTF file; save it as .docx or PDF, or paste the text",
  gzip: "is packed with gzip; unpack it first, or paste the text",
  parquet: "is a Parquet table; a brief is of one description: take it out as text, or paste it (strata import takes whole tables)",
} satisfies Partial<Record<DocumentKind, string>>;

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
