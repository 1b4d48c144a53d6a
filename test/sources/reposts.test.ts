import { describe, expect, it } from "vitest";
import type { Ats } from "../../src/terms/board-ref.ts";
import { following, play, playEach, world } from "../fixtures/played-market.ts";
import { type Played, type PlayedBoard } from "../fixtures/playing-server.ts";

playEach();

const things = ["serving", "harness", "rankers", "capacity", "reviews", "failures", "costs", "pipelines", "answers", "search", "billing"];
/** Long enough to be told from others of the same employer: of a hundred words. */
const text = (of: number): string => things.map((thing, i) => `Own the ${thing} of our ${things[(i * of + 5) % 11]} with two colleagues and ${things[(i + 2 * of) % 11]} in mind, method ${of}.`).join(" ");
const posting = (id: string, of: number): Played => ({ id, title: `ML Engineer ${"ABCDEFGH"[of]}`, text: text(of) });

/** A day passes, and all sources are fetched. */
async function day(): Promise<void> {
  world.time += 24 * 3_600_000;
  const failed = (await following.refresh()).filter(({ status }) => status !== "good" && status !== "unchanged");
  expect(failed).toEqual([]);
}

type Vacancy = { first: string; opened: string | null; seen: string; ended: string | null; sources: string[] };

/** Vacancies with the sources of their postings. */
async function vacancies(): Promise<Vacancy[]> {
  const rows = await following.market.rows<Omit<Vacancy, "sources"> & { sources: string }>(
    `SELECT first.id AS first, v.opened::VARCHAR AS opened, v.first_seen::VARCHAR AS seen, v.ended::VARCHAR AS ended, (SELECT string_agg(p.source || ' ' || p.id, ',' ORDER BY p.source, p.id) FROM reading r JOIN posting p USING (key) WHERE r.vacancy = v.key) AS sources
     FROM reading v JOIN posting first USING (key) WHERE v.key = v.vacancy ORDER BY first.title, first.id`,
  );
  return rows.map((row) => ({ ...row, sources: row.sources.split(",") }));
}

describe("one vacancy, several postings", () => {
  it("posted again under another id stays one vacancy, that was never over", async () => {
    const board: PlayedBoard = { ats: "greenhouse", name: "played", postings: [posting("101", 1), posting("102", 2)] };
    play.boards.push(board);
    await following.follow("greenhouse:played");
    await day();
    board.postings = [posting("201", 1), posting("102", 2)];
    for (let n = 0; n < 3; n++) await day();
    expect((await following.postings()).map(({ id, gone }) => [id, gone])).toEqual([["101", "2026-10-03"], ["102", null], ["201", null]]);
    expect(await vacancies()).toMatchObject([
      { first: "101", seen: "2026-10-02", ended: null, sources: ["greenhouse:played 101", "greenhouse:played 201"] },
      { first: "102", seen: "2026-10-02", ended: null, sources: ["greenhouse:played 102"] },
    ]);
    // It ends when nothing of it is left.
    board.postings = [posting("102", 2)];
    for (let n = 0; n < 2; n++) await day();
    expect((await vacancies()).map(({ first, ended }) => [first, ended])).toEqual([["101", "2026-10-06"], ["102", null]]);
  });

  it("a board that gives all its postings new ids, from one day to the next, has as many vacancies as before", async () => {
    const board: PlayedBoard = { ats: "lever", name: "played", postings: [1, 2, 3, 4, 5, 6].map((of) => posting(`a${of}`, of)) };
    play.boards.push(board);
    await following.follow("lever:played");
    await day();
    for (const round of ["b", "c", "d"]) {
      board.postings = [1, 2, 3, 4, 5, 6].map((of) => posting(`${round}${of}`, of));
      for (let n = 0; n < 2; n++) await day();
    }
    expect(await following.market.rows("SELECT count(*)::INTEGER AS postings, count(gone)::INTEGER AS gone FROM posting")).toEqual([{ postings: 24, gone: 18 }]);
    const all = await vacancies();
    expect(all.map(({ seen, ended, sources }) => ({ seen, ended, n: sources.length }))).toEqual(Array.from({ length: 6 }, () => ({ seen: "2026-10-02", ended: null, n: 4 })));
  });

  it("on two boards it is over when both have closed it, and keeps both as its sources", async () => {
    const [one, two]: [PlayedBoard, PlayedBoard] = [
      { ats: "greenhouse", name: "played", postings: [posting("101", 1), posting("102", 2)] },
      { ats: "greenhouse", name: "playedemea", postings: [posting("301", 1), posting("303", 3)] },
    ];
    play.boards.push(one, two);
    await following.follow("greenhouse:played", "greenhouse:playedemea");
    await day();
    expect((await vacancies()).map(({ sources }) => sources)).toEqual([["greenhouse:played 101", "greenhouse:playedemea 301"], ["greenhouse:played 102"], ["greenhouse:playedemea 303"]]);
    one.postings = [posting("102", 2)];
    for (let n = 0; n < 3; n++) await day();
    expect((await following.postings()).map(({ id, gone }) => [id, gone])).toEqual([["101", "2026-10-03"], ["102", null], ["301", null], ["303", null]]);
    expect((await vacancies()).map(({ ended }) => ended)).toEqual([null, null, null]);
    two.postings = [posting("303", 3)];
    for (let n = 0; n < 3; n++) await day();
    expect((await vacancies()).map(({ ended, sources }) => [ended, sources.length])).toEqual([["2026-10-06", 2], [null, 1], [null, 1]]);
    // And open again when one of them comes back.
    one.postings.push(posting("101", 1));
    await day();
    expect((await vacancies()).map(({ ended }) => ended)).toEqual([null, null, null]);
  });
});

const last = async (): Promise<unknown> => (await following.market.rows("SELECT missed, gone IS NOT NULL AS gone FROM posting WHERE id = '1129'"))[0];

describe("boards of several pages", () => {
  it.each<[Ats, string]>([["lever", "played"], ["smartrecruiters", "Played"], ["workday", "played.wd5/Careers"]])("of %s: what changes on the last page is seen, though the first stays as it is", async (ats, name) => {
    const all = Array.from({ length: 130 }, (_, i): Played => ({ id: String(1000 + i), title: `ML Engineer ${i}`, text: `Work ${i}: train and serve our models.` }));
    const board: PlayedBoard = { ats, name, postings: all };
    play.boards.push(board);
    await following.follow(`${ats}:${name}`);
    // Twice, so that it was unchanged once: what is kept of it then counts for the next time.
    for (let n = 0; n < 2; n++) await day();
    board.postings = all.slice(0, -1);
    for (let n = 0; n < 2; n++) await day();
    expect(await last()).toEqual({ missed: 2, gone: true });
    board.postings = all;
    for (let n = 0; n < 2; n++) await day();
    expect(await last()).toEqual({ missed: 0, gone: false });
    board.postings = [...all, { id: "2000", title: "New", text: "Something new." }];
    await day();
    expect(await following.market.rows("SELECT count(*)::INTEGER AS n FROM posting")).toEqual([{ n: 131 }]);
  });
});
