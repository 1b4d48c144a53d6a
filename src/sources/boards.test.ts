import { describe, expect, it } from "vitest";
import { type BoardRef, refText, sourceName } from "../terms/board-ref.ts";
import type { BoardRequest, BoardResponse, Listed } from "./address.ts";
import * as invented from "../../test/fixtures/invented-boards.ts";
import { boardInPage, parseBoardRef } from "./board-in.ts";
import { complete, lack, listed, next, postings, requests } from "./boards.ts";

type Server = (request: BoardRequest) => { status?: number; body: unknown };

/** Asks a board as a refresh does: what it wants, until it wants nothing more. */
/** A SmartRecruiters board of so many postings, some of them changed. */
const smartServer = (total: number, changed: Partial<Record<string, { status: number; body: unknown }>> = {}): Server => ({ url }) => {
  const id = /postings\/(\d+)$/.exec(url)?.[1];
  if (id !== undefined) return changed[id] ?? { body: { ...invented.smartRecruitersDetail, id } };
  const offset = Number(new URL(url).searchParams.get("offset"));
  return { body: { offset, limit: 100, totalFound: total, content: Array.from({ length: Math.min(100, total - offset) }, (_, i) => smartItem(offset + i)) } };
};

/** A Workday board of so many postings. */
const workdayServer = (total: number): Server => ({ url, method, body }) => {
  if (method === "GET") return { body: { ...invented.workdayDetail, jobPostingInfo: { ...invented.workdayDetail.jobPostingInfo, externalUrl: url } } };
  const { offset, limit } = JSON.parse(body!) as { offset: number; limit: number };
  // As it really is: only the first page states the total.
  return { body: { total: offset === 0 ? total : 0, jobPostings: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => ({ title: "T", externalPath: `/job/Ulm/T_JR${offset + i}`, locationsText: "Ulm" })) } };
};

const rssItem = /<item>.*<\/item>/;
/** A Teamtailor feed of so many postings. */
const rssFeed = (from: number, n: number): string => invented.teamtailorRss.replace(rssItem, Array.from({ length: n }, (_, i) => rssItem.exec(invented.teamtailorRss)![0].replaceAll("8323", `${9000 + from + i}`)).join(""));
const apiPage = (link: string | null, id: string) => ({ ...invented.teamtailorApi, data: [{ ...invented.teamtailorApi.data[0], id }], links: link === null ? {} : { next: link }, meta: { "record-count": 2 } });

const smartItem = (i: number) => ({ ...invented.smartRecruitersList.content[0], id: `${i}`, releasedDate: `2026-08-${10 + (i % 10)}` });

function fetchAll(ref: BoardRef, server: Server, key: string | null = null, known?: (posting: Listed) => boolean): BoardResponse[] {
  const responses: BoardResponse[] = [];
  let open = requests(ref, key);
  for (let round = 0; open.length > 0; round++) {
    if (round > 50) throw new Error("the board never has enough");
    for (const request of open) {
      const { status = 200, body } = server(request);
      responses.push({ request, status, body: typeof body === "string" ? body : JSON.stringify(body) });
    }
    open = next(ref, responses, known);
  }
  return responses;
}

const ids = (ref: BoardRef, responses: BoardResponse[]): string[] => postings(ref, responses).map((one) => ("posting" in one ? one.posting.id! : one.problem.reason));

const ashbyJob = (id: string) => ({ id, title: "Engineer", publishedAt: "2026-01-01T00:00:00Z", jobUrl: `https://jobs.ashbyhq.com/invented/${id}`, descriptionHtml: "<p>Bake models.</p>", isListed: true });
const leverJob = (id: string) => ({ id, text: "Engineer", hostedUrl: `https://jobs.lever.co/invented/${id}`, description: "<p>Bake models.</p>", categories: {} });

describe("a board that answers at once", () => {
  const ref: BoardRef = { ats: "ashby", name: "Invented Labs" };

  it("asks one address and has all", () => {
    const responses = fetchAll(ref, () => ({ body: { jobs: [ashbyJob("a"), ashbyJob("b")], apiVersion: "1" } }));
    expect(responses.map(({ request }) => request.url)).toEqual(["https://api.ashbyhq.com/posting-api/job-board/Invented%20Labs?includeCompensation=true"]);
    expect(complete(ref, responses)).toBe(true);
    expect(listed(ref, responses).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(postings(ref, responses)).toMatchObject([{ board: "ashby:invented labs", posting: { id: "a" } }, { posting: { id: "b" } }]);
  });

  it.each<[string, { status?: number; body: unknown }, string]>([
    ["empty", { body: { jobs: [] } }, "empty"],
    ["unknown", { status: 404, body: "" }, "no such board"],
    ["broken", { status: 503, body: "later" }, "not answered"],
    ["unreachable", { status: 0, body: "no network" }, "not answered"],
    ["cut", { body: '{"jobs":[{"id":"a"' }, "not a board"],
    ["a page", { body: "<!doctype html><p>Sign in</p>" }, "not a board"],
    ["something else", { body: { error: "quota" } }, "not a board"],
  ])("is not whole where it is %s", (_, answer, reason) => {
    const responses = fetchAll(ref, () => answer);
    expect(lack(ref, responses)).toMatchObject({ reason, detail: expect.stringMatching(/./) });
    expect(complete(ref, responses)).toBe(false);
    expect(postings(ref, responses)).toEqual([]);
  });

  it("is not whole where its total says more", () => {
    const greenhouse: BoardRef = { ats: "greenhouse", name: "invented" };
    const job = { id: 1, title: "Engineer", absolute_url: "https://boards.greenhouse.io/invented/jobs/1", content: "Bake.", internal_job_id: 1 };
    expect(lack(greenhouse, fetchAll(greenhouse, () => ({ body: { jobs: [job], meta: { total: 2 } } })))).toMatchObject({ reason: "not whole", detail: expect.stringContaining("2 postings") });
    expect(complete(greenhouse, fetchAll(greenhouse, () => ({ body: { jobs: [job], meta: { total: 1 } } })))).toBe(true);
  });
});

describe("Lever and Greenhouse in two places", () => {
  it.each<[BoardRef["ats"], string, unknown]>([["lever", "api.eu.lever.co", [leverJob("l")]], ["greenhouse", "boards-api.eu.greenhouse.io", { jobs: [{ id: 1, title: "E", content: "Bake.", absolute_url: "https://x.example/1" }], meta: { total: 1 } }]])("%s: asks Europe where the first does not know the board", (ats, host, body) => {
    const ref: BoardRef = { ats, name: "invented" };
    const responses = fetchAll(ref, ({ url }) => (url.includes(host) ? { body } : { status: 404, body: '{"ok":false}' }));
    expect(responses.map(({ request }) => new URL(request.url).host)).toEqual([expect.not.stringContaining(".eu."), host]);
    expect(complete(ref, responses)).toBe(true);
    expect(postings(ref, responses)).toMatchObject([{ board: `${ats}:invented@eu` }]);
    const nowhere = fetchAll(ref, () => ({ status: 404, body: "" }));
    expect(nowhere.length).toBe(2);
    expect(lack(ref, nowhere)?.reason).toBe("no such board");
    expect(fetchAll({ ...ref, host: "eu" }, () => ({ status: 404, body: "" })).length).toBe(1);
  });

  it("turns pages where an answer may have been cut, and knows a server that does not turn them", () => {
    const ref: BoardRef = { ats: "lever", name: "invented" };
    const all = Array.from({ length: 130 }, (_, i) => leverJob(`l${i}`));
    const pages = fetchAll(ref, ({ url }) => ({ body: all.slice(Number(new URL(url).searchParams.get("skip") ?? 0)).slice(0, 100) }));
    expect(pages.length).toBe(2);
    expect(complete(ref, pages)).toBe(true);
    expect(ids(ref, pages).length).toBe(130);
    const stuck = fetchAll(ref, () => ({ body: all.slice(0, 100) }));
    expect(complete(ref, stuck)).toBe(false);
    expect(ids(ref, stuck).length).toBe(100);
  });
});

describe("boards whose texts come posting by posting", () => {
  const ref: BoardRef = { ats: "smartrecruiters", name: "InventedAG" };

  it("turns all pages, then gets every text", () => {
    const responses = fetchAll(ref, smartServer(230));
    expect(responses.filter(({ request }) => request.details === undefined).length).toBe(3);
    expect(responses.length).toBe(3 + 230);
    expect(complete(ref, responses)).toBe(true);
    expect(new Set(ids(ref, responses)).size).toBe(230);
  });

  it("does not get again what is known and has not changed", () => {
    const responses = fetchAll(ref, smartServer(30), null, ({ id, stamp }) => id !== "7" && stamp !== null);
    expect(responses.map(({ request }) => request.details)).toEqual([undefined, "7"]);
    expect(listed(ref, responses).length).toBe(30);
    expect(ids(ref, responses)).toEqual(["7"]);
  });

  it("is whole where one text cannot be had: the posting stands on the board all the same", () => {
    const responses = fetchAll(ref, smartServer(3, { 1: { status: 404, body: "" }, 2: { status: 500, body: "oh" } }));
    expect(complete(ref, responses)).toBe(true);
    expect(listed(ref, responses).map(({ id }) => id)).toEqual(["0", "1", "2"]);
    expect(ids(ref, responses)).toEqual(["0", "taken down while the board was read", "its text was not answered"]);
  });

  it("is not whole where a page fails or the list moves, and asks no further", () => {
    const failing = fetchAll(ref, (request) => (request.url.includes("offset=100") ? { status: 503, body: "" } : smartServer(230)(request)));
    expect(lack(ref, failing)?.reason).toBe("not answered");
    const moved = fetchAll(ref, (request) => (request.url.includes("offset=100") ? { body: { totalFound: 150, content: [smartItem(0)] } } : smartServer(150)(request)));
    expect(lack(ref, moved)?.reason).toBe("not whole");
  });

  it("Workday: pages by POST, texts by path, and a bound it cannot pass", () => {
    const board: BoardRef = { ats: "workday", name: "invented.wd5/InventedCareers" };
    const responses = fetchAll(board, workdayServer(45));
    expect(responses[0]!.request).toMatchObject({ method: "POST", url: "https://invented.wd5.myworkdayjobs.com/wday/cxs/invented/InventedCareers/jobs" });
    expect(responses.at(-1)!.request.url).toBe("https://invented.wd5.myworkdayjobs.com/wday/cxs/invented/InventedCareers/job/Ulm/T_JR44");
    expect(responses.length).toBe(3 + 45);
    expect(complete(board, responses)).toBe(true);
    expect(ids(board, responses)[44]).toBe("JR44");
    expect(lack(board, [{ request: requests(board)[0]!, status: 200, body: JSON.stringify({ total: 2000, jobPostings: [] }) }])).toMatchObject({ reason: "not whole", detail: expect.stringContaining("2,000") });
  });

  it("Workday: a path that would lead elsewhere leads nowhere", () => {
    const board: BoardRef = { ats: "workday", name: "invented.wd5/InventedCareers" };
    const asked: string[] = [];
    fetchAll(board, ({ url, method }) => {
      asked.push(new URL(url).href);
      return method === "POST" ? { body: { total: 3, jobPostings: [{ title: "T", externalPath: "/../../../admin?x=1#_JR1" }, { title: "T", externalPath: "https://evil.example/_JR2" }, { title: "T", externalPath: "/%2e%2E/.%2e/admin_JR3" }] } } : { status: 404, body: "" };
    });
    expect(asked.every((url) => url.startsWith("https://invented.wd5.myworkdayjobs.com/wday/cxs/invented/InventedCareers/") && !url.includes("..") && !url.includes("?"))).toBe(true);
  });
});

describe("other ways of asking", () => {
  it("Personio: the board's own language for what is not in English; .com where .de knows nothing", () => {
    const ref: BoardRef = { ats: "personio", name: "invented" };
    const responses = fetchAll(ref, ({ url }) => (url.includes(".de/") ? { status: 404, body: "" } : { body: url.includes("language=en") ? invented.personioFeed : invented.personioGerman }));
    expect(responses.map(({ request }) => request.url)).toEqual(["https://invented.jobs.personio.de/xml?language=en", "https://invented.jobs.personio.com/xml?language=en", "https://invented.jobs.personio.com/xml"]);
    expect(complete(ref, responses)).toBe(true);
    expect(postings(ref, responses)).toMatchObject([{ board: "personio:invented", posting: { id: "1834", url: "https://invented.jobs.personio.com/job/1834" } }, { posting: { id: "1835", title: "Werkstudent", company: "invented" } }]);
  });

  it("Teamtailor: turns pages of a full feed", () => {
    const ref: BoardRef = { ats: "teamtailor", name: "jobs.invented.example" };
    const responses = fetchAll(ref, ({ url }) => ({ body: url.includes("offset=200") ? rssFeed(200, 20) : rssFeed(0, 200) }));
    expect(responses.map(({ request }) => request.url)).toEqual(["https://jobs.invented.example/jobs.rss?per_page=200", "https://jobs.invented.example/jobs.rss?per_page=200&offset=200"]);
    expect(complete(ref, responses)).toBe(true);
    expect(listed(ref, responses).length).toBe(220);
    expect(complete(ref, fetchAll(ref, () => ({ body: rssFeed(0, 200) })))).toBe(false);
  });

  it("Teamtailor with a key: follows the API's own links, and takes the key nowhere else", () => {
    const ref: BoardRef = { ats: "teamtailor", name: "invented" };
    const responses = fetchAll(ref, ({ url }) => ({ body: url.includes("number%5D=2") ? apiPage(null, "2") : apiPage("https://api.teamtailor.com/v1/jobs?page%5Bnumber%5D=2", "1") }), "SECRET");
    expect(responses.map(({ request }) => request.headers.authorization)).toEqual(["Token token=SECRET", "Token token=SECRET"]);
    expect(complete(ref, responses)).toBe(true);
    for (const evil of ["https://evil.example/x", "https://api.teamtailor.com.evil.example/x", "http://api.teamtailor.com/x", "https://api.teamtailor.com@evil.example/x"]) {
      expect(fetchAll(ref, () => ({ body: apiPage(evil, "1") }), "SECRET").length).toBe(1);
    }
  });

  it.each<[BoardRef, string, unknown, string]>([
    [{ ats: "workable", name: "invented" }, "https://apply.workable.com/api/v1/widget/accounts/invented?details=true", invented.workableWidget, "0A1B2C"],
    [{ ats: "recruitee", name: "invented" }, "https://invented.recruitee.com/api/offers/", invented.recruiteeBoard, "2631"],
    [{ ats: "recruitee", name: "jobs.invented.example" }, "https://jobs.invented.example/api/offers/", invented.recruiteeBoard, "2631"],
  ])("%o", (ref, url, body, id) => {
    const responses = fetchAll(ref, () => ({ body }));
    expect(responses.map(({ request }) => request.url)).toEqual([url]);
    expect(complete(ref, responses)).toBe(true);
    expect(postings(ref, responses)).toMatchObject([{ board: sourceName(ref), posting: { id } }]);
  });

  it("Hacker News: the comments of the thread, without those that were deleted", () => {
    const ref: BoardRef = { ats: "hackernews", name: "4001" };
    const responses = fetchAll(ref, () => ({ body: invented.hackerNewsThread }));
    expect(listed(ref, responses).map(({ id }) => id)).toEqual(["4002", "4004"]);
    expect(complete(ref, responses)).toBe(true);
    expect(lack(ref, fetchAll(ref, () => ({ body: { ...invented.hackerNewsThread, title: "Ask HN: Who wants to be hired?" } })))?.reason).toBe("not a board");
  });
});

describe("references", () => {
  it.each<[string, BoardRef | null]>([
    ["ashby:openai", { ats: "ashby", name: "openai" }],
    ["Ashby:Forward Financing", { ats: "ashby", name: "Forward Financing" }],
    ["lever:acme@eu", { ats: "lever", name: "acme", host: "eu" }],
    ["https://jobs.ashbyhq.com/Invented%20Labs/1-2-3", { ats: "ashby", name: "Invented Labs" }],
    ["jobs.ashbyhq.com/openai", { ats: "ashby", name: "openai" }],
    ["https://api.ashbyhq.com/posting-api/job-board/openai?includeCompensation=true", { ats: "ashby", name: "openai" }],
    ["https://boards.greenhouse.io/acme/jobs/1", { ats: "greenhouse", name: "acme" }],
    ["https://job-boards.eu.greenhouse.io/acme", { ats: "greenhouse", name: "acme", host: "eu" }],
    ["https://boards.greenhouse.io/embed/job_board/js?for=acme", { ats: "greenhouse", name: "acme" }],
    ["https://boards-api.greenhouse.io/v1/boards/acme/jobs", { ats: "greenhouse", name: "acme" }],
    ["https://jobs.eu.lever.co/acme/1-2", { ats: "lever", name: "acme", host: "eu" }],
    ["https://api.lever.co/v0/postings/acme?mode=json", { ats: "lever", name: "acme" }],
    ["https://jobs.smartrecruiters.com/InventedAG/7001-evaluation-engineer", { ats: "smartrecruiters", name: "InventedAG" }],
    ["https://api.smartrecruiters.com/v1/companies/InventedAG/postings", { ats: "smartrecruiters", name: "InventedAG" }],
    ["https://apply.workable.com/invented/j/0A1B2C/", { ats: "workable", name: "invented" }],
    ["https://apply.workable.com/j/0A1B2C", null],
    ["https://invented.workable.com/", { ats: "workable", name: "invented" }],
    ["https://www.workable.com/api/accounts/invented?details=true", { ats: "workable", name: "invented" }],
    ["https://apply.workable.com/api/v1/widget/accounts/invented", { ats: "workable", name: "invented" }],
    ["https://invented.recruitee.com/o/ai-engineer", { ats: "recruitee", name: "invented" }],
    ["https://jobs.invented.example/api/offers/", { ats: "recruitee", name: "jobs.invented.example" }],
    ["https://docs.recruitee.com/reference", null],
    ["https://invented.jobs.personio.de/job/1", { ats: "personio", name: "invented" }],
    ["https://invented.jobs.personio.com/", { ats: "personio", name: "invented", host: "com" }],
    ["https://invented.teamtailor.com/jobs/1-a", { ats: "teamtailor", name: "invented" }],
    ["https://invented.na.teamtailor.com/jobs", { ats: "teamtailor", name: "invented.na.teamtailor.com" }],
    ["https://jobs.invented.example/jobs.rss", { ats: "teamtailor", name: "jobs.invented.example" }],
    ["https://invented.wd5.myworkdayjobs.com/en-US/InventedCareers/job/Ulm/T_JR1", { ats: "workday", name: "invented.wd5/InventedCareers" }],
    ["https://invented.wd5.myworkdayjobs.com/wday/cxs/invented/InventedCareers/jobs", { ats: "workday", name: "invented.wd5/InventedCareers" }],
    ["https://wd5.myworkdaysite.com/en-US/recruiting/invented/InventedCareers", { ats: "workday", name: "invented.wd5/InventedCareers", host: "myworkdaysite.com" }],
    ["https://news.ycombinator.com/item?id=4001", { ats: "hackernews", name: "4001" }],
    ["https://hn.algolia.com/api/v1/items/4001", { ats: "hackernews", name: "4001" }],
    ["https://hacker-news.firebaseio.com/v0/item/4001.json", { ats: "hackernews", name: "4001" }],
    ["recruitee:169.254.169.254", null],
    ["teamtailor:user@evil.example", null],
    ["personio:a.b", null],
    ["workday:invented", null],
    ["https://example.com/careers", null],
    ["openai", null],
    ["monster:acme", null],
    ["ashby:", null],
    ["ashby:../../admin", null],
    ["ashby:a\nb", null],
    ["lever:acme@evil.example", null],
    ["file:///etc/passwd", null],
    ["https://jobs.ashbyhq.com.evil.example/openai", null],
    ["https://jobs.ashbyhq.com/%zz", null],
  ])("%s", (text, ref) => {
    expect(parseBoardRef(text)).toEqual(ref);
    if (ref !== null) expect(parseBoardRef(refText(ref))).toEqual(ref);
  });

  it("is one source however it is written", () => {
    expect(sourceName({ ats: "ashby", name: "OpenAI" })).toBe("ashby:openai");
    expect(sourceName({ ats: "lever", name: "Acme", host: "eu" })).toBe("lever:acme@eu");
    expect(sourceName({ ats: "lever", name: "Acme" })).toBe("lever:acme");
  });
});

describe("a board in a page", () => {
  const at = "https://example.com/careers";
  it.each<[string, string, BoardRef | null]>([
    ["a frame", '<iframe src="https://boards.greenhouse.io/embed/job_board?for=acme&amp;b=x"></iframe>', { ats: "greenhouse", name: "acme" }],
    ["a script", '<script async src="//jobs.ashbyhq.com/acme/embed?version=2"></script>', { ats: "ashby", name: "acme" }],
    ["JSON in a script", '<script>{"board":"https:\\/\\/api.lever.co\\/v0\\/postings\\/acme?mode=json"}</script>', { ats: "lever", name: "acme" }],
    ["links", '<a href="https://jobs.lever.co/acme/1">A</a><a href="https://jobs.lever.co/acme/2">B</a><a href="https://jobs.lever.co/partner/2">C</a>', { ats: "lever", name: "acme" }],
    ["a frame among links of others", '<a href="https://jobs.lever.co/partner/1">A</a><a href="https://jobs.lever.co/partner/2">B</a><iframe src="https://jobs.ashbyhq.com/acme"></iframe>', { ats: "ashby", name: "acme" }],
    ["two boards, as often", '<a href="https://jobs.lever.co/one">A</a><a href="https://jobs.lever.co/two">B</a>', null],
    ["a careers site on its own domain", '<link rel="stylesheet" href="https://assets-aws.teamtailor-cdn.com/x.css">', { ats: "teamtailor", name: "example.com" }],
    ["another site's feed", '<link rel="alternate" href="https://example.org/jobs.rss">', null],
    ["none", "<p>Write to us</p>", null],
  ])("%s", (_, html, ref) => {
    expect(boardInPage(html, at)).toEqual(ref);
  });

  it("goes by the page's own address first", () => {
    expect(boardInPage('<a href="https://jobs.lever.co/other">A</a>', "https://jobs.ashbyhq.com/acme")).toEqual({ ats: "ashby", name: "acme" });
  });
});
