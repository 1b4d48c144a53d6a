import { describe, expect, it } from "vitest";
import { type BoardRef, refText, sourceName } from "../terms/board-ref.ts";
import type { BoardRequest, BoardResponse } from "./address.ts";
import { boardInPage, parseBoardRef } from "./board-in.ts";
import { complete, lack, listed, next, postings, requests } from "./boards.ts";

type Server = (request: BoardRequest) => { status?: number; body: unknown };

/** Asks a board as a refresh does: what it wants, until it wants nothing more. */
function fetchAll(ref: BoardRef, server: Server, key: string | null = null): BoardResponse[] {
  const responses: BoardResponse[] = [];
  let open = requests(ref, key);
  for (let round = 0; open.length > 0; round++) {
    if (round > 50) throw new Error("the board never has enough");
    for (const request of open) {
      const { status = 200, body } = server(request);
      responses.push({ request, status, body: typeof body === "string" ? body : JSON.stringify(body) });
    }
    open = next(ref, responses);
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
    expect(postings(ref, responses)).toMatchObject([{ board: `${ats}:invented` }]);
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
    ["none", "<p>Write to us</p>", null],
  ])("%s", (_, html, ref) => {
    expect(boardInPage(html, at)).toEqual(ref);
  });

  it("goes by the page's own address first", () => {
    expect(boardInPage('<a href="https://jobs.lever.co/other">A</a>', "https://jobs.ashbyhq.com/acme")).toEqual({ ats: "ashby", name: "acme" });
  });
});
