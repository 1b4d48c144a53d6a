import type { Found } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { peek, utf8Of } from "./bytes.ts";
import { csvPostings } from "./csv.ts";
import { detectFormat } from "./detect.ts";
import { jsonPostings, wholeText, xmlPostings } from "./json.ts";
import { jsonlPostings } from "./jsonl.ts";
import { headBytes, postingBytes } from "./limits.ts";
import { pagePostings, textPosting } from "./page.ts";
import { isParquet, parquetPostings } from "./parquet.ts";

export type FileOptions = {
  /** Told what was made of the file: its encoding, the columns that were taken. */
  say?: (what: string) => void;
  /** Where the file lies, for formats that are read by parts (Parquet). Without it, such a file is held whole. */
  path?: string | null;
  /** Where a page came from. */
  url?: string | null;
  /** Makes one posting of a text without any format: right for a pasted description, wrong for a file of the market; without it such a text is refused. */
  plainText?: ((posting: Posting) => Posting) | null;
};

/** The postings in a file of any format that is known, told by its content; and what in it is none, each named. Throws only where the bytes cannot be had. */
export async function* postingsIn(bytes: AsyncIterable<Uint8Array>, options: FileOptions = {}): AsyncGenerator<Found> {
  const { say = () => undefined, url = null, plainText = null, path = null } = options;
  try {
    const began = await peek(bytes, 4);
    if (isParquet(began.head)) return yield* parquetPostings(began.all, path, say);
    // What it was read as is told once it is known to be text.
    let told: string[] | null = [];
    const text = await utf8Of(began.all, (what) => (told === null ? say(what) : void told.push(what)));
    // The first line must be whole to tell JSON Lines from one JSON value.
    const { head, ended, all } = await peek(text, headBytes);
    const first = head.includes(10) || ended ? { head, ended, all } : await peek(all, postingBytes, 10);
    const start = new TextDecoder().decode(first.head);
    const format = detectFormat(start, first.ended);
    if (format !== "binary") for (const what of told) say(what);
    told = null;
    yield* inFormat(format, start, first.all, { say, url, plainText, path });
  } catch (error) {
    if (!isDamagedPack(error)) throw error;
    yield { problem: { where: "file", reason: "compressed data is damaged", detail: `${error.message}; what came before was read` } };
  }
}

async function* inFormat(format: ReturnType<typeof detectFormat>, head: string, bytes: AsyncIterable<Uint8Array>, options: Required<FileOptions>): AsyncGenerator<Found> {
  switch (format) {
    case "jsonl":
      return yield* jsonlPostings(bytes);
    case "json":
      return yield* jsonPostings(bytes);
    case "csv":
      return yield* csvPostings(bytes, head, options.say);
    case "empty":
      return yield wrong("empty", "there is nothing in it");
    case "xml":
      return yield* xmlPostings(bytes);
    case "document":
      return yield wrong("a PDF, Word or RTF file", "one description in a PDF or .docx is read by: strata brief FILE");
    case "binary":
      return yield wrong("not text", "it holds NUL bytes: neither UTF-8 nor UTF-16");
    case "html":
    case "text": {
      if (format === "text" && options.plainText === null) return yield wrong("no format that is known", "neither JSON, JSON Lines, CSV with a header line, Parquet, nor a web page. Is it one posting as plain text? See it with: strata read FILE; to import it, put it in JSON Lines: {\"title\": \"…\", \"description_text\": \"…\"}");
      const text = await wholeText(bytes, postingBytes);
      if (text === null) return yield wrong("longer than 8 MB", "one posting cannot be so long");
      return yield* format === "html" ? pagePostings(text, options.url) : [madeOf(textPosting(text), options.plainText!)];
    }
  }
}

function madeOf(found: Found, make: (posting: Posting) => Posting): Found {
  return "posting" in found ? { ...found, posting: make(found.posting) } : found;
}

function wrong(reason: string, detail: string): Found {
  return { problem: { where: "file", reason, detail } };
}

function isDamagedPack(error: unknown): error is Error {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}
