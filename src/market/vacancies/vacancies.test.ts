import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Found } from "../../terms/found.ts";
import type { Posting } from "../../terms/posting.ts";
import { importPostings } from "../import.ts";
import { keptAndMade } from "../../../test/fixtures/vacancy-table.ts";
import { type Market, openMarket } from "../store.ts";

let dir: string;
let market: Market;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-vacancies-"));
  market = await openMarket(dir);
});
afterEach(async () => {
  // Whatever a test did: the table that questions look at says what the other tables say.
  const { kept, made } = await keptAndMade(market);
  expect(kept).toEqual(made);
  await market.close();
  rmSync(dir, { recursive: true });
});

const verbs = ["Own", "Write", "Train", "Plan", "Guide", "Test", "Cut", "Keep"];
const things = ["serving", "harness", "rankers", "capacity", "reviews", "failures", "costs", "pipelines", "answers", "search", "billing", "drivers"];
/** A description of some hundred words; `of` chooses what it is about. */
const text = (of: number, more = ""): string => `${verbs.map((verb, i) => `${verb} the ${things[(i + of) % 12]} of our ${things[(i * of + 5) % 12]} with two colleagues and ${things[(i + 2 * of) % 12]} in mind, method ${of}.`).join(" ")} ${more}`;
const posting = (id: string, fields: Partial<Posting> = {}): Posting => ({ id, company: "Heron & Vale", title: "ML Engineer", department: "Search", location: "Berlin, Germany", posted_at: "2025-06-01", description_text: text(1), ...fields });

async function take(postings: readonly (Posting & { board?: string })[], now = "2025-11-01"): Promise<void> {
  async function* found(): AsyncGenerator<Found> {
    for (const { board = "test", ...one } of postings) yield { posting: one, where: one.id!, board };
  }
  await importPostings(market, found(), { source: "test", now: () => new Date(`${now}T12:00:00Z`) });
}

type Row = { id: string; first: string; opened: string | null; seen: string; last: string; ended: string | null };

async function vacancies(): Promise<Row[]> {
  return market.rows<Row>(
    `SELECT p.id, (SELECT id FROM posting f WHERE f.key = r.vacancy) AS first, r.opened::VARCHAR AS opened, r.first_seen::VARCHAR AS seen, r.last_seen::VARCHAR AS last, r.ended::VARCHAR AS ended FROM reading r JOIN posting p USING (key) ORDER BY p.id`,
  );
}

const firsts = async (): Promise<Record<string, string>> => Object.fromEntries((await vacancies()).map(({ id, first }) => [id, first]));

describe("vacancies", () => {
  it("a day of posting in the future is none", async () => {
    await take([posting("soon", { posted_at: "2025-11-08" }), posting("mistyped", { posted_at: "2205-06-01", description_text: text(3) })]);
    expect((await vacancies()).map(({ id, opened }) => [id, opened])).toEqual([["mistyped", null], ["soon", "2025-11-08"]]);
  });

  it("a repost belongs to the posting before it", async () => {
    await take([posting("a", { closed_at: "2025-07-01" }), posting("b", { posted_at: "2025-07-20" })]);
    expect(await vacancies()).toEqual(["a", "b"].map((id) => ({ id, first: "a", opened: "2025-06-01", seen: "2025-11-01", last: "2025-11-01", ended: null })));
  });

  it("a copy on another board and at another place belongs to it, and both keep their source and place", async () => {
    await take([posting("a"), posting("b", { board: "other:heronvale", company: "HERON AND VALE GmbH", title: "ML Engineer (m/w/d) - Munich", location: "Munich", description_text: text(1).toUpperCase() } as never)]);
    expect(await firsts()).toEqual({ a: "a", b: "a" });
    expect(await market.rows("SELECT source FROM posting ORDER BY source")).toHaveLength(2);
    expect(await market.rows("SELECT count(DISTINCT vacancy)::INTEGER AS n, count(DISTINCT city)::INTEGER AS cities FROM reading_place")).toEqual([{ n: 1, cities: 2 }]);
  });

  it("what was said in a few other words belongs to it, also over a third", async () => {
    await take([posting("a"), posting("b", { location: "Ulm", posted_at: "2025-06-02", description_text: text(1, "Apply soon.") }), posting("c", { location: "Bonn", posted_at: "2025-06-02", description_text: `Hello. ${text(1, "Apply soon.")}` })]);
    expect(await firsts()).toEqual({ a: "a", b: "a", c: "a" });
  });

  it.each<[string, Partial<Posting>]>([
    ["another title", { title: "ML Engineer, Payments" }],
    ["another level", { title: "Senior ML Engineer" }],
    ["another employer", { company: "Heron" }],
    ["another text", { description_text: text(3) }],
    ["a text that differs, beside it at the same place", { description_text: text(1, "You work in the night, for the team of payments.") }],
    ["another department, with the same template at another place", { location: "Ulm", department: "Payments", description_text: text(1, "For payments.") }],
    ["no employer", { company: null }],
    ["no title", { title: null }],
    ["a long pause", { posted_at: "2024-06-01", closed_at: "2024-07-01" }],
  ])("%s is another vacancy", async (_, fields) => {
    await take([posting("a"), posting("b", fields)]);
    expect(await firsts()).toEqual({ a: "a", b: "b" });
  });

  it("has ended when all its postings have", async () => {
    await take([posting("a", { closed_at: "2025-07-01" }), posting("b", { closed_at: "2025-08-01" })]);
    expect((await vacancies()).map(({ ended }) => ended)).toEqual(["2025-08-01", "2025-08-01"]);
    await take([posting("c", { posted_at: "2025-09-01" })]);
    expect((await vacancies()).map(({ ended }) => ended)).toEqual([null, null, null]);
  });

  it("lets a posting go that came to say something else", async () => {
    await take([posting("a"), posting("b", { posted_at: "2025-06-02" }), posting("c", { posted_at: "2025-06-03" })]);
    expect(await firsts()).toEqual({ a: "a", b: "a", c: "a" });
    await take([posting("a", { title: "Data Engineer" })]);
    expect(await firsts()).toEqual({ a: "a", b: "b", c: "b" });
  });

  it("is told anew each day that a posting of it is seen", async () => {
    await take([posting("a"), posting("b")]);
    await take([posting("b")], "2025-11-20");
    expect((await vacancies()).map(({ last }) => last)).toEqual(["2025-11-20", "2025-11-20"]);
  });

  it("is told the same where the table is made anew in pieces", async () => {
    const ofPlaces = ["Ulm", "Bonn", "Lyon, France", "Leeds, United Kingdom"].map((location, i) => posting(`place${i}`, { location, posted_at: `2025-06-0${i + 2}` }));
    const others = Array.from({ length: 60 }, (_, i) => posting(`other${i}`, { company: `Heron ${i}`, title: i % 3 === 0 ? "Cook" : "ML Engineer", description_text: text(i % 12, `You know Python and PyTorch. Salary: €${60 + i},000 - €${80 + i},000 a year.`) }));
    await take([posting("a"), ...ofPlaces, ...others]);
    const { kept, made } = await keptAndMade(market, 7);
    expect(kept.length).toBeGreaterThan(50);
    expect(made).toEqual(kept);
  });

  it("comes out the same whatever the order and the parts in which postings come", async () => {
    const all = Array.from({ length: 14 }, (_, i) => posting(`p${i}`, { title: i % 3 === 0 ? "Data Engineer" : "ML Engineer", posted_at: `2025-0${(i % 7) + 1}-10`, closed_at: i % 2 ? `2025-0${(i % 7) + 1}-28` : null, description_text: text(i % 2, i % 5 === 0 ? "Apply soon." : "") }));
    await take(all);
    const whole = await vacancies();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 1, max: 13 }), async (order, cut) => {
        await market.write(async (connection) => {
          for (const table of ["posting", "reading", "reading_place", "reading_pay", "reading_skill", "fingerprint", "vacancy"]) await connection.run(`DELETE FROM ${table}`);
        });
        await take(order.slice(0, cut));
        await take(order.slice(cut));
        expect(await vacancies()).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });
});
