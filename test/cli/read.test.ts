import { openSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../../src/terms/reading.ts";
import { line, start, strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let remove: () => void;
beforeAll(() => ({ dir, remove } = tempDir()));
afterAll(() => remove());

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
}

type Line = Partial<Reading> & { error?: string };
const linesOf = (out: string): Line[] => out.trimEnd().split("\n").map((one) => JSON.parse(one) as Line);

describe("strata read --jsonl", () => {
  it("writes one reading a line, in order", async () => {
    const { code, out, err } = await strata(["read", "--jsonl"], { input: [1, 2, 3].map((i) => line(`p${i}`)).join("\n") });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(linesOf(out).map((reading) => reading.id)).toEqual(["p1", "p2", "p3"]);
    expect(linesOf(out)[0]).toMatchObject({ years: { value: 5, evidence: [{ text: "5+ years" }] } });
    expect(linesOf(out)[0]).not.toHaveProperty("text");
  });

  it("adds the text that the offsets count in", async () => {
    const { out } = await strataHere(["read", "--jsonl", "--with-text"], { input: line("p1") });
    const [reading] = linesOf(out);
    expect(reading!.text).toMatch(/^ML Platform Engineer\n\nBerlin, Germany\n\n/);
    for (const { start: from, end, text } of reading!.years!.evidence) expect(reading!.text!.slice(from, end)).toBe(text);
  });

  it("gives an error in the place of each line that is no posting, and counts them", async () => {
    const input = [line("p1"), "{broken", "", "[]", "null", '{"id":"p6"}', '{"id":7,"description_text":""}', '{"id":"p8","description_text":8}', line("p9")].join("\n");
    const { code, out, err } = await strataHere(["read", "--jsonl"], { input });
    expect(code).toBe(3);
    expect(err).toBe('strata read: 2 read, 6 not read; each of these has an "error" on its line\n');
    expect(linesOf(out).map((one) => one.error ?? one.id)).toEqual([
      "p1", expect.stringMatching(/^line 2: not JSON/), expect.stringMatching(/^line 4: /), expect.stringMatching(/^line 5: /), expect.stringMatching(/^line 6: no description/), expect.stringMatching(/^line 7: no description/), expect.stringMatching(/^line 8: a field of the wrong kind: description_text/), "p9",
    ]);
    expect(linesOf(out).map((one) => one.id)).toEqual(["p1", null, null, null, "p6", "7", "p8", "p9"]);
  });

  it("takes a blank line for none, as in a file", async () => {
    const input = `\n${line("p1")}\n\n \r\n${line("p2")}\n\n`;
    const { code, out, err } = await strataHere(["read", "--jsonl"], { input });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(linesOf(out).map((one) => one.id)).toEqual(["p1", "p2"]);
    expect(await strataHere(["read", "--jsonl"], { input: "\n" })).toEqual({ code: 0, out: "", err: "" });
  });

  it("goes on after a line of 50 MB", async () => {
    const { code, out } = await strata(["read", "--jsonl"], { input: [line("p1"), line("long", { description_html: "x".repeat(50_000_000) }), line("p3")].join("\n") });
    expect(code).toBe(3);
    expect(linesOf(out).map((one) => one.error ?? one.id)).toEqual(["p1", "line 2: longer than 8 MB: the line was left out; the next one was read", "p3"]);
  });

  it("reads 100,000 nested tags, lone surrogates, NUL and what else is thrown at it", async () => {
    const bodies = ["<div>".repeat(100_000) + "5 years of experience" + "</div>".repeat(100_000), "<ul><li>".repeat(100_000), "a\ud800b\udfff \u0000 c", "<".repeat(100_000), "&".repeat(100_000), "&#x41".repeat(50_000), `<a ${"b=1 ".repeat(100_000)}>x</a>`, "\u202e".repeat(1000) + "x", '<p title="never closed'];
    const { code, out } = await strata(["read", "--jsonl", "--with-text"], { input: bodies.map((description_html, i) => line(`p${i}`, { description_html })).join("\n") });
    expect(code).toBe(0);
    const readings = linesOf(out);
    expect(readings.map((one) => one.id)).toEqual(bodies.map((_, i) => `p${i}`));
    expect(readings[0]!.text).toContain("5 years of experience");
  });

  it("reads UTF-16 and a byte order mark", async () => {
    const text = [line("p1"), line("p2")].join("\n");
    for (const input of [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]), Buffer.from(text, "utf16le"), Buffer.from(`\ufeff${text}`)]) {
      const { code, out } = await strataHere(["read", "--jsonl"], { input });
      expect(linesOf(out).map((one) => one.id)).toEqual(["p1", "p2"]);
      expect(code).toBe(0);
    }
  });

  it("reads and refuses the same lines in the same words as a file", async () => {
    const lever = JSON.stringify({ id: "l1", text: "Agent Engineer", categories: {}, hostedUrl: "https://jobs.lever.co/invented/l1", description: "Build agents." });
    // The accents stand beyond any start of the stream that could be looked at.
    const input = Buffer.from([...Array.from({ length: 400 }, (_, i) => line(`p${i}`)), line("accents", { title: "Ingénieur modèles été" }), lever, "{broken", "[]", '{"id":"x"}'].join("\n"), "latin1");
    const [piped, filed] = [await strataHere(["read", "--jsonl", "--with-text"], { input }), await strataHere(["read", "--jsonl", "--with-text", file("lines.txt", input)])];
    const said = (out: string): unknown[] => linesOf(out).map((one) => one.error?.replace(/^\S*lines\.txt: /, "") ?? one);
    expect(said(piped.out)).toEqual(said(filed.out));
    expect(linesOf(piped.out)[400]!.text).toContain("Ingénieur modèles été");
    expect(linesOf(piped.out)[401]).toMatchObject({ id: "l1", text: expect.stringContaining("Build agents.") });
    expect(piped.err).toContain("standard input: read as WINDOWS-1252");
    const named = await strataHere(["read", "--jsonl", "--with-text", "--workers", "2", file("lines.jsonl", input)]);
    expect(named).toEqual({ ...piped, err: piped.err.replace("standard input", file("lines.jsonl", input)) });
    const missing = await strataHere(["read", "--jsonl", "nowhere.jsonl"]);
    expect(missing).toMatchObject({ code: 4, out: "", err: expect.stringContaining("nowhere.jsonl: no such file") });
  });

  it("writes the same bytes however many workers read", async () => {
    const input = Array.from({ length: 3000 }, (_, i) => (i % 500 === 7 ? "{broken" : line(`p${i}`, { title: `Posting ${i} ünï` }))).join("\n");
    const [one, three] = [await strata(["read", "--jsonl", "--with-text", "--workers", "1"], { input }), await strata(["read", "--jsonl", "--with-text", "--workers", "3"], { input })];
    expect(one.code).toBe(3);
    expect(three).toEqual(one);
    expect(linesOf(one.out)).toHaveLength(3000);
  });

  it("answers each line before the next is written", async () => {
    const { child, ended } = start(["read", "--jsonl"], { input: null });
    const answer = (): Promise<string> => new Promise((resolve) => child.stdout!.once("data", (chunk: Buffer) => resolve(chunk.toString())));
    for (const id of ["p1", "p2"]) {
      const coming = answer();
      child.stdin!.write(`${line(id)}\n`);
      expect(JSON.parse(await coming)).toMatchObject({ id });
    }
    child.stdin!.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  it("ends quietly when its reader leaves", async () => {
    const { child, ended } = start(["read", "--jsonl"], { input: Array.from({ length: 2000 }, (_, i) => line(`p${i}`)).join("\n") });
    child.stdout!.once("data", () => child.stdout!.destroy());
    expect(await ended).toMatchObject({ code: 0, err: "" });
  });

  it("says so when its output cannot be written", async () => {
    const { code, err } = await strata(["read", "--jsonl"], { input: line("p1"), stdio: ["pipe", openSync("/dev/full", "w"), "pipe"] });
    expect(err).toMatch(/cannot write the output: .*ENOSPC/);
    expect(code).toBe(4);
  });
});

describe("strata read", () => {
  const description = "Senior Platform Engineer\n\nYou will run GPU clusters.\n\nRequirements\n- 5+ years of experience\n";

  it("shows a posting's findings with the words they rest on, within 80 columns", async () => {
    const { code, out } = await strata(["read", file("posting.txt", description)]);
    expect(code).toBe(0);
    expect(out).toContain("Senior Platform Engineer");
    expect(out).toMatch(/Years +5\n/);
    expect(out).toContain("[5+ years]");
    expect(Math.max(...out.split("\n").map((one) => [...one].length))).toBeLessThanOrEqual(80);
    expect(out).not.toContain("\u001b");
  });

  it("lets nothing of a posting steer the terminal", async () => {
    const hostile = `\u001b]0;owned\u0007 \u001b[2J\u009b31m \u202egnp.exe 5+ years of experience \r gone`;
    const { out, err } = await strata(["read", file("hostile.json", JSON.stringify({ title: hostile, company: hostile, location: hostile, url: hostile, description_text: hostile }))]);
    // oxlint-disable-next-line no-control-regex
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("prints one reading as an object and several as a list", async () => {
    expect(JSON.parse((await strataHere(["read", "--json", file("one.json", line("p1"))])).out)).toMatchObject({ id: "p1" });
    expect(JSON.parse((await strataHere(["read", "--json", file("two.jsonl", `${line("p1")}\n${line("p2")}\n`)])).out)).toMatchObject([{ id: "p1" }, { id: "p2" }]);
    expect(JSON.parse((await strataHere(["read", "--json", file("list.json", `[${line("p1")},${line("p2")},${line("p3")}]`)])).out)).toHaveLength(3);
    expect(JSON.parse((await strata(["read", "--json", "-"], { input: line("p4") })).out)).toMatchObject({ id: "p4" });
  });

  it("prints a board one reading a line", async () => {
    const board = file("board.json", `[${line("p1")},${line("p2", { description_html: "" })},${line("p3")}]`);
    const { code, out } = await strataHere(["read", "--jsonl", board]);
    expect(code).toBe(3);
    expect(linesOf(out).map((one) => one.error ?? one.id)).toEqual(["p1", expect.stringContaining("posting 2: no description"), "p3"]);
  });

  it.each<[string, () => string, number, RegExp]>([
    ["a missing file", () => join(dir, "missing"), 4, /missing: no such file/],
    ["a directory", () => dir, 4, /a directory; give the files in it/],
    ["an empty file", () => file("empty", ""), 3, /^strata read: \S*empty: empty: there is nothing in it\n/],
    ["a binary file", () => file("binary", new Uint8Array(1000)), 3, /^strata read: \S*binary: not text: /],
    ["a binary file with bytes of Windows-1252", () => file("binary", Buffer.from("\u007fELF\u0002\u0000\u00e9\u00e8\u0000\u00ff\n", "latin1")), 3, /^strata read: \S*binary: not text: /],
    ["a board cut in half", () => file("cut.json", '{"jobs":[{"id":"a","title":"b","jobUrl":"x","publishedAt":"2025'), 3, /cut\.json: line 1, column \d+: cut off/],
    ["a private address", () => "http://127.0.0.1:9/", 4, /not on the public internet; --allow-private/],
    ["a metadata address", () => "http://169.254.169.254/latest", 4, /not on the public internet/],
    ["a file address", () => "file:///etc/passwd", 4, /neither http nor https/],
  ])("names %s", async (_, path, code, message) => {
    const ended = await strataHere(["read", path()]);
    expect(ended.err).toMatch(message);
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out: "" });
  });

  it("reads a page of the web, on this machine's network where that is allowed", async () => {
    const server = createServer((_, response) => response.end("<html><body><h1>Platform Engineer</h1><p>5+ years of experience.</p></body></html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { code, out } = await strata(["read", "--json", "--allow-private", `http://127.0.0.1:${(server.address() as AddressInfo).port}/jobs/1`]);
    server.close();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ years: { value: 5 } });
  });
});
