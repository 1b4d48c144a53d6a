import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type App, makeApp } from "../../src/server/app.ts";
import { FetchRefused } from "../../src/sources/guard-problem.ts";
import { Brief } from "../../src/terms/brief.ts";
import { BriefOutputs } from "../../src/terms/brief-outputs.ts";
import { makeDocx, makePdf, makeZip } from "../fixtures/documents.ts";
import { type FollowingMarket, followingMarket } from "../fixtures/followed.ts";
import { playedWorld, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";
import { buildPrograms } from "../fixtures/strata.ts";

const lines = ["Senior ML Platform Engineer", "Denver, Colorado", "What you will do", "- Build the training pipelines and the model registry", "- Own the feature store", "Requirements", "- 5+ years of experience with Python and Kubernetes", "Salary: up to $180,000 a year"];
const text = `${lines[0]}\n\n${lines.slice(1).join("\n")}`;

let play: PlayingServer;
let following: FollowingMarket;
let app: App;
const logged: string[] = [];
beforeAll(async () => {
  // Files are parsed by a built program of its own.
  buildPrograms();
  play = await startPlaying([]);
  const world = playedWorld(play);
  following = await followingMarket(world);
  app = makeApp({ market: following.market, now: () => new Date("2026-11-29T10:00:00Z"), log: (message) => logged.push(message), fetchPage: page });
});
afterAll(async () => {
  await following.close();
  await play.close();
});

async function page(url: string): Promise<{ url: string; body: AsyncIterable<Uint8Array> }> {
  if (!url.startsWith("https://jobs.example/")) throw new FetchRefused(`${url} is not on the public internet`);
  return { url, body: markup(url.endsWith("marked") ? "ML Engineer, AT&amp;T <em>Labs</em>" : lines[0]!) };
}

function summary(json: unknown) {
  const { posting, reading } = (json as { brief: Brief }).brief;
  const sections = reading.sections.map(({ section }) => section).filter((section) => section !== "title" && section !== "location");
  return { title: posting.title, location: posting.location, role: reading.role.value, layer: reading.layer, years: reading.years.value, sections };
}

async function* markup(title: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`<!doctype html><h1>${title}</h1><p>${lines.slice(1).join("</p><p>")}</p>`);
}

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: never }> {
  const isForm = body instanceof FormData;
  const response = await app.request(path, { method, ...(body === undefined ? {} : isForm ? { body } : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
  return { status: response.status, json: (await response.json()) as never };
}

function form(bytes: Uint8Array | string, name: string, options?: string): FormData {
  const data = new FormData();
  data.set("file", new File([bytes as BlobPart], name));
  if (options !== undefined) data.set("options", options);
  return data;
}

describe("POST /api/brief", () => {
  test("a pasted text: title and place off its top, findings with quotes, the rule of the place", async () => {
    const { status, json } = await ask("POST", "/api/brief", { text, options: { employees: 40 } });
    expect(status).toBe(200);
    const brief = Brief.parse(json);
    expect(brief).toMatchObject({ day: "2026-11-29", posting: { title: lines[0], location: "Denver, Colorado" }, options: { employees: 40 }, market: null });
    for (const { start, end, text: quote } of brief.findings.flatMap((finding) => finding.quotes)) expect(brief.text.slice(start, end)).toBe(quote);
    expect(brief.findings.map(({ id }) => id)).toContain("pay-open");
    const colorado = brief.transparency.find((result) => result.rule === "us-co")!;
    expect(colorado.applies).toBe(true);
    expect(Object.fromEntries(colorado.checks.map(({ letter, state }) => [letter, state]))).toEqual({ P: "pass", N: "fail", U: "pass", B: "fail", O: "unknown", D: "fail" });
  });

  test.each(["/api/brief", "/api/brief/outputs"])("%s tells what markup hides from everybody, and reads none of it", async (path) => {
    const shown = "<h2>What you will do</h2><p>Train models</p>";
    const { json } = await ask("POST", path, { posting: { title: "ML Engineer", description_html: `${shown}<p style="display:none">We want a rockstar</p>` } });
    const brief = Brief.parse(path === "/api/brief" ? json : (json as { brief: unknown }).brief);
    expect(brief.hidden).toEqual(["We want a rockstar"]);
    expect(brief.text).not.toContain("rockstar");
    expect(brief.findings.map(({ id }) => id)).not.toContain("buzzwords");
  });

  test.each<[string, unknown, RegExp]>([
    ["nothing", {}, /one of posting and text/],
    ["both", { text, posting: { description_text: text } }, /one of posting and text/],
    ["blank text", { text: "  \n " }, /there is no text/],
    ["a posting without description", { posting: { title: "x" } }, /no description/],
    ["an option that there is not", { text, options: { employes: 3 } }, /employes/],
    ["a size below none", { text, options: { employees: -1 } }, /employees/],
    ["more employees in a place than in all", { text, options: { employees: 5, employeesThere: 6 } }, /^options\.employeesThere "6": is more than the employees in all, 5$/],
    ["a text of 500,000 characters", { text: "word ".repeat(100_000) }, /500,0\d\d characters; a brief takes at most 400,000|499,999/],
    ["a title of 3,000", { posting: { title: "x".repeat(3000), description_text: "y" } }, /title has 3,000 characters/],
  ])("refuses %s", async (_, body, message) => {
    const { status, json } = await ask("POST", "/api/brief", body);
    expect(status).toBe(400);
    expect((json as { error: { message: string } }).error.message).toMatch(message);
  });

  test("5 MB are refused before they are read", async () => {
    expect(await ask("POST", "/api/brief", { text: "x".repeat(5_000_000) })).toMatchObject({ status: 413, json: { error: { message: expect.stringContaining("larger than 4 MB") } } });
  });

  test.each<[string, string]>([
    ["100,000 lines", "a\n".repeat(100_000)],
    ["script everywhere", '<script>alert(1)</script><img src=x onerror=alert(1)>"><svg onload=alert(1)>'.repeat(200)],
    ["right to left and back", "\u202eml engineer\u202c \u2067pay\u2069 ".repeat(2000)],
    ["zero width", "Buil\u200bd mod\u200dels\ufeff ".repeat(2000)],
    ["emoji and lone surrogates", "🚀👩🏽‍💻\ud800 rockstar ".repeat(2000)],
    ["one word without end", "x".repeat(300_000)],
    ["brackets without end", "(".repeat(200_000)],
    ["a figure without end", `Senior Machine Learning Engineer\n\nWhat you will do\n${"1,".repeat(20_000)}`],
    ["letters without end", `Senior Machine Learning Engineer\n\nWhat you will do\n${"é".repeat(20_000)}`],
    ["letters and accents in turn, in an ML posting", `Senior Machine Learning Engineer\n\nWhat you will do\n${"aé".repeat(10_000)}`],
    ["spaces without end", `Senior Machine Learning Engineer\n\nWhat you will do\n${" ".repeat(100_000)}x`],
    ["tags that never end", `Senior Machine Learning Engineer\n\n${"<a b=".repeat(20_000)}`],
    ["amounts without end", `Senior Machine Learning Engineer\n\nSalary: ${"$100,000 - ".repeat(8_000)}`],
    ["nothing that is a word", "!?.,;:–— ".repeat(10_000)],
  ])("%s gives a brief whose quotes stand in its text, and outputs without markup of the text", async (_, hostile) => {
    const { status, json } = await ask("POST", "/api/brief/outputs", { posting: { title: `<b>${hostile.slice(0, 100)}`, company: "<i>", location: hostile.slice(0, 60), description_text: hostile } });
    expect(status).toBe(200);
    const { brief, outputs } = json as { brief: Brief; outputs: BriefOutputs };
    for (const { start, end, text: quote } of [...brief.findings.flatMap((finding) => finding.quotes), ...brief.transparency.flatMap((result) => result.checks.flatMap((check) => check.quotes))]) expect(brief.text.slice(start, end)).toBe(quote);
    expect(outputs.html.replaceAll(/<\/?(?:h1|h2|p|ul|li|mark|small)>/g, "")).not.toContain("<");
    expect(BriefOutputs.safeParse(outputs).success).toBe(true);
  });
});

describe("files", () => {
  test("Word, PDF, web page and text give the same title and years", async () => {
    const pdf = await makePdf([{ text: lines[0], fontSize: 22 }, lines[1], { text: lines[2], fontSize: 14 }, ...lines.slice(3, 5), { text: lines[5], fontSize: 14 }, ...lines.slice(6)]);
    for (const [name, bytes] of [["a.docx", makeDocx(lines.map((line, i) => (i === 0 || i === 2 || i === 5 ? `# ${line}` : line)))], ["a.pdf", pdf], ["a.html", `<h1>${lines[0]}</h1><p>${lines.slice(1).join("</p><p>")}</p>`], ["a.txt", text]] as const) {
      const { status, json } = await ask("POST", "/api/brief/upload", form(bytes, name, '{"employees":40}'));
      expect({ name, status }).toEqual({ name, status: 200 });
      const { brief, posting } = json as { brief: Brief; posting: { title: string } };
      expect({ name, title: posting.title, location: brief.posting.location, years: brief.reading.years.value, employees: brief.options.employees }).toEqual({ name, title: lines[0], location: "Denver, Colorado", years: 5, employees: 40 });
    }
  });

  test("a PDF in letters of one size, in one column and in two, and a Word file without styles read as the same advert's page does", async () => {
    const about = ["About us", "We plan the routes of ships between the ports of the north, with software that we write ourselves, and we run it on our own machines."];
    const html = `<h1>${lines[0]}</h1><p>${lines[1]}</p><h2>${lines[2]}</h2><ul><li>${lines[3]!.slice(2)}</li><li>${lines[4]!.slice(2)}</li></ul><h2>${lines[5]}</h2><ul><li>${lines[6]!.slice(2)}</li></ul><p>${lines[7]}</p><h2>${about[0]}</h2><p>${about[1]}</p>`;
    const [head, rest] = [lines.slice(0, 2), [lines[2], { ul: lines.slice(3, 5).map((line) => line.slice(2)) }, lines[5], { ul: [lines[6]!.slice(2)] }, lines[7]]];
    const asPage = summary((await ask("POST", "/api/brief/upload", form(html, "a.html"))).json);
    expect(asPage).toMatchObject({ title: lines[0], location: lines[1], sections: ["intro", "responsibilities", "requirements", "benefits", "about"] });
    for (const [name, bytes] of [["plain.pdf", await makePdf([...head, ...rest, ...about])], ["columns.pdf", await makePdf([...head, { columns: [rest, [...about, about[1], about[1]]], columnGap: 20 }])], ["a.docx", makeDocx([...lines, ...about])]] as const) {
      expect({ name, ...summary((await ask("POST", "/api/brief/upload", form(bytes, name))).json) }).toEqual({ name, ...asPage });
    }
  });

  test.each([
    ["/api/brief/upload", "image/png", /was sent as image\/png; this address takes multipart\/form-data .*PDF, Word \(\.docx\), web page, text or JSON/],
    ["/api/brief", "text/plain", /was sent as text\/plain; this address takes application\/json/],
  ])("%s says what it takes, in place of %s", async (path, type, says) => {
    const response = await app.request(path, { method: "POST", body: "x", headers: { "content-type": type } });
    expect(response.status).toBe(415);
    expect(((await response.json()) as { error: object }).error).toEqual({ code: "bad-request", message: expect.stringMatching(says) });
  });

  test.each<[string, Uint8Array | string, RegExp]>([
    ["nothing.txt", "", /nothing\.txt is empty/],
    ["old.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old\.doc is a Word file of before 2007; save it as \.docx/],
    ["a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /a\.png is of no kind that is read here: give a PDF, Word \(\.docx\), a web page, text or JSON/],
    ["a.rtf", "{\\rtf1 hello}", /RTF file; save it as/],
    ["broken.pdf", "%PDF-1.7\nnothing more", /broken\.pdf is no PDF that can be read/],
    ["broken.docx", Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /is damaged: its parts cannot be unpacked/],
    ["sheet.xlsx", makeZip({ "xl/workbook.xml": "<a/>" }), /is a spreadsheet; save it as/],
    ["some.odt", makeZip({ "content.xml": "<a/>" }), /is an OpenDocument file; save it as/],
    ["bomb.docx", makeDocx(["x"], { "word/media/a.xml": " ".repeat(80_000_000) }), /is larger than 64 MB unpacked/],
    ["liar.docx", makeZip({ "word/document.xml": " ".repeat(80_000_000) }, { "word/document.xml": 10 }), /is larger than 64 MB unpacked/],
    ["entities.docx", makeDocx(["x"], { "word/document.xml": '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' }), /declares entities/],
    ["empty.docx", makeDocx([]), /has no text in it/],
    ["two.jsonl", '{"description_text":"a"}\n{"description_text":"b"}\n', /holds 2 postings; a brief is of one/],
    ["one.jsonl", '{"title":"ML Engineer","description_text":"a"}\n{"title":"Data Engineer"}\n', /^one\.jsonl holds a posting and an entry without one \(line 2: .*\); a brief is of one: take it out/],
  ])("%s says what is wrong and the way out", async (name, bytes, message) => {
    const { status, json } = await ask("POST", "/api/brief/upload", form(bytes, name));
    expect((json as { error: { message: string } }).error.message).toMatch(message);
    expect(status).toBe(400);
  });

  test("a PDF without text, and one of 70 pages", async () => {
    expect((await ask("POST", "/api/brief/upload", form(await makePdf([{ canvas: [{ type: "rect", x: 0, y: 0, w: 10, h: 10 }] }]), "scan.pdf"))).json).toMatchObject({ error: { message: expect.stringContaining("no text in it, as scans have none") } });
    const pages = Array.from({ length: 70 }, (_, i) => ({ text: `Page ${i}`, ...(i > 0 ? { pageBreak: "before" } : {}) }));
    expect((await ask("POST", "/api/brief/upload", form(await makePdf(pages), "book.pdf"))).json).toMatchObject({ error: { message: "book.pdf has 70 pages; a description has at most 60" } });
  });

  test("options that are none, a form without a file, more than 10 MB", async () => {
    expect(await ask("POST", "/api/brief/upload", form("x y z", "a.txt", "{broken"))).toMatchObject({ status: 400, json: { error: { message: "options: not JSON" } } });
    expect(await ask("POST", "/api/brief/upload", form("x y z", "a.txt", '{"employees":"many"}'))).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining("options.employees") } } });
    expect(await ask("POST", "/api/brief/upload", form("x y z", "a.txt", '{"employees":5,"employeesThere":6}'))).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining("is more than the employees in all, 5") } } });
    expect(await ask("POST", "/api/brief/upload", new FormData())).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining("file") } } });
    expect(await ask("POST", "/api/brief/upload", form(new Uint8Array(11_000_000), "a.pdf"))).toMatchObject({ status: 413 });
  });

  test("a page of the web, and one that is not public", async () => {
    expect(await ask("POST", "/api/brief/fetch", { url: "https://jobs.example/1" })).toMatchObject({ status: 200, json: { posting: { title: lines[0], url: "https://jobs.example/1" } } });
    expect(await ask("POST", "/api/brief/fetch", { url: "https://jobs.example/marked" })).toMatchObject({ status: 200, json: { posting: { title: "ML Engineer, AT&T Labs" }, brief: { posting: { title: "ML Engineer, AT&T Labs" } } } });
    expect(await ask("POST", "/api/brief/fetch", { url: "http://169.254.169.254/" })).toMatchObject({ status: 502, json: { error: { code: "not-answered" } } });
    expect(await ask("POST", "/api/brief/fetch", { url: "file-or-nothing" })).toMatchObject({ status: 400 });
  });
});

async function pdfOnce(): Promise<Buffer> {
  const response = await app.request("/api/brief/pdf", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text }) });
  return Buffer.from(await response.arrayBuffer());
}

describe("outputs", () => {
  test("PDF of a brief: the same bytes each time", async () => {
    const [first, second] = [await pdfOnce(), await pdfOnce()];
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    expect(first.equals(second)).toBe(true);
  });

  test("rules and scorecards as data", async () => {
    const { json } = await ask("GET", "/api/brief/rules");
    expect((json as { rules: { id: string }[] }).rules.map((rule) => rule.id)).toEqual(expect.arrayContaining(["us-co", "ca-on", "it", "eu", "gb"]));
    expect((await ask("GET", "/api/brief/scorecards")).json).toMatchObject({ attributes: { "operational-ownership": { name: "Operational ownership" } } });
  });
});

type Kept = { id: string; share: string | null; newest: { version: number; brief: Brief; source: { description_text: string } }; versions: { version: number; note: string | null; changes: object | null }[] };

describe("kept descriptions", () => {
  const posting = { title: lines[0], location: lines[1], description_text: lines.slice(2).join("\n\n") };

  test("versions with what changed, an older one, a list, removal", async () => {
    const first = (await ask("POST", "/api/briefs", { posting, note: "as it came" })).json as Kept;
    expect(first.id).toMatch(/^[\w-]{22}$/);
    const mended = { ...posting, title: "Senior ML Platform Engineer (m/f/x)", description_text: posting.description_text.replace("up to $180,000", "$150,000 to $180,000") };
    const second = (await ask("POST", "/api/briefs", { posting: mended, id: first.id })).json as Kept;
    expect(second).toMatchObject({ id: first.id, newest: { version: 2, source: { description_text: mended.description_text } } });
    expect(second.versions).toMatchObject([
      { version: 1, note: "as it came", changes: null },
      { version: 2, note: null, changes: { added: ["Salary: $150,000 to $180,000 a year"], removed: ["Salary: up to $180,000 a year"], mended: ["pay-open"], arisen: [], fields: [{ field: "title", from: lines[0] }, { field: "pay", to: "USD 150,000 to 180,000 a year" }] } },
    ]);
    expect((await ask("GET", `/api/briefs/${first.id}/versions/1`)).json).toMatchObject({ version: 1, brief: { posting: { title: lines[0] } } });
    expect((await ask("GET", `/api/briefs/${first.id}/versions/3`)).status).toBe(404);
    expect((await ask("GET", "/api/briefs")).json).toMatchObject({ rows: [{ id: first.id, title: mended.title, versions: 2, shared: false }] });
    expect((await app.request(`/api/briefs/${first.id}/pdf`)).headers.get("content-type")).toBe("application/pdf");
    expect((await ask("DELETE", `/api/briefs/${first.id}`)).status).toBe(200);
    expect((await ask("GET", `/api/briefs/${first.id}`)).status).toBe(404);
    expect((await ask("GET", "/api/briefs")).json).toEqual({ rows: [], skipped: 0 });
  });

  test("a link shows the newest version and no notes, until it is taken back", async () => {
    const { id } = (await ask("POST", "/api/briefs", { posting, note: "secret" })).json as Kept;
    const { share } = (await ask("POST", `/api/briefs/${id}/share`, { on: true })).json as { share: string };
    expect(share).toMatch(/^[\w-]{22}$/);
    expect(share).not.toBe(id);
    const { status, json } = await ask("GET", `/api/shared-briefs/${share}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ brief: { posting: { title: lines[0] } } });
    expect(JSON.stringify(json)).not.toContain("secret");
    expect(JSON.stringify(json)).not.toContain(id);
    expect((await ask("GET", `/api/briefs/${share}`)).status).toBe(404);
    expect((await ask("GET", `/api/shared-briefs/${id}`)).status).toBe(404);
    await ask("POST", `/api/briefs/${id}/share`, { on: false });
    expect((await ask("GET", `/api/shared-briefs/${share}`)).status).toBe(404);
  });

  test("twenty saved at once are twenty versions, and nothing half written lies about", async () => {
    const { id } = (await ask("POST", "/api/briefs", { posting })).json as Kept;
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask("POST", "/api/briefs", { posting, id, note: `n${i}` })));
    const { versions } = (await ask("GET", `/api/briefs/${id}`)).json as Kept;
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(new Set(versions.map(({ note }) => note)).size).toBe(21);
    const folder = join(following.market.dir, "briefs");
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"))).toMatchObject({ id });
  });

  test.each([
    ["..%2f..%2fetc%2fpasswd", 400, "id=../../etc/passwd: an id is 22 letters, digits, - and _"],
    ["..%2f..%2fsecret", 400, "id=../../secret: an id is 22 letters, digits, - and _"],
    ["..%2fsecret", 400, "id=../secret: an id is 22 letters, digits, - and _"],
    ["short", 400, "id=short: an id is 22 letters, digits, - and _"],
    ["x".repeat(22), 404, "There is no such description here."],
    ["%00".repeat(22), 400, `id=${"\0".repeat(22)}: an id is 22 letters, digits, - and _`],
  ])("an id that is none (%s) reads no file", async (id, expected, message) => {
    mkdirSync(join(following.market.dir, "briefs"), { recursive: true });
    writeFileSync(join(following.market.dir, "secret.json"), "{}");
    const response = await app.request(`/api/briefs/${id}`);
    const { error } = (await response.json()) as { error: { message: string } };
    expect({ id, status: response.status, said: error.message }).toEqual({ id, status: expected, said: message });
  });

  test("a page of another site can neither save nor share", async () => {
    const response = await app.request("/api/briefs", { method: "POST", headers: { origin: "https://evil.example", "content-type": "application/json" }, body: JSON.stringify({ posting }) });
    expect(response.status).toBe(403);
  });
});

test("nothing went wrong unforeseen", () => {
  expect(logged).toEqual([]);
});
