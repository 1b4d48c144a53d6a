import { DocumentUnusable } from "./problems.ts";

// The entry of the process that unpacks PDF and Word files (unpack.ts starts it): bytes in, one JSON answer out. Whatever happens to it happens to nothing else.
if (process.argv[2] === "--document-worker") await answer(process.argv[3] ?? "");

async function answer(kind: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const bytes = new Uint8Array(Buffer.concat(parts));
  try {
    const got = { html: await (kind === "pdf" ? (await import("./pdf.ts")).pdfToHtml(bytes) : (await import("./docx.ts")).docxToHtml(bytes)) };
    process.stdout.write(JSON.stringify(got));
  } catch (error) {
    process.stdout.write(JSON.stringify({ problem: error instanceof DocumentUnusable ? error.message : `cannot be read (${(error as Error).message.slice(0, 200)}); save it anew, or paste the text` }));
  }
}
