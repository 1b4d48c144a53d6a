import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { constants, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onePosting } from "../../src/sources/documents/one-posting.ts";
import { DocumentUnusable, TooManyDocuments } from "../../src/sources/documents/problems.ts";
import { parseApart, parseCaps } from "../../src/sources/documents/parse-apart.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { makeDocx } from "../fixtures/documents.ts";
import { buildPrograms } from "../fixtures/strata.ts";

let dir: string;
beforeAll(() => {
  buildPrograms();
  dir = mkdtempSync(join(tmpdir(), "strata-documents-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function* once(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes as string);
}

function given(bytes: Uint8Array | string, name = "it"): Promise<Posting> {
  return onePosting(once(bytes), { name });
}

/** A program in the place of the one that parses. */
function program(name: string, source: string): string {
  const path = join(dir, `${name}.mjs`);
  writeFileSync(path, source);
  return path;
}

/** A PDF whose one page draws what `stream` unfolds to. */
function rawPdf(stream: Uint8Array): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    null,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  for (const [i, body] of objects.entries()) {
    parts.push(Buffer.from(`${i + 1} 0 obj\n`));
    if (body === null) parts.push(Buffer.from(`<</Length ${stream.length}/Filter/FlateDecode>>stream\n`), Buffer.from(stream), Buffer.from("\nendstream"));
    else parts.push(Buffer.from(body));
    parts.push(Buffer.from("\nendobj\n"));
  }
  parts.push(Buffer.from("trailer<</Root 1 0 R/Size 6>>\n%%EOF"));
  return Buffer.concat(parts);
}

/** Deflated text over and over, without an end: each piece is flushed whole, so that it may stand behind itself. */
function endless(text: string, times: number): Uint8Array {
  const whole = deflateSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([whole.subarray(0, 2), ...Array.from({ length: times }, () => whole.subarray(2))]);
}

describe("what a document may cost", () => {
  test("a parser that hangs is ended", async () => {
    const script = program("hangs", `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(join(dir, "hung"))}, String(process.pid)); for (;;);`);
    await expect(parseApart("text", Buffer.from("x"), { ms: 1500 }, script)).rejects.toThrow("takes longer than 1.5 s to read; print it to a new PDF, or paste the text");
    const pid = Number(readFileSync(join(dir, "hung"), "utf8"));
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  test("a PDF whose page unfolds to two gigabytes of nothing takes too much memory outside the heap", async () => {
    const bytes = rawPdf(endless(" ".repeat(16 * 1024 * 1024), 128));
    expect(bytes.length).toBeLessThan(3_000_000);
    await expect(given(bytes, "nothing.pdf")).rejects.toThrow("nothing.pdf takes more memory to read than any description");
  });

  test("a PDF that writes without end", async () => {
    const bytes = rawPdf(endless(`BT /F1 12 Tf ${"1 0 0 1 50 700 Tm (Build the training pipelines) Tj ".repeat(20_000)} ET\n`, 40));
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(given(bytes, "endless.pdf")).rejects.toThrow(/^endless\.pdf (?:takes longer than 20 s|takes more memory|holds more than 2 million characters)/);
  });

  test("a Word file under the cap of its parts whose paragraphs take too much heap", async () => {
    const bytes = makeDocx([], { "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(1_500_000)}</w:body></w:document>` });
    expect(bytes.length).toBeLessThan(500_000);
    await expect(given(bytes, "paragraphs.docx")).rejects.toThrow("paragraphs.docx takes more memory to read than any description");
  });

  test("buffers and heap are bounded by themselves, the first on every system alike", async () => {
    const bytes = Buffer.from("ML Engineer\n\nBuild models.");
    // What Node itself holds is more than that already: nothing but the watch can say so.
    await expect(parseApart("text", bytes, { residentMb: 20 })).rejects.toThrow("takes more memory to read than any description");
    const heap = program("heap", "const all = []; for (;;) all.push(new Array(1000).fill({}).map(() => ({})));");
    await expect(parseApart("text", bytes, { heapMb: 32 }, heap)).rejects.toThrow("takes more memory to read than any description");
    expect(await parseApart("text", bytes)).toMatchObject({ description_text: "ML Engineer\n\nBuild models." });
  });

  test("one that tells without end, and one that ends without a word", async () => {
    const tells = program("tells", "const some = 'x'.repeat(1 << 20); const more = () => process.stdout.write(some, more); more();");
    await expect(parseApart("text", Buffer.from("x"), {}, tells)).rejects.toThrow("holds more than 8 MB of text; no description does");
    await expect(parseApart("text", Buffer.from("x"), {}, program("dies", "process.exit(3)"))).rejects.toThrow("ends the program that reads it; print it to a new PDF");
  });

  test("more text than a description has", async () => {
    await expect(given(`ML Engineer\n\n${"Build models. ".repeat(650_000)}`, "long.txt")).rejects.toThrow("long.txt holds more than 8 MB of text; no description does");
  });

  test("at most two at once, eight more wait, the next is refused; nothing of the environment is handed on", async () => {
    const pids = mkdtempSync(join(dir, "at-once-"));
    // Each writes how many others it saw, and goes.
    const counting = program(
      "counts",
      `import { readdirSync, rmSync, writeFileSync } from "node:fs";
       const own = ${JSON.stringify(pids)} + "/" + process.pid;
       writeFileSync(own, "");
       setTimeout(() => {
         const together = readdirSync(${JSON.stringify(pids)}).length;
         rmSync(own);
         process.stdout.write(JSON.stringify({ posting: { description_text: together + " " + Object.keys(process.env).join() } }));
       }, 300);`,
    );
    process.env.STRATA_SECRET_OF_TEST = "x";
    let seen: string[];
    try {
      const ten = Array.from({ length: 10 }, () => parseApart("text", Buffer.from("x"), {}, counting));
      await expect(parseApart("text", Buffer.from("x"), {}, counting)).rejects.toThrow(TooManyDocuments);
      seen = (await Promise.all(ten)).map(({ description_text: told }) => told!.trim());
    } finally {
      delete process.env.STRATA_SECRET_OF_TEST;
    }
    expect(new Set(seen)).toContain("2");
    expect(seen.filter((told) => !["1", "2"].includes(told))).toEqual([]);
    expect(readdirSync(pids)).toEqual([]);
    expect(await parseApart("text", Buffer.from("x"), {}, counting)).toMatchObject({ description_text: expect.stringContaining("1") });
  });
});

describe("what is no description", () => {
  const table = "title,company,description\nML Engineer,Acme,Build models\n";
  test.each<[string, Uint8Array | string, string]>([
    ["a gzip bomb", gzipSync("x".repeat(50_000_000)), "is packed with gzip; unpack it first, or paste the text"],
    ["a packed text", gzipSync("ML Engineer\n\nBuild models"), "is packed with gzip; unpack it first, or paste the text"],
    ["a Parquet table", Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(100), Buffer.from("PAR1")]), "is a Parquet table; a brief is of one description: take it out as text, or paste it (strata import takes whole tables)"],
    ["CSV", table, "is a table (CSV); a brief is of one description: take it out as text, or paste it (strata import takes whole tables)"],
    ["CSV in UTF-16", Buffer.from(`\ufeff${table}`, "utf16le"), "is a table (CSV); a brief is of one description: take it out as text, or paste it (strata import takes whole tables)"],
    ["bytes", Buffer.from([0, 1, 2, 3, 0, 0, 0, 9]), "is of no kind that is read here: give a PDF, Word (.docx), a web page, text or JSON, or paste the text"],
  ])("%s", async (_, bytes, message) => {
    const error = await given(bytes, "it").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DocumentUnusable);
    expect((error as Error).message).toBe(`it ${message}`);
  });

  test("text in UTF-16 and in Windows-1252, one posting of JSON, a page", async () => {
    expect(await given(Buffer.from("\ufeffIngénieur ML\n\nModèles", "utf16le"))).toMatchObject({ description_text: "Ingénieur ML\n\nModèles" });
    expect(await given(Buffer.from("Ingénieur ML\n\nModèles", "latin1"))).toMatchObject({ description_text: "Ingénieur ML\n\nModèles" });
    expect(await given('{"title":"ML Engineer","description_text":"Build models"}')).toMatchObject({ title: "ML Engineer", description_text: "Build models" });
    expect(await onePosting(once("<!doctype html><title>x</title><h1>ML Engineer</h1><p>Build models"), { name: "it", url: "https://jobs.example/1" })).toMatchObject({ title: "ML Engineer", url: "https://jobs.example/1" });
  });
});

test("the caps of a document are those that docs/brief.md names", () => {
  const said = readFileSync(join(import.meta.dirname, "../../docs/brief.md"), "utf8");
  expect(said).toContain(`ended after ${parseCaps.ms / 1000} seconds, ${parseCaps.heapMb} MB of heap or ${parseCaps.residentMb} MB in all`);
});
