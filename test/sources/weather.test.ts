import type { ServerResponse } from "node:http";
import { beforeEach, describe, expect, it } from "vitest";
import { Random } from "../../src/lib/random.ts";
import { type Ats, atsNames } from "../../src/terms/board-ref.ts";
import { following, play, playEach, world } from "../fixtures/played-market.ts";
import { type Fault, playedFetch, type Played, type PlayedBoard } from "../fixtures/playing-server.ts";
import { keptAndMade } from "../fixtures/vacancy-table.ts";

/** What an honest book-keeper knows of one posting: how many good fetches in a row did not have it. */
type Book = Map<string, { missed: number; text: string }>;

const names: Partial<Record<Ats, string>> = { workday: "played.wd5/Careers", hackernews: "4001" };
const posting = (id: number, text = 0): Played => ({ id: String(id), title: `ML Engineer ${id}`, text: `Work ${id}: train and serve our models, edition ${text}.`, changed: new Date(Date.UTC(2026, 0, 1, text)).toISOString() });

const cut = (response: ServerResponse): void => void response.writeHead(200, { "content-type": "application/json", "content-length": 5000 }).write('{"jobs":[{"id":', () => response.destroy());
/** Weather that lasts a whole fetch: nothing good can come of it. */
const storms: Fault[] = [
  (_, response) => (response.writeHead(503).end(), true),
  (_, response) => (response.writeHead(529).end("overloaded"), true),
  (_, response) => (response.writeHead(404).end("{}"), true),
  (_, response) => (response.writeHead(403).end("{}"), true),
  (_, response) => (response.writeHead(429, { "retry-after": "3" }).end(), true),
  (_, response) => (response.writeHead(429, { "retry-after": "4000" }).end(), true),
  (_, response) => (response.end(), true),
  (_, response) => (response.end("{}"), true),
  (_, response) => (response.end("[]"), true),
  (_, response) => (response.end("null"), true),
  (_, response) => (response.end('{"jobs":[],"offers":[],"content":[],"jobPostings":[],"children":[],"total":0,"totalFound":0}'), true),
  (_, response) => (response.setHeader("content-type", "text/html").end("<!doctype html><title>Maintenance</title><p>Back soon"), true),
  (_, response) => (response.setHeader("content-type", "text/xml").end('<?xml version="1.0"?><workzag-jobs></workzag-jobs>'), true),
  (_, response) => (response.setHeader("content-encoding", "gzip").end("not packed"), true),
  (_, response) => (response.writeHead(302, { location: "http://127.0.0.1:1/inside" }).end(), true),
  (_, response) => (cut(response), true),
  (_, response) => (response.destroy(), true),
];

/** Weather that passes within the fetch: one request in four, and after that request the next goes through. */
function gust(fault: Fault): Fault {
  let calm = 0;
  return (asked, response, n) => (calm++ % 4 === 0 ? fault(asked, response, n) : false);
}
const passing = [0, 1, 4, 16].map((i) => storms[i]!);

playEach();
beforeEach(() => void (world.fetch = playedFetch(play.address, { totalMs: 10_000 })));

/** What the board does before a fetch: postings come, go, come back under their id, and say something else. */
function live(board: PlayedBoard, random: Random, next: { id: number }): void {
  board.postings = board.postings.filter(() => !random.chance(0.15)).map((one) => (random.chance(0.1) ? posting(Number(one.id), random.whole(1, 1000)) : one));
  for (let n = random.whole(0, 2); n > 0; n--) board.postings.push(posting(next.id++));
  const back = random.whole(101, next.id - 1);
  if (random.chance(0.3) && !board.postings.some(({ id }) => id === String(back))) board.postings.push(posting(back));
  // An empty board is unknown: another test is of that.
  if (board.postings.length === 0) board.postings.push(posting(next.id++));
}

function keepBook(book: Book, postings: readonly Played[]): void {
  for (const [id, one] of book) if (!postings.some((there) => there.id === id)) one.missed = Math.min(2, one.missed + 1);
  for (const { id, text } of postings) book.set(id, { missed: 0, text });
}

const seeds = [2];

describe.each(atsNames)("weeks of weather over a board of %s", (ats) => {
  it.each(seeds)("gone is exactly what two good fetches in a row did not have, nothing is lost, nothing is doubled (seed %i)", async (seed) => {
    const random = new Random(seed * 7919 + atsNames.indexOf(ats));
    const board: PlayedBoard = { ats, name: names[ats] ?? "played", postings: [101, 102, 103, 104, 105].map((id) => posting(id)) };
    const next = { id: 106 };
    play.boards.push(board);
    await following.follow(`${ats}:${board.name}`);
    const book: Book = new Map();
    const met = { good: 0, storms: 0, gusts: 0, gone: 0, back: 0 };
    for (let fetch = 0; fetch < 30; fetch++) {
      const weather = random.next();
      const storm = fetch > 0 && weather < 0.3;
      play.fault = storm ? random.pick(storms) : weather < 0.5 ? gust(random.pick(passing)) : null;
      if (fetch > 0 && random.chance(0.7)) live(board, random, next);
      world.time += random.whole(6, 46) * 3_600_000;
      const goneBefore = [...book].filter(([, { missed }]) => missed === 2).map(([id]) => id);
      const [done] = await following.refresh([`${ats}:${board.name}`]);
      if (storm) {
        met.storms++;
        expect(done).toMatchObject({ status: expect.stringMatching(/^(?:failed|absent|empty|half)$/), added: 0, missed: 0, gone: 0 });
      } else {
        if (play.fault === null) met.good++;
        else met.gusts++;
        expect(done, JSON.stringify(done)).toMatchObject({ status: expect.stringMatching(/^(?:good|unchanged)$/), dropped: 0 });
        keepBook(book, board.postings);
      }
      const stored = await following.market.rows<{ id: string; missed: number; gone: boolean; text: string; readings: number }>("SELECT id, missed, gone IS NOT NULL AS gone, coalesce(description_html, description_text) AS text, (SELECT count(*) FROM reading r WHERE r.key = p.key)::INTEGER AS readings FROM posting p ORDER BY id");
      expect(stored.map(({ id, missed, gone, readings }) => ({ id, missed, gone, readings }))).toEqual([...book].map(([id, { missed }]) => ({ id, missed, gone: missed === 2, readings: 1 })).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      for (const { id, text } of stored) expect(text).toContain(book.get(id)!.text);
      met.gone = Math.max(met.gone, stored.filter(({ gone }) => gone).length);
      met.back += goneBefore.filter((id) => book.get(id)!.missed === 0).length;
    }
    const { kept, made } = await keptAndMade(following.market);
    expect(kept).toEqual(made);
    // The weather was such that the test says something.
    expect(Math.min(met.good, met.storms, met.gusts, met.gone)).toBeGreaterThanOrEqual(2);
  }, 120_000);
});
