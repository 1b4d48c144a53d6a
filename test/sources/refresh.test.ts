import { writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addSources, listDropped, listSources, removeSource } from "../../src/market/sources/followed.ts";
import { fileSource } from "../../src/sources/find-source.ts";
import { SourceDesk } from "../../src/market/sources/desk.ts";
import { atsNames } from "../../src/terms/board-ref.ts";
import { followingMarket } from "../fixtures/followed.ts";
import { following, play, playEach, world } from "../fixtures/played-market.ts";
import { type Played, playedFetch } from "../fixtures/playing-server.ts";
import { line } from "../fixtures/strata.ts";

playEach();

const hours = (n: number): void => void (world.time += n * 3_600_000);
const posting = (id: string, text = `Work ${id}: train and serve our models.`): Played => ({ id, title: `ML Engineer ${id}`, text });
const names: Record<string, string> = { workday: "played.wd5/Careers", hackernews: "4001" };
const nameFor = (ats: string): string => names[ats] ?? "played";
/** Ids that every kind of board can have. */
const [a, b, c] = ["101", "102", "103"];

const page = (title: string) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "JobPosting", title, identifier: "7", description: "<p>Train models.</p>", hiringOrganization: { name: "Played Ltd" } })}</script>`;

describe.each(atsNames)("a board of %s", (ats) => {
  const name = nameFor(ats);
  const source = `${ats}:${name.toLowerCase()}`;

  it("is taken in, is asked again without being written again, and its postings go when it has lacked them twice", async () => {
    const board = { ats, name, postings: [posting(a), posting(b), posting(c)] };
    play.boards.push(board);
    await following.follow(`${ats}:${name}`);
    expect(await following.refresh()).toMatchObject([{ source, status: "good", problem: null, postings: 3, added: 3, gone: 0, dropped: 0 }]);
    expect((await following.postings()).map(({ id }) => id)).toEqual([a, b, c]);
    expect(await following.refresh()).toEqual([]);

    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "unchanged", postings: 0, added: 0, changed: 0 }]);

    board.postings = [posting(a), posting(b, "Another text: measure and compare answers.")].map((one) => ({ ...one, changed: one.id === b ? "2026-09-09" : undefined }));
    hours(24);
    expect(await following.refresh()).toMatchObject([{ status: "good", changed: 1, missed: 1, gone: 0 }]);
    expect(await following.postings()).toMatchObject([{ id: a, missed: 0, gone: null }, { id: b, missed: 0, gone: null }, { id: c, missed: 1, gone: null, seen: "2026-10-01" }]);

    // That it says the same again is the second good fetch without the posting.
    hours(24);
    expect(await following.refresh()).toMatchObject([{ status: "unchanged", missed: 0, gone: 1 }]);
    expect((await following.postings())[2]).toMatchObject({ missed: 2, gone: "2026-10-02" });
    expect(await following.market.rows("SELECT ended::VARCHAR AS ended FROM reading r JOIN posting USING (key) ORDER BY id")).toEqual([{ ended: null }, { ended: null }, { ended: "2026-10-02" }]);

    board.postings.push(posting(c));
    hours(24);
    expect(await following.refresh()).toMatchObject([{ status: "good" }]);
    expect((await following.postings())[2]).toMatchObject({ missed: 0, gone: null });
    expect(await following.market.rows("SELECT count(ended)::INTEGER AS n FROM reading")).toEqual([{ n: 0 }]);
  });

  it("that is empty or not there is unknown: nothing is missed", async () => {
    const board = { ats, name, postings: [posting(a), posting(b)] };
    play.boards.push(board);
    await following.follow(`${ats}:${name}`);
    await following.refresh();
    const before = await following.postings();
    board.postings = [];
    for (const status of ["empty", "empty", "absent", "absent"]) {
      if (status === "absent") play.boards.length = 0;
      hours(24 * 8);
      expect(await following.refresh()).toMatchObject([{ status, gone: 0, missed: 0, problem: expect.stringMatching(/./) }]);
    }
    expect(await following.postings()).toEqual(before);
    expect((await listSources(following.market))[0]).toMatchObject({ status: "absent", failures: 2, good: expect.stringMatching(/^2026-10-01T08:00/), open: 2 });
  });
});

describe("boards whose texts come one by one", () => {
  it("asks for new texts only, and once more for those that did not come", async () => {
    const board = { ats: "smartrecruiters" as const, name: "played", postings: [posting(a), posting(b)] };
    play.boards.push(board);
    play.fault = ({ path }, response) => path.endsWith(b) && (response.writeHead(403).end(), true);
    await following.follow("smartrecruiters:played");
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 1, dropped: 1, problem: expect.stringContaining("1 of 2 texts") }]);
    expect(await listDropped(following.market)).toMatchObject([{ source: "smartrecruiters:played", reason: "its text was not answered", n: 1, where: `posting ${b}` }]);

    play.fault = null;
    play.asked.length = 0;
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 1, dropped: 0 }]);
    expect(play.asked.map((one) => one.split("/").at(-1))).toEqual(["postings?limit=100&offset=0", b]);
    expect(await listDropped(following.market)).toEqual([]);
    expect((await following.postings()).map(({ id, missed }) => [id, missed])).toEqual([[a, 0], [b, 0]]);
  });

  it("asks again for a text in whose place something else was answered, though the list stays the same", async () => {
    play.boards.push({ ats: "smartrecruiters", name: "played", postings: [posting(a), posting(b)] });
    play.fault = ({ path }, response) => path.endsWith(b) && (response.end("{}"), true);
    await following.follow("smartrecruiters:played");
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 1, dropped: 1, problem: expect.stringContaining("1 of 2 texts") }]);
    play.fault = null;
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 1, dropped: 0, problem: null }]);
  });

  it("takes what came, not what is stored, where an older reader has read the posting before", async () => {
    const board = { ats: "smartrecruiters" as const, name: "played", postings: [posting(a), posting(b)] };
    play.boards.push(board);
    await following.follow("smartrecruiters:played");
    await following.refresh();
    await following.market.write((connection) => connection.run("UPDATE reading SET engine = 'older'"));
    board.postings = [posting(a), { ...posting(b, "Another text: measure answers."), changed: "2026-09-09" }];
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "good", changed: 2, dropped: 0 }]);
    expect(await listDropped(following.market)).toEqual([]);
  });

  it("reads again what an older reader has read, without asking for it", async () => {
    play.boards.push({ ats: "smartrecruiters", name: "played", postings: [posting(a), posting(b)] });
    await following.follow("smartrecruiters:played");
    await following.refresh();
    await following.market.write((connection) => connection.run("UPDATE reading SET engine = 'older'"));
    play.asked.length = 0;
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "unchanged", changed: 2 }]);
    expect(play.asked).toHaveLength(1);
  });
});

describe("a half board", () => {
  it("adds what came, and closes nothing", async () => {
    const board = { ats: "greenhouse" as const, name: "played", postings: [posting(a), posting(b)] };
    play.boards.push(board);
    await following.follow("greenhouse:played");
    await following.refresh();
    play.fault = (_, response) => {
      response.end(JSON.stringify({ jobs: [{ id: Number(c), title: "New", absolute_url: "https://x.example/3", content: "Work." }], meta: { total: 3 } }));
      return true;
    };
    for (let i = 0; i < 3; i++) {
      hours(24 * 8);
      expect(await following.refresh()).toMatchObject([{ status: "half", problem: expect.stringContaining("3 postings"), missed: 0, gone: 0 }]);
    }
    expect((await following.postings()).map(({ id, missed }) => [id, missed])).toEqual([[a, 0], [b, 0], [c, 0]]);
    const [source] = await listSources(following.market);
    expect([source!.failures, Date.parse(source!.due!) - Date.parse(source!.checked!)]).toEqual([0, 6 * 3_600_000]);
  });
});

describe("pages and files", () => {
  it("follows a page that states its posting, as robots.txt lets it", async () => {
    play.pages.set("careers.played.example/7", page("ML Engineer"));
    await following.follow("https://careers.played.example/7#top");
    expect(await following.refresh()).toMatchObject([{ source: "page:https://careers.played.example/7", status: "good", added: 1 }]);
    expect(play.asked).toContain("GET careers.played.example/robots.txt");
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "unchanged" }]);
    play.pages.set("careers.played.example/7", "<p>No longer</p>");
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "empty", problem: expect.stringContaining("states no postings") }]);
    play.pages.set("careers.played.example/robots.txt", "user-agent: *\ndisallow: /7");
    hours(25);
    expect(await following.refresh()).toMatchObject([{ status: "failed", problem: expect.stringContaining("robots.txt asks") }]);
    expect((await following.postings())[0]).toMatchObject({ missed: 0, gone: null });
  });

  it("finds the board that a careers page shows", async () => {
    play.pages.set("www.played.example/careers", '<iframe src="https://jobs.ashbyhq.com/played"></iframe>');
    await following.follow("https://www.played.example/careers");
    expect((await listSources(following.market))[0]).toMatchObject({ name: "ashby:played", kind: "ashby", status: "new" });
  });

  it("says what it cannot follow, and what it can", async () => {
    play.pages.set("www.played.example/careers", `<p>${"Write to us, we are nice people. ".repeat(20)}</p>`);
    await expect(following.follow("https://www.played.example/careers")).rejects.toThrow(/shows no board that is known.*ashby/);
    await expect(following.follow("https://www.played.example/none")).rejects.toThrow(/answered 404/);
    await expect(following.follow("monster:acme")).rejects.toThrow(/no source that is known/);
  });

  it("reads a file again when it was written to; what is unreadable in it closes nothing", async () => {
    const path = join(following.dir, "postings.jsonl");
    writeFileSync(path, [line("1"), line("2")].join("\n"));
    await addSources(following.market, [fileSource(path)], world.now());
    expect(await following.refresh()).toMatchObject([{ source: `file:${path}`, status: "good", added: 2 }]);
    hours(7);
    expect(await following.refresh()).toMatchObject([{ status: "unchanged" }]);
    for (const [text, status, missed] of [[`${line("1")}\n{broken`, "half", 0], [line("1", { title: "Other" }), "good", 1]] as const) {
      writeFileSync(path, text);
      hours(24);
      expect(await following.refresh()).toMatchObject([{ status, missed }]);
    }
    writeFileSync(path, `${line("1", { title: "Another" })}\n`);
    hours(24);
    expect(await following.refresh()).toMatchObject([{ status: "good", gone: 1 }]);
    expect(await removeSource(following.market, `file:${path}`)).toBe(2);
    expect(await following.postings()).toEqual([]);
    expect(await listSources(following.market)).toEqual([]);
    expect(await removeSource(following.market, `file:${path}`)).toBeNull();
  });
});

const followFile = async (path: string): Promise<void> => void (await addSources(following.market, [fileSource(path)], world.now()));

describe("a file that is followed", () => {
  it("closes nothing where it is caught with only its header", async () => {
    const path = join(following.dir, "postings.csv");
    const header = "id,title,company,description";
    writeFileSync(path, `${header}\n1,ML Engineer,Played Ltd,Train and serve our models.\n`);
    await followFile(path);
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 1 }]);
    writeFileSync(path, `${header}\n`);
    for (let i = 0; i < 2; i++) {
      hours(7);
      expect(await following.refresh()).toMatchObject([{ status: "empty", missed: 0, gone: 0, problem: expect.stringContaining("nothing is taken for closed") }]);
    }
    expect(await following.postings()).toMatchObject([{ id: "1", missed: 0, gone: null }]);
  });

  // Of the files that nobody can read, not even root, this is one of Linux.
  it.skipIf(process.platform !== "linux")("fails by itself where it can be seen but not read, and is due later", async () => {
    const path = "/proc/self/mem";
    await followFile(path);
    play.boards.push({ ats: "ashby", name: "one", postings: [posting(a)] });
    await following.follow("ashby:one");
    const done = await following.refresh();
    expect(done.toSorted((x, y) => x.source.localeCompare(y.source))).toMatchObject([{ status: "good" }, { status: "failed", problem: expect.stringContaining("could not be read") }]);
    hours(1);
    expect(await following.refresh()).toEqual([]);
  });
});

describe("a refresh and what happens meanwhile", () => {
  it("stores nothing of a source that is removed while it is fetched", async () => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting(a)] });
    await following.follow("ashby:one");
    const held: ServerResponse[] = [];
    play.fault = (_, response) => held.push(response) > 0;
    const refreshed = following.refresh();
    await expect.poll(() => play.asked.length, { timeout: 20_000 }).toBe(1);
    expect(await removeSource(following.market, "ashby:one")).toBe(0);
    held[0]!.end(JSON.stringify({ apiVersion: "1", jobs: [{ id: "1", title: "Engineer", isListed: true, descriptionHtml: "Work." }] }));
    expect(await refreshed).toMatchObject([{ status: "failed", added: 0, problem: expect.stringContaining("was removed") }]);
    expect(await following.postings()).toEqual([]);
    expect(await listSources(following.market)).toEqual([]);
  });

  it("ends when it is stopped, before the market is closed; a market that closes takes no more writing", async () => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting(a)] });
    await following.follow("ashby:one");
    const stop = new AbortController();
    const cut = playedFetch(play.address, { signal: stop.signal });
    const desk = new SourceDesk(following.market, { ...world, fetch: cut }, { signal: stop.signal });
    play.fault = () => true;
    const { ended } = await desk.start(null);
    await expect.poll(() => play.asked.length, { timeout: 20_000 }).toBe(1);
    stop.abort();
    await desk.settled();
    expect(await ended).toEqual([]);
    expect(desk.state().running).toBe(false);
    expect((await listSources(following.market))[0]).toMatchObject({ status: "new", failures: 0 });
    const other = await followingMarket(world);
    const closing = other.close();
    await expect(other.market.write(async () => 1)).rejects.toThrow("is being closed");
    await closing;
  });
});

describe("sources that are due", () => {
  it("are those whose six hours are over; one named is fetched at once", async () => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting(a)] }, { ats: "ashby", name: "two", postings: [posting(a)] });
    await following.follow("ashby:one", "ashby:two");
    expect(await following.refresh()).toHaveLength(2);
    hours(5.9);
    expect(await following.refresh()).toEqual([]);
    expect(await following.refresh(["ashby:one"])).toHaveLength(1);
    hours(0.2);
    expect((await following.refresh()).map(({ source }) => source)).toEqual(["ashby:two"]);
  });
});
