import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Found, Problem } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { detectFormat } from "./detect.ts";
import { type FileOptions, postingsIn } from "./postings.ts";

async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(content: string | Uint8Array, options: FileOptions = {}): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of postingsIn(pieces(typeof content === "string" ? Buffer.from(content) : content), options)) found.push(one);
  return found;
}

const postings = async (content: string | Uint8Array, options: FileOptions = {}): Promise<Posting[]> => (await all(content, options)).flatMap((one) => ("posting" in one ? [one.posting] : []));
const problems = async (content: string | Uint8Array, options: FileOptions = {}): Promise<Problem[]> => (await all(content, options)).flatMap((one) => ("problem" in one ? [one.problem] : []));

const line = (fields: Record<string, unknown> = {}): string => JSON.stringify({ id: "1", title: "Baker of models", description_text: "Bake models.", ...fields });

const ashbyBoard = {
  apiVersion: "1",
  jobs: [
    {
      id: "a1", title: " Inference Engineer ", department: "Engineering", team: "Serving", employmentType: "FullTime", location: "Toronto", secondaryLocations: [{ location: "Remote (US)" }], publishedAt: "2025-10-01T10:00:00.000+00:00",
      isListed: true, isRemote: true, workplaceType: "Hybrid", address: { postalAddress: { addressLocality: "Toronto", addressRegion: "Ontario", addressCountry: "Canada" } }, jobUrl: "https://jobs.ashbyhq.com/Invented%20Labs/a1",
      descriptionHtml: "<p>Serve models.</p>", descriptionPlain: "Serve models.",
      compensation: { compensationTiers: [{ title: null, components: [
        { summary: "Offers Equity", compensationType: "EquityPercentage", interval: "NONE", currencyCode: null, minValue: null, maxValue: null },
        { summary: "$150.5K – $170K", compensationType: "Salary", interval: "1 YEAR", currencyCode: "CAD", minValue: 150500, maxValue: 170000 },
      ] }] },
    },
  ],
};

const greenhouseBoard = {
  jobs: [
    { id: 4461450008, internal_job_id: 1, title: "Evaluation Engineer", absolute_url: "https://boards.greenhouse.io/invented/jobs/4461450008", location: { name: "London" }, offices: [{ name: "London", location: "London, United Kingdom" }],
      departments: [{ name: "Quality" }], company_name: "Invented Ltd", first_published: "2025-09-01T08:00:00-04:00", updated_at: "2025-09-02T08:00:00-04:00", language: "en", content: "&lt;p&gt;Grade answers.&lt;/p&gt;",
      pay_input_ranges: [{ min_cents: 7000000, max_cents: 9000000, currency_type: "GBP", title: "Base", blurb: "<p>The range in London</p>" }] },
    { id: 2, internal_job_id: 2, title: "No text", absolute_url: "https://boards.greenhouse.io/invented/jobs/2", location: { name: "London" } },
  ],
  meta: { total: 2 },
};

const leverBoard = [
  { id: "l1", text: "Agent Engineer", categories: { location: "Berlin", allLocations: ["Berlin", "Hamburg"], team: "Agents", commitment: "Full-time" }, country: "DE", workplaceType: "onsite", createdAt: 1759312800000, hostedUrl: "https://jobs.lever.co/invented/l1",
    description: "<p>Build agents.</p>", lists: [{ text: "You will", content: "<li>orchestrate</li>" }], additional: "<p>Say hello.</p>", salaryRange: { currency: "EUR", interval: "per-month-salary", min: 6000, max: 7500 } },
];

describe("boards", () => {
  it("reads a whole Ashby board", async () => {
    expect(await all(JSON.stringify(ashbyBoard))).toEqual([
      {
        where: "posting", board: "ashby:invented labs",
        posting: expect.objectContaining({
          id: "a1", company: "Invented Labs", title: "Inference Engineer", location: "Toronto, Ontario, Canada; Remote (US) · Hybrid", salary_raw: "Salary: CAD 150,500 – 170,000 per year • Offers Equity", posted_at: "2025-10-01T10:00:00.000+00:00",
          department: "Serving", employment_type: "FullTime", remote: false, description_html: "<p>Serve models.</p>",
        }),
      },
    ]);
  });

  it("reads a Greenhouse board, and names the posting without text", async () => {
    const [first, second] = await all(JSON.stringify(greenhouseBoard, null, 2));
    expect(first).toMatchObject({ board: "greenhouse:invented", posting: { id: "4461450008", company: "Invented Ltd", location: "London, United Kingdom", salary_raw: "Base: GBP 70,000 – 90,000 (The range in London)", posted_at: "2025-09-01T08:00:00-04:00" } });
    expect(second).toEqual({ problem: { where: "posting 2", reason: "no description", detail: '"No text": this response has no texts; get it with ?content=true' } });
  });

  it("reads a Lever board with all parts of its body", async () => {
    expect(await all(JSON.stringify(leverBoard))).toMatchObject([
      { board: "lever:invented", posting: { location: "Berlin, Germany; Hamburg · On-site", posted_at: "2025-10-01T10:00:00.000Z", remote: false, salary_raw: "Salary: EUR 6,000 – 7,500 per month", description_html: "<p>Build agents.</p>\n<h3>You will</h3><ul><li>orchestrate</li></ul>\n<p>Say hello.</p>" } },
    ]);
  });

  it("gives null for an employer's name or a day that is damaged, and reads the rest", async () => {
    expect(await all(JSON.stringify({ jobs: [{ ...ashbyBoard.jobs[0], jobUrl: "https://jobs.ashbyhq.com/50%/a1" }] }))).toMatchObject([{ board: null, posting: { id: "a1", company: null } }]);
    expect(await all(JSON.stringify([{ ...leverBoard[0], createdAt: 1e20 }]))).toMatchObject([{ posting: { id: "l1", posted_at: null } }]);
  });

  it.each([
    ["one posting of Ashby", ashbyBoard.jobs[0], "a1"],
    ["a list of Ashby postings", ashbyBoard.jobs, "a1"],
    ["one posting of Greenhouse", greenhouseBoard.jobs[0], "4461450008"],
    ["one posting of Lever", leverBoard[0], "l1"],
    ["a list under a common name", { results: [{ id: "r1", description_text: "Bake." }] }, "r1"],
    ["a list of our own postings", [{ id: 7, description_text: "Bake." }], "7"],
  ])("reads %s", async (_, value, id) => {
    expect((await postings(JSON.stringify(value))).map((posting) => posting.id)).toEqual([id]);
    expect((await postings(`${JSON.stringify(value)}\n`)).length).toBe(1);
  });

  it("reads board postings one a line", async () => {
    const lines = [ashbyBoard.jobs[0], leverBoard[0], { id: "x", description_text: "Bake." }].map((one) => JSON.stringify(one)).join("\n");
    expect((await all(lines)).map((one) => "posting" in one && [one.where, one.board])).toEqual([["line 1", "ashby:invented labs"], ["line 2", "lever:invented"], ["line 3", null]]);
  });

  it("names a posting that is not as its board writes it, and reads the others", async () => {
    const found = await all(JSON.stringify({ jobs: [{ ...ashbyBoard.jobs[0], id: 5 }, ashbyBoard.jobs[0]] }));
    expect(found[0]).toMatchObject({ problem: { where: "posting 1", reason: "not as Ashby writes a posting", detail: expect.stringContaining("id") } });
    expect(found[1]).toMatchObject({ posting: { id: "a1" } });
  });

  it("takes nothing from a board that is cut in half, and says where it breaks off", async () => {
    const whole = JSON.stringify({ jobs: Array.from({ length: 50 }, () => ashbyBoard.jobs[0]) });
    for (const share of [0.01, 0.3, 0.5, 0.99]) {
      expect(await all(whole.slice(0, Math.floor(whole.length * share)))).toEqual([{ problem: { where: expect.stringMatching(/^line 1, column \d+$/), reason: "cut off", detail: expect.stringContaining("nothing was taken") } }]);
    }
    const pretty = JSON.stringify(greenhouseBoard, null, 2);
    expect(await problems(pretty.slice(0, pretty.length / 2))).toMatchObject([{ reason: "cut off" }]);
  });

  it("says so of an empty board", async () => {
    expect(await problems('{"jobs":[],"apiVersion":"1"}')).toMatchObject([{ reason: "no posting in it" }]);
  });
});

describe("JSON Lines", () => {
  it("names each wrong line and reads the others", async () => {
    const found = await all([line(), "{broken", "", '"text"', line({ id: "3", remote: "yes" }), line({ description_text: " " }), line({ id: "7" })].join("\n"));
    expect(found.map((one) => ("posting" in one ? one.posting.id : [one.problem.where, one.problem.reason]))).toEqual(["1", ["line 2", "not JSON"], ["line 4", "not a posting"], ["line 5", "a field of the wrong kind"], ["line 6", "no description"], "7"]);
  });

  it("goes on after a line of 50 MB, wherever it stands", async () => {
    const long = line({ description_text: "x".repeat(50_000_000) });
    for (const lines of [[long, line()], [line(), long, line({ id: "2" })]]) {
      const found = await all(Buffer.from(lines.join("\n")));
      expect(found.filter((one) => "problem" in one)).toEqual([{ problem: expect.objectContaining({ where: `line ${lines.indexOf(long) + 1}`, reason: "longer than 8 MB" }) }]);
      expect(found.length).toBe(lines.length);
    }
  });

  it("reads on after a first line that is wrong", async () => {
    expect((await postings(`{"id": 1, oops}\n${line()}\n`)).length).toBe(1);
    expect((await postings(`# a comment\n${line()}\n`)).length).toBe(1);
  });

  it.each([
    ["UTF-16LE with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line({ title: "Büro" }), "utf16le")])],
    ["UTF-16LE without one", Buffer.from(line({ title: "Büro" }), "utf16le")],
    ["UTF-16BE", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(line({ title: "Büro" }), "utf16le").swap16()])],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(line({ title: "Büro" }))])],
    ["Windows-1252", Buffer.from(line({ title: "Büro" }), "latin1")],
    ["gzip", gzipSync(line({ title: "Büro" }))],
  ])("reads %s", async (_, bytes) => {
    expect((await postings(bytes)).map((posting) => posting.title)).toEqual(["Büro"]);
  });

  it("reads the signs of Windows-1252 that Latin-1 has not", async () => {
    const bytes = Buffer.from(line({ title: "Büro – 60.000 €", description_text: "„Für“ alle" }).replaceAll("–", "\u0096").replaceAll("€", "\u0080").replaceAll("„", "\u0084").replaceAll("“", "\u0093"), "latin1");
    expect(await postings(bytes)).toMatchObject([{ title: "Büro – 60.000 €", description_text: "„Für“ alle" }]);
  });

  it("reads what a damaged gzip file still gives, and says so", async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, i) => line({ id: `${i}`, description_text: `Bake ${Math.sin(i)}.` })).join("\n"));
    const found = await all(packed.subarray(0, packed.length - 20));
    expect(found.at(-1)).toMatchObject({ problem: { reason: "compressed data is damaged" } });
    expect(found.length).toBeGreaterThan(1000);
  });

  it("keeps lone surrogates and NUL that are escaped", async () => {
    expect((await postings('{"id":"s","description_text":"a\\ud800b\\u0000c"}')).map((posting) => posting.description_text)).toEqual(["a\ud800b\u0000c"]);
  });

  it("is not fooled by names of JavaScript's own", async () => {
    const found = await postings('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"p","description_text":"Bake."}\n');
    expect(found).toEqual([{ id: "p", description_text: "Bake." }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("CSV", () => {
  it("finds columns by their names, and says which", async () => {
    const said: string[] = [];
    const found = await postings('Job Title,Company Name,Job Description,City,Country,Salary Min,Salary Max,Currency,Pay Period,Remote,Colour\n"Engineer, AI",Firm,"Line one\nline two",Lyon,France,50000,60000,EUR,year,TRUE,red\n', { say: (what) => said.push(what) });
    expect(found).toMatchObject([{ title: "Engineer, AI", company: "Firm", description_text: "Line one\nline two", location: "Lyon, France", salary_raw: "Salary: EUR 50,000 – 60,000 per year", remote: true }]);
    expect(said).toEqual([expect.stringMatching(/Job Title → title.*Job Description → description_text.*left: Colour/)]);
  });

  it("takes the column with the longest texts where none is called a description", async () => {
    const said: string[] = [];
    const rows = Array.from({ length: 60 }, (_, i) => `Baker ${i},Ulm,"${"Bake models. ".repeat(40)}",short`).join("\n");
    expect(await postings(`title,city,Notes,Colour\n${rows}\n`, { say: (what) => said.push(what) })).toHaveLength(60);
    expect(said).toEqual(["columns taken: title, city, Notes → description_text (for its long texts); left: Colour"]);
  });

  it.each([
    ["semicolons and German names", "Titel;Firma;Beschreibung;Ort\nEntwickler;Bäckerei;Modelle backen.;Ulm\n"],
    ["tabs", "title\tdescription\nEntwickler\tModelle backen.\n"],
    ["bars", "title|description\nEntwickler|Modelle backen.\n"],
    ["a mark and CRLF", "\ufefftitle,description\r\nEntwickler,Modelle backen.\r\n"],
    ["camelCase", "jobTitle,jobDescription\nEntwickler,Modelle backen.\n"],
  ])("reads %s", async (_, csv) => {
    expect(await postings(csv)).toMatchObject([{ title: "Entwickler", description_text: "Modelle backen." }]);
  });

  it("names rows without a description by their line", async () => {
    expect(await problems('title,description\n"a\nb",x\nc,\nd,y\n')).toEqual([{ where: "line 4", reason: "no description", detail: expect.stringContaining('"c"') }]);
  });

  it("names rows that are cut for want of quotes, and takes empty cells at the end", async () => {
    expect(await problems("title,company,description\nBaker,Firm,We bake, with models, in Ulm\n")).toEqual([{ where: "line 2", reason: "more columns than the header", detail: "5 columns, the header has 3: quote texts that hold a comma" }]);
    expect(await problems("title;description;city\nBaker;We bake\nmodels.;Ulm\n")).toMatchObject([2, 3].map((n) => ({ where: `line ${n}`, reason: "fewer columns than the header", detail: "2 columns, the header has 3: quote texts that hold a line break" })));
    expect(await postings("title,description,city,url\nBaker,We bake.,Ulm\nBaker,We bake.,Ulm,,, \n")).toHaveLength(2);
  });

  it("says which columns it saw where none is a description", async () => {
    expect(await problems("title,company,city\na,b,c\n")).toEqual([{ where: "line 1", reason: "no column of descriptions", detail: expect.stringContaining("title, company, city") }]);
  });

  it("keeps the rows before a quote that is never closed", async () => {
    const found = await all('title,description\na,x\nb,"y\nc,z\n');
    expect(found[0]).toMatchObject({ posting: { title: "a" } });
    expect(found.at(-1)).toMatchObject({ problem: { where: expect.stringContaining("line"), reason: expect.stringContaining("quote") } });
  });
});

const page = (json: unknown): string => `<html><head><title>Jobs</title><script type="application/ld+json">${typeof json === "string" ? json : JSON.stringify(json)}</script></head><body><h1>From the <em>page</em></h1><p>Bake models.</p></body></html>`;

describe("pages and texts", () => {
  const stated = {
    "@context": "https://schema.org", "@type": "JobPosting", title: "ML Engineer", description: "<p>Train.</p>", datePosted: "2025-10-02", employmentType: ["FULL_TIME"], hiringOrganization: { "@type": "Organization", name: "Invented SA" },
    jobLocation: [{ "@type": "Place", address: { addressLocality: "Paris", addressCountry: { "@type": "Country", name: "France" } } }], jobLocationType: "TELECOMMUTE", applicantLocationRequirements: { "@type": "Country", name: "Spain" },
    baseSalary: { currency: "EUR", value: { minValue: 60000, maxValue: 70000, unitText: "YEAR" } }, identifier: { value: "77" },
  };

  it("takes a page's schema.org posting", async () => {
    expect(await postings(page({ "@graph": [{ "@type": "WebPage" }, stated] }), { url: "https://jobs.example.com/77" })).toMatchObject([
      { id: "77", company: "Invented SA", title: "ML Engineer", location: "Paris, France; Remote (Spain)", salary_raw: "Base salary: EUR 60,000 – 70,000 per year", remote: true, posted_at: "2025-10-02", url: "https://jobs.example.com/77", description_html: "<p>Train.</p>" },
    ]);
  });

  it.each([["broken JSON", "{oops"], ["another thing", { "@type": "Product", description: "x" }], ["a posting without text", { "@type": "JobPosting", title: "x" }]])("takes the page's own text beside %s", async (_, json) => {
    expect(await postings(page(json))).toMatchObject([{ title: "From the <em>page</em>", description_html: expect.stringContaining("Bake models.") }]);
  });

  it("takes a pasted text where that is meant, as whoever asks makes a posting of it", async () => {
    const text = "Baker of models\n\nYou will bake.";
    expect(await postings(text, { plainText: (posting) => posting })).toEqual([{ description_text: text }]);
    expect(await postings(text, { plainText: (posting) => ({ ...posting, title: "Baker" }) })).toEqual([{ title: "Baker", description_text: text }]);
    expect(await problems("Baker of models\n\nYou will bake.")).toMatchObject([{ reason: "no format that is known", detail: expect.stringContaining("strata read FILE") }]);
  });

  it.each([
    ["", "empty"],
    [" \n ", "empty"],
    ["%PDF-1.4\n1 0 obj", "a PDF, Word or RTF file"],
    ["PK\u0003\u0004\u0014\u0000", "a PDF, Word or RTF file"],
    ["\u0000\u0001\u0002\u0000\u0000", "not text"],
    ['<?xml version="1.0"?><workzag-jobs></workzag-jobs>', "no posting in it"],
  ])("names what %j is", async (content, reason) => {
    expect(await problems(content, { plainText: (posting) => posting })).toMatchObject([{ where: "file", reason }]);
  });
});

describe("detectFormat", () => {
  it.each([
    ['{"id":1}\n{"id":2}', true, "jsonl"],
    ['{"id":1}', true, "json"],
    ['{"id":1}\n', false, "jsonl"],
    ['{\n  "jobs": [', false, "json"],
    ['{"jobs":[{"id":1', false, "json"],
    ['{"jobs": [\n{"id": 1}\n]}', true, "json"],
    ["[{", false, "json"],
    ["<p>Hi", true, "html"],
    ["title,description\n", false, "csv"],
    ["We bake, we train,\nwe serve", true, "text"],
  ])("%j (whole: %j) is %s", (head, ended, format) => {
    expect(detectFormat(head, ended)).toBe(format);
  });
});
