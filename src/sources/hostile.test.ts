import { type Arbitrary, array, assert, asyncProperty, constantFrom, double, json, nat, oneof, property, record, string, tuple, webUrl } from "fast-check";
import { describe, expect, it } from "vitest";
import * as invented from "../../test/fixtures/invented-boards.ts";
import type { BoardRef } from "../terms/board-ref.ts";
import type { Found } from "../terms/found.ts";
import type { BoardResponse } from "./address.ts";
import { boardInPage, parseBoardRef } from "./board-in.ts";
import { boards, lack, listed, next, postings, requests } from "./boards.ts";
import { postingsIn } from "./postings.ts";

const seeds: unknown[] = [invented.smartRecruitersList, invented.smartRecruitersDetail, invented.workableWidget, invented.workableList, invented.recruiteeBoard, invented.teamtailorFeed, invented.teamtailorApi, invented.workdayList, invented.workdayDetail, invented.hackerNewsThread, invented.hackerNewsComment];
const documents = [...seeds.map((seed) => JSON.stringify(seed)), invented.personioFeed, invented.personioGerman, invented.teamtailorRss, invented.microdataPage];
const refs: BoardRef[] = [
  { ats: "ashby", name: "a" }, { ats: "greenhouse", name: "a" }, { ats: "lever", name: "a" }, { ats: "smartrecruiters", name: "a" }, { ats: "workable", name: "a" }, { ats: "recruitee", name: "a" }, { ats: "personio", name: "a" },
  { ats: "teamtailor", name: "a" }, { ats: "workday", name: "a.wd1/b" }, { ats: "hackernews", name: "1" },
];

async function all(text: string): Promise<Found[]> {
  const found: Found[] = [];
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  for await (const one of postingsIn(bytes())) found.push(one);
  return found;
}

/** Values of every kind that stand where another kind is wanted. */
const wrong: Arbitrary<string> = constantFrom("null", "true", "0", "-0", "1e400", "-1e400", "12345678901234567890", '""', '"\\ud800"', '"\\u0000"', "[]", "{}", "[null]", '[[[[[["deep"]]]]]]', '{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"length":-1}', '{"toString":"no"}', `${"[".repeat(5000)}${"]".repeat(5000)}`);

/** A document with one to four of its values replaced. */
const confused = record({ document: constantFrom(...seeds), at: array(tuple(nat(200), wrong), { minLength: 1, maxLength: 4 }) }).map(({ document, at }) => {
  let n = 0;
  const holes = new Map(at);
  const marked = JSON.stringify(document, (_, value: unknown) => (holes.has(n++) ? `HOLE${n - 1}HOLE` : value));
  return marked.replaceAll(/"HOLE(\d+)HOLE"/g, (_, hole: string) => holes.get(Number(hole))!);
});

const broken = oneof(
  confused,
  tuple(constantFrom(...documents), double({ min: 0, max: 1, noNaN: true })).map(([text, share]) => text.slice(0, Math.floor(text.length * share))),
  tuple(constantFrom(...documents), nat(), string({ unit: "binary", maxLength: 20 })).map(([text, at, put]) => `${text.slice(0, at % text.length)}${put}${text.slice(at % text.length)}`),
  json({ maxDepth: 4 }),
);

describe("hostile input", () => {
  it("of files gives postings and named problems, and touches nothing else", async () => {
    await assert(
      asyncProperty(broken, async (text) => {
        for (const one of await all(text)) {
          if ("problem" in one) expect(one.problem).toMatchObject({ where: expect.stringMatching(/./), reason: expect.stringMatching(/./), detail: expect.any(String) });
          else for (const value of Object.values(one.posting)) expect(value === null || ["string", "boolean", "undefined"].includes(typeof value)).toBe(true);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as { polluted?: number }).polluted).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it("of boards never throws, never asks elsewhere, and is never a whole board without a posting", () => {
    const response = tuple(broken, constantFrom(200, 200, 200, 204, 404, 500, 0));
    assert(
      property(constantFrom(...refs), array(response, { minLength: 1, maxLength: 4 }), (ref, answers) => {
        const host = /[^.]+\.[^.]+$/.exec(new URL(requests(ref)[0]!.url).hostname)![0];
        const responses: BoardResponse[] = [];
        let open = requests(ref);
        for (const [body, status] of answers) {
          const request = open[0];
          if (request === undefined) break;
          responses.push({ request, status, body });
          open = next(ref, responses);
          for (const { url } of open) expect(new URL(url).hostname.endsWith(host) || ref.ats === "personio").toBe(true);
        }
        const found = postings(ref, responses);
        expect(Array.isArray(found)).toBe(true);
        if (lack(ref, responses) === null) expect(listed(ref, responses).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("of half a character in an id is read like any other", async () => {
    expect(await all(JSON.stringify(invented.smartRecruitersDetail).replace('"id":"7001"', '"id":"\\ud800"').replace(/"postingUrl":"[^"]*"/, '"postingUrl":null'))).toMatchObject([{ posting: { url: "https://jobs.smartrecruiters.com/InventedAG/%EF%BF%BD" } }]);
  });

  it("of half a board is never a whole one", () => {
    const whole: [BoardRef, string][] = [
      [refs[4]!, JSON.stringify(invented.workableWidget)], [refs[5]!, JSON.stringify(invented.recruiteeBoard)], [refs[6]!, invented.personioGerman], [refs[7]!, invented.teamtailorRss], [refs[9]!, JSON.stringify(invented.hackerNewsThread)],
    ];
    for (const [ref, body] of whole) {
      const answer = (text: string): BoardResponse[] => [{ request: requests(ref)[0]!, status: 200, body: text }];
      expect(lack(ref, answer(body))).toBeNull();
      for (let cut = 1; cut < body.trimEnd().length; cut++) expect(lack(ref, answer(body.slice(0, cut)))).not.toBeNull();
    }
  });

  it("of references and pages gives one of our boards or null", () => {
    const text = oneof(string({ unit: "binary", maxLength: 80 }), webUrl({ withFragments: true, withQueryParameters: true }), tuple(constantFrom(...Object.keys(boards)), string({ maxLength: 40 })).map(([ats, name]) => `${ats}:${name}`), tuple(constantFrom("https://jobs.ashbyhq.com/", "https://boards.greenhouse.io/embed/?for=", "https://a.wd1.myworkdayjobs.com/", "https://apply.workable.com/"), string({ maxLength: 40 })).map((parts) => parts.join("")));
    assert(
      property(text, (some) => {
        for (const ref of [parseBoardRef(some), boardInPage(`<iframe src="${some}"></iframe>${some}`, "https://example.com/")]) {
          if (ref === null) continue;
          for (const { url } of requests(ref)) expect(new URL(url).protocol).toBe("https:");
          expect(new URL(requests(ref)[0]!.url).username).toBe("");
          expect(/[/?#\\\s]|\.\./.test(ref.name.replace("/", "").replaceAll(" ", ""))).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("of markup is read in a time that grows with its length", async () => {
    const nasty = [`<div itemscope itemtype="https://schema.org/JobPosting">${'<div itemprop="a" itemscope>'.repeat(100_000)}`, `<div itemscope itemtype="https://schema.org/JobPosting">${'<b itemprop="description">'.repeat(20_000)}x`, "//a.b/".repeat(200_000), "https://jobs.lever.co/a".repeat(100_000), `<div itemscope itemtype="https://schema.org/JobPosting">${'<meta itemprop="a" content="b">'.repeat(200_000)}`, "<iframe ".repeat(100_000)];
    for (const html of nasty) {
      const start = performance.now();
      boardInPage(html, "https://example.com/");
      await all(`<!doctype html>${html}`);
      // A bound on hanging, no measure of speed: what backtracks takes minutes here.
      expect(performance.now() - start).toBeLessThan(20_000);
    }
  });
});
