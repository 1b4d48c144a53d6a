/** What a file is by its first bytes, where it is no text: documents of an office, packed texts and tables. */
export type DocumentKind = "pdf" | "zip" | "doc" | "rtf" | "gzip" | "parquet";

/** `kindOf(bytes of "%PDF-1.7 …")` → `"pdf"`; null for texts and all else. A PDF may have lines of other bytes ahead of its mark, as printers put words there: readers of PDF look for it in the first kilobyte. Amid a line it is only spoken of. */
export function kindOf(head: Uint8Array): DocumentKind | null {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return "doc";
  if (startsWith(head, [0x1f, 0x8b])) return "gzip";
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return "parquet";
  const start = Buffer.from(head.subarray(0, 1024)).toString("latin1");
  if (start.startsWith("{\\rtf")) return "rtf";
  return /(?:^(?:ï»¿)?|[\r\n])[ \t]*%PDF-\d/.test(start) ? "pdf" : null;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
