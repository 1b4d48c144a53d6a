import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SourceDesk } from "../../src/market/sources/desk.ts";
import { openMarket } from "../../src/market/store.ts";
import { makeApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { playedWorld, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";
import { line, said as saidBy, start, strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let remove: () => void;
let data: string;
let play: PlayingServer;
let world: ReturnType<typeof playedWorld>;
beforeEach(async () => {
  ({ dir, remove } = tempDir());
  data = join(dir, "data");
  play = await startPlaying([{ ats: "ashby", name: "played", postings: ["1", "2"].map((id) => ({ id, title: `ML Engineer ${id}`, text: `Trains models of kind ${id}.` })) }]);
  world = playedWorld(play);
});
afterEach(async () => {
  await play.close();
  remove();
});

/** Runs `strata` in this process, in the played world. */
const run = (...args: string[]) => strataHere(args, { env: { STRATA_DATA: data }, now: () => new Date(world.time), world });

describe("strata add, sources, refresh and remove", () => {
  it("follows a board, fetches it, lists it, fetches it again and lets it go", async () => {
    expect(await run("add", "ashby:played")).toEqual({ code: 0, err: "", out: "Followed from now on: 1 source: ashby:played.\n1 source fetched: 1 good.\n2 new postings, 0 changed, 0 missed for the first time, 0 gone.\n" });
    expect(await run("add", "https://jobs.ashbyhq.com/played")).toMatchObject({ code: 0, out: "Followed from now on: 0 sources; 1 was already.\n" });
    expect((await run("sources")).out).toMatch(/ashby:played +good +2 +2 +0 min ago +in 6 h\n\n1 source followed; 2 open postings\./);
    expect(JSON.parse((await run("sources", "--json")).out)).toMatchObject([{ name: "ashby:played", kind: "ashby", status: "good", postings: 2, open: 2, dropped: 0, due: "2026-10-01T14:00:00Z" }]);
    expect(await run("refresh")).toMatchObject({ code: 0, out: "No source is due before 2026-10-01 14:00 UTC. Name one to fetch it all the same: strata refresh SOURCE\n" });
    expect(await run("refresh", "ashby:played")).toMatchObject({ code: 0, out: expect.stringContaining("1 source fetched: 1 unchanged.") });
    expect(await run("remove", "ashby:played")).toMatchObject({ code: 0, out: "ashby:played is no longer followed; 2 postings went with it.\n" });
    expect((await run("sources")).out).toContain("No source is followed yet. Follow some with: strata add ai-employers");
  });

  it("ends with 3 where a board is not what it was, and says what and why", async () => {
    await run("add", "ashby:played");
    play.fault = (_, response) => (response.writeHead(503).end(), true);
    const { code, out } = await run("refresh", "ashby:played");
    expect(code).toBe(3);
    expect(out).toMatch(/1 source fetched: 1 failed\.\n.*\n {2}failed {2}ashby:played: .*answered 503/);
    expect((await run("sources")).out).toMatch(/failed .*\n.*answered 503[\s\S]*1 without a good last fetch: their postings stand as they were/);
    expect((await run("sources", "--dropped")).out).toMatch(/^At the last fetch or import of the sources in this market nothing was left out\..*\n\nNot had at the last fetch, so that nothing can be said of what it holds:\n.*\n.*\nashby:played +failed\n.*answered 503/);
    expect(JSON.parse((await run("refresh", "ashby:played", "--json")).out)).toMatchObject({ added: 0, gone: 0, stopped: false, sources: [{ status: "failed" }] });
  });

  it("refuses to follow a directory", async () => {
    expect(await run("add", dir)).toMatchObject({ code: 2, err: expect.stringContaining("is a directory") });
  });

  it("leaves the first fetch for later where it is asked to", async () => {
    expect((await run("add", "ashby:played", "--later")).out).toBe("Followed from now on: 1 source: ashby:played.\n");
    expect(play.asked).toEqual([]);
    expect((await run("sources")).out).toMatch(/ashby:played +new +0 +0 +– +now/);
    expect((await run("refresh")).out).toContain("2 new postings");
  });

  it("takes the list of AI employers", async () => {
    const { out } = await run("add", "ai-employers", "--later");
    const n = Number(/Followed from now on: (\d+) sources/.exec(out)![1]);
    expect(n).toBeGreaterThanOrEqual(150);
    const rows = JSON.parse((await run("sources", "--json")).out) as { employer: string }[];
    expect(rows).toHaveLength(n);
    expect(rows.every(({ employer }) => employer !== "")).toBe(true);
  });

  it("follows a file by its path, and removes it by it", async () => {
    const path = join(dir, "postings.jsonl");
    writeFileSync(path, `${line("1")}\n{broken\n`);
    expect(await run("add", path)).toMatchObject({ code: 3, out: expect.stringContaining("1 source fetched: 1 half.\n1 new posting, 0 changed, 0 missed for the first time, 0 gone, 1 left out.") });
    expect((await run("sources", "--dropped")).out).toMatch(/not JSON +1 +file:.*postings\.jsonl\n +line 2: [\s\S]*1 left out/);
    expect(await run("remove", path)).toMatchObject({ code: 0, out: expect.stringContaining("1 posting went with it") });
  });

  it("takes for refresh and remove whatever add takes: an address on the board, a page that shows it, a file as it is typed", async () => {
    await run("add", "ashby:played");
    expect(await run("refresh", "https://jobs.ashbyhq.com/played")).toMatchObject({ code: 0, out: expect.stringContaining("1 unchanged") });
    expect(await run("refresh", "https://api.ashbyhq.com/posting-api/job-board/played?x=1")).toMatchObject({ code: 0, out: expect.stringContaining("1 unchanged") });
    expect(await run("refresh", "https://jobs.ashbyhq.com/other")).toMatchObject({ code: 2, err: expect.stringContaining("no such source is followed") });
    expect(await run("remove", "https://jobs.ashbyhq.com/played/")).toMatchObject({ code: 0, out: expect.stringContaining("2 postings went with it") });
    const path = join(dir, "postings.jsonl");
    writeFileSync(path, line("1"));
    const typed = relative(process.cwd(), path);
    await run("add", typed);
    expect(await run("refresh", typed)).toMatchObject({ code: 0, out: expect.stringContaining("1 source fetched") });
    expect(await run("refresh", `./${typed}`)).toMatchObject({ code: 0 });
    expect(await run("remove", `./${typed}`)).toMatchObject({ code: 0, out: expect.stringContaining("1 posting went with it") });
  });

  it("lists no source for files that are none, and says of one that all of it was left out", async () => {
    const [bad, empty, random, all] = ["bad.json", "empty.txt", "rand.bin", "all.jsonl"].map((name) => join(dir, name)) as [string, string, string, string];
    writeFileSync(bad, "{broken");
    writeFileSync(empty, "");
    writeFileSync(random, Buffer.from([0, 1, 2, 0, 255, 0]));
    expect(await run("import", random, empty, bad, join(dir, "nofile.jsonl"))).toMatchObject({ code: 4 });
    expect((await run("sources", "--json")).out).toBe("[]\n");
    expect((await run("sources", "--dropped", "--json")).out).toBe("[]\n");
    expect((await run("sources", "--dropped")).out).toContain("Files that could not be read at all are told by the import, and not kept.");
    writeFileSync(all, "{broken\n{broken too\n{and this\n");
    await run("import", all);
    expect(JSON.parse((await run("sources", "--json")).out)).toMatchObject([{ name: "all", kind: "import", status: "empty", postings: 0, dropped: 3 }]);
    expect((await run("sources")).out).toMatch(/all +all left out +0 +0 +3/);
    expect((await run("sources", "--dropped")).out).toMatch(/3 left out, with one example of each reason\.\nFiles that could not be read at all are told by the import, and not kept\.\n$/);
  });

  it("lists what an import left out, until the same import has nothing to leave out", async () => {
    const path = join(dir, "postings.jsonl");
    writeFileSync(path, `${line("1")}\n{broken\n${line("1", { title: "Other" })}\n`);
    await run("import", path);
    expect(JSON.parse((await run("sources", "--dropped", "--json")).out)).toMatchObject([{ source: "postings", reason: "id used twice", n: 1 }, { source: "postings", reason: "not JSON", n: 1, where: `${path}: line 2` }]);
    expect((await run("sources")).out).toMatch(/postings +imported +1 +1 +2/);
    writeFileSync(path, line("1"));
    await run("import", path);
    expect((await run("sources", "--dropped")).out).toBe("At the last fetch or import of the sources in this market nothing was left out. Files that could not be read at all are told by the import, and not kept.\n");
  });

  it("says no more of a long paste than tells which it was", async () => {
    expect(await run("add", `ashby:${"x".repeat(3000)}`)).toMatchObject({ code: 2, err: expect.stringMatching(/"ashby:x{74}…" is no source .*A file may be given too, but there is none of that name\n/) });
  });

  it.each<[string[], number, RegExp]>([
    [["add"], 2, /give what to follow/],
    [["add", "monster:acme"], 2, /"monster:acme" is no source that is known\. Give a board/],
    [["add", "https://www.played.example/none"], 4, /answered 404/],
    [["refresh"], 2, /no source is followed yet.*strata add ai-employers/],
    [["refresh", "ashby:other"], 2, /ashby:other: no such source is followed.*strata add ashby:other/],
    [["refresh", "--watch", "ashby:other"], 2, /name no sources with it/],
    [["remove"], 2, /give the source/],
    [["remove", "ashby:other"], 2, /there is no such source/],
    [["sources", "x"], 2, /takes no name/],
  ])("%j ends with %i", async (args, code, message) => {
    await (await openMarket(data)).close();
    expect(await run(...args)).toMatchObject({ code, err: expect.stringMatching(message) });
  });

  it("says which were followed before one that is none", async () => {
    expect(await run("add", "ashby:played", "monster:acme")).toMatchObject({ code: 2, err: expect.stringMatching(/Followed from now on: 1 source: ashby:played\. They are fetched by: strata refresh\nstrata add: "monster:acme"/) });
  });

  it("asks no host that is on the list beside the market", async () => {
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, "stop-hosts.txt"), "# they asked us\napi.ashbyhq.com\n");
    expect(await run("add", "ashby:played")).toMatchObject({ code: 3, out: expect.stringContaining("on the list of hosts that are not asked") });
    expect(play.asked).toEqual([]);
  });
});

describe("while a server holds the market", () => {
  it("asks the server, follows its progress, and says so", async () => {
    const market = await openMarket(data, { verb: "start" });
    const server = await listen(makeApp({ market, desk: new SourceDesk(market, world) }), { host: "127.0.0.1", port: 0 });
    market.announce(server.url);
    try {
      // A second process is another holder for the lock: this one would find itself.
      const door = (...args: string[]) => strata([...args, "--data", data]);
      const added = await door("add", "ashby:played");
      expect(added).toMatchObject({ code: 0, err: `strata add: The market is held by a running server, which does this: ${server.url}\n`, out: expect.stringContaining("1 source fetched: 1 good.\n2 new postings") });
      expect((await door("sources")).out).toMatch(/ashby:played +good +2/);
      expect((await door("refresh", "ashby:played")).out).toContain("1 unchanged");
      expect(await door("refresh", "ashby:other")).toMatchObject({ code: 2, err: expect.stringContaining("no such source is followed") });
      expect(await door("add", "monster:acme")).toMatchObject({ code: 2, err: expect.stringContaining("no source that is known") });
      expect((await door("sources", "--dropped")).out).toContain("nothing was left out");
      const path = join(dir, "postings.jsonl");
      writeFileSync(path, line("1"));
      expect(await door("add", path)).toMatchObject({ code: 5, err: expect.stringMatching(/is a file.*in use by "strata start"/s) });
      expect(await door("remove", "ashby:played")).toMatchObject({ code: 0, out: expect.stringContaining("2 postings went with it") });
    } finally {
      await server.close();
      await market.close();
    }
  });

  it("names who holds it where nobody can be asked", async () => {
    const path = join(dir, "never.jsonl");
    writeFileSync(path, "");
    const importing = start(["import", "-", "--data", data], { input: null });
    importing.child.stdin!.write(`${line("1")}\n`);
    await expect.poll(async () => (await strata(["sources", "--data", data])).code, { timeout: 20_000 }).toBe(5);
    for (const args of [["sources"], ["refresh"], ["add", "ashby:played"], ["remove", "ashby:played"]]) {
      expect(await strata([...args, "--data", data])).toMatchObject({ code: 5, err: expect.stringMatching(new RegExp(`in use by "strata import" \\(process ${importing.child.pid}`)) });
    }
    importing.child.stdin!.end();
    expect((await importing.ended).code).toBe(0);
  });
});

describe("strata refresh --watch", () => {
  it("stays, lets others use the market in between, and ends with Ctrl-C", async () => {
    const path = join(dir, "postings.jsonl");
    writeFileSync(path, line("1"));
    await strata(["add", path, "--later", "--data", data]);
    const watching = start(["refresh", "--watch", "--data", data]);
    await saidBy(watching, /1 new posting/);
    await expect.poll(async () => (await strata(["sources", "--data", data])).code, { timeout: 20_000 }).toBe(0);
    watching.child.kill("SIGINT");
    expect((await watching.ended).code).toBe(130);
  });
  it("stays where nothing is followed yet, and says so", async () => {
    const watching = start(["refresh", "--watch", "--data", data]);
    await saidBy(watching, /no source is followed yet[^]*Tried again/);
    watching.child.kill("SIGINT");
    expect((await watching.ended).code).toBe(130);
  });
  it("stays where there is no network, and says so", async () => {
    await run("add", "ai-employers", "--later");
    const offline = { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(knowNoHost)}` } };
    const watching = start(["refresh", "--watch", "--data", data], offline);
    await saidBy(watching, /there is no network[^]*Tried again in a minute/);
    watching.child.kill("SIGINT");
    expect((await watching.ended).code).toBe(130);
  });
});

/** Runs before all else in a process: no name leads to an address, as without a network. */
const knowNoHost = `import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
dns.lookup = (name, options, done) => done(Object.assign(new Error("getaddrinfo ENOTFOUND " + name), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname: name }));
syncBuiltinESMExports();`;
