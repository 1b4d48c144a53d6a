import { describe, expect, it } from "vitest";
import * as invented from "../../test/fixtures/invented-boards.ts";
import type { Found } from "../terms/found.ts";
import { postingsIn } from "./postings.ts";

async function all(content: unknown): Promise<Found[]> {
  const found: Found[] = [];
  const text = typeof content === "string" ? content : JSON.stringify(content);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < text.length; at += 500) yield Buffer.from(text.slice(at, at + 500));
  }
  for await (const one of postingsIn(bytes())) found.push(one);
  return found;
}

describe("formats of boards", () => {
  it.each<[string, unknown, object]>([
    ["SmartRecruiters", invented.smartRecruitersDetail, { board: "smartrecruiters:inventedag", posting: { id: "7001", company: "Invented AG", title: "Evaluation Engineer", location: "Ulm, BW, Germany · Hybrid", posted_at: "2026-08-17T07:35:02.787Z", department: "Quality", employment_type: "Full-time", remote: false, lang: "en", description_html: "<h3>Job Description</h3><p>Grade answers.</p>\n<h3>Qualifications</h3><p>Python.</p>", url: "https://jobs.smartrecruiters.com/InventedAG/7001-evaluation-engineer" } }],
    ["Workable", invented.workableWidget, { board: null, posting: { id: "0A1B2C", company: "Invented Ltd", title: "Agent Engineer", location: "Leeds, England, United Kingdom", posted_at: "2026-06-02", department: "Agents", remote: null, description_html: "<p>Build agents.</p>" } }],
    ["Recruitee", invented.recruiteeBoard, { board: "recruitee:invented", posting: { id: "2631", company: "Invented BV", location: "Utrecht, Netherlands · Hybrid", salary_raw: "Salary: EUR 5,000 – 7,000 per month", posted_at: "2026-06-02T10:10:41Z", employment_type: "fulltime permanent", remote: false, description_html: "<p>Build models.</p>\n<p>Python.</p>" } }],
    ["Personio", invented.personioFeed, { board: null, posting: { id: "1834", company: "Invented SE & Co. KG", title: "Data Engineer", location: "Munich; Berlin", employment_type: "permanent, full-time", description_html: "<h3>Your work</h3><p>Build <b>pipelines</b>.</p>\n<h3>You bring</h3><p>SQL</p>" } }],
    ["Teamtailor RSS", invented.teamtailorRss, { board: "teamtailor:invented", posting: { id: "8323", company: "Invented Oy", title: "Cloud Engineer", location: "Helsinki, Finland · Hybrid", posted_at: "2026-09-04", department: "Cloud", remote: false, description_html: "<p>Run clouds.</p>" } }],
    ["Teamtailor JSON feed", invented.teamtailorFeed, { board: "teamtailor:invented", posting: { id: "8323", company: "Invented Oy", title: "Cloud Engineer", location: "Helsinki, FI", posted_at: "2026-09-04T14:50:13+03:00", description_html: "<p>Run clouds.</p>" } }],
    ["Teamtailor API", invented.teamtailorApi, { board: "teamtailor:invented", posting: { id: "8323", company: "invented", title: "Cloud Engineer", location: "Helsinki, Finland · Hybrid", department: "Cloud", employment_type: "fulltime", description_html: "<p>Run clouds.</p>" } }],
    ["Workday", invented.workdayDetail, { board: "workday:invented.wd5/inventedcareers", posting: { id: "JR2021016", company: "Invented Corp", title: "ML Engineer", location: "Zurich, Switzerland; Geneva · Hybrid", posted_at: "2026-06-02", employment_type: "Full time", description_html: "<p>Train models.</p>" } }],
    ["Hacker News", invented.hackerNewsThread, { board: null, posting: { id: "4002", company: "Invented Labs", title: "ML Engineer, Data Engineer", location: "Berlin; REMOTE (EU)", employment_type: "Full-time", remote: true, posted_at: "2026-07-01T15:02:00.000Z", url: "https://news.ycombinator.com/item?id=4002" } }],
    ["a comment of Hacker News", invented.hackerNewsComment, { posting: { id: "4002", company: "Invented Labs", title: "ML Engineer", location: "Berlin; ONSITE", remote: null, posted_at: "1782918120" } }],
    ["microdata", invented.microdataPage, { posting: { company: "Invented SA", title: "ML Engineer", location: "Lyon, France", salary_raw: "Base salary: EUR 60,000 – 70,000 per year", posted_at: "2026-05-01", url: "https://jobs.example.com/77", description_html: "<p>Train <b>models</b> &amp; serve them.</p><ul><li>Python<li>SQL</ul>" } }],
  ])("reads %s", async (_, content, expected) => {
    expect((await all(content))[0]).toMatchObject(expected);
  });

  it.each<[string, unknown, string]>([
    ["SmartRecruiters", invented.smartRecruitersList, "strata add smartrecruiters:NAME"],
    ["Workable", invented.workableList, "?details=true"],
    ["Workday", invented.workdayList, "strata add https://TENANT"],
  ])("names each posting of a list of %s, and how to get its text", async (_, content, way) => {
    expect(await all(content)).toEqual([{ problem: { where: "posting", reason: "no description", detail: expect.stringContaining(way) } }]);
  });

  it("names the position without a text, and the deleted comment", async () => {
    expect((await all(invented.personioFeed))[1]).toMatchObject({ problem: { where: "posting 2", reason: "no description", detail: expect.stringMatching(/Werkstudent.*language/) } });
    const thread = await all(invented.hackerNewsThread);
    expect(thread.length).toBe(3);
    expect(thread[1]).toMatchObject({ posting: { id: "4004", company: null, title: null } });
    expect(thread[2]).toMatchObject({ problem: { reason: "no description", detail: "a comment that was deleted" } });
  });

  it("reads single postings one a line", async () => {
    const lines = [invented.smartRecruitersDetail, invented.workableWidget.jobs[0], invented.recruiteeBoard.offers[0], invented.teamtailorApi.data[0], invented.workdayDetail, invented.hackerNewsComment];
    expect((await all(lines.map((one) => JSON.stringify(one)).join("\n"))).map((one) => "posting" in one && one.posting.id)).toEqual(["7001", "0A1B2C", "2631", "8323", "JR2021016", "4002"]);
  });

  it("takes a page's JSON-LD before its microdata", async () => {
    const both = invented.microdataPage.replace("</head>", `<script type="application/ld+json">{"@type":"JobPosting","title":"From JSON","description":"Bake."}</script></head>`);
    expect(await all(both)).toMatchObject([{ posting: { title: "From JSON" } }]);
  });
});

describe("what is known and not read", () => {
  it.each<[string, unknown, RegExp]>([
    ["a collection", { data: [{ slug: "a", url: "https://www.arbeitnow.com/jobs/a", job_types: [], description: "Bake." }] }, /answer of Arbeitnow/],
    ["another system", [{ uuid: "u", name: "Baker", url: "https://ats.rippling.com/x/jobs/u", workLocation: { label: "Ulm" } }], /answer of Rippling/],
    ["people who look for work", { ...invented.hackerNewsThread, title: "Ask HN: Who wants to be hired? (July 2026)" }, /thread of people/],
    ["a thread without comments", { id: 4001, type: "story", title: "Ask HN: Who is hiring?", kids: [4002] }, /thread without its comments/],
    ["another feed", '<?xml version="1.0"?><rss><channel><title>News</title><item><title>Bread</title></item></channel></rss>', /XML of a kind/],
    ["a page without a text", '<!doctype html><title>Jobs</title><body><div id="root"></div><script src="https://cdn.example.com/app.js">var a = "many words in a script";</script>', /page without a text/],
  ])("%s", async (_, content, reason) => {
    expect(await all(content)).toEqual([{ problem: expect.objectContaining({ reason: expect.stringMatching(reason), detail: expect.stringMatching(/./) }) }]);
  });
});

it("reads a page however deep its text stands", async () => {
  const page = `<!doctype html><title>Jobs</title><body>${"<div>".repeat(5000)}Five years of Python.${"</div>".repeat(5000)}`;
  expect(await all(page)).toMatchObject([{ posting: { description_html: page } }]);
});

describe("XML", () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? "" : i - 1};`.repeat(10)}">`).join("")}]><workzag-jobs><position><id>&a19;</id></position></workzag-jobs>`;
  it.each<[string, string, RegExp]>([
    ["a DOCTYPE with entities", bomb, /DOCTYPE/],
    ["an external entity", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workzag-jobs>&x;</workzag-jobs>', /DOCTYPE/],
    ["a DOCTYPE without any", "<?xml version=\"1.0\"?><!DOCTYPE workzag-jobs><workzag-jobs></workzag-jobs>", /DOCTYPE/],
    ["entities that are not declared", '<?xml version="1.0"?><workzag-jobs>&nosuch;</workzag-jobs>', /entity/],
    ["depth", `<?xml version="1.0"?>${"<a>".repeat(100_000)}`, /deeper than/],
    ["a feed that is cut", invented.personioFeed.slice(0, -40), /unclosed|nothing was taken/],
  ])("refuses %s, quickly", async (_, xml, detail) => {
    const start = performance.now();
    expect(await all(xml)).toEqual([{ problem: { where: "file", reason: "not XML", detail: expect.stringMatching(detail) } }]);
    // An expansion of the bomb would be 10^20 characters; this is a bound on hanging, no measure of speed.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("reads a million character references as text, and odd names as names", async () => {
    const many = `<?xml version="1.0"?><workzag-jobs><position><id>1</id><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><name>N</name><jobDescriptions><jobDescription><value>${"&#65;".repeat(1_000_000)}</value></jobDescription></jobDescriptions></position></workzag-jobs>`;
    expect(await all(many)).toMatchObject([{ posting: { id: "1", description_html: expect.stringMatching(/^A{1000000}$/) } }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("says so of an empty feed", async () => {
    expect(await all('<?xml version="1.0"?><workzag-jobs></workzag-jobs>')).toMatchObject([{ problem: { reason: "no posting in it" } }]);
  });
});
