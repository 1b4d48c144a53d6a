import mammoth from "mammoth";
import { DocumentUnusable } from "./problems.ts";
import { checkZip } from "./zip.ts";

/** A Word document as HTML: headings, paragraphs, lists, tables. Pictures are left out; nothing outside the file is read. */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const names = checkZip(bytes);
  if (!names.some((name) => name.startsWith("word/"))) throw new DocumentUnusable(`${foreign(names)}; save it as .docx or PDF, or paste the text`);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }, { externalFileAccess: false, convertImage: noPicture, includeDefaultStyleMap: true });
  return value;
}

const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));

function foreign(names: readonly string[]): string {
  if (names.includes("content.xml")) return "is an OpenDocument file";
  if (names.some((name) => name.startsWith("xl/"))) return "is a spreadsheet";
  if (names.some((name) => name.startsWith("ppt/"))) return "is a presentation";
  if (names.some((name) => name.startsWith("Index/") || name.endsWith(".iwa"))) return "is a file of Pages";
  return "is a ZIP archive without a Word document in it";
}
