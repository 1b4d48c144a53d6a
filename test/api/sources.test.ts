import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SourceDesk } from "../../src/market/sources/desk.ts";
import { realWorld } from "../../src/sources/fetching/world.ts";
import { type App, makeApp } from "../../src/server/app.ts";
import type { RefreshEvent } from "../../src/terms/source.ts";
import { type FollowingMarket, followingMarket } from "../fixtures/followed.ts";
import { playedWorld, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";

let play: PlayingServer;
let following: FollowingMarket;
let app: App;
const logged: string[] = [];
beforeEach(async () => {
  play = await startPlaying([{ ats: "lever", name: "played", postings: [{ id: "a", title: "ML Engineer", text: "Trains models." }] }]);
  const world = playedWorld(play);
  following = await followingMarket(world);
  app = makeApp({ market: following.market, desk: new SourceDesk(following.market, world), log: (message) => logged.push(message) });
});
afterEach(async () => {
  await following.close();
  await play.close();
});

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; json: Record<string, never> }> {
  const response = await app.request(`/api/sources${path}`, { method, headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers }, ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }) });
  return { status: response.status, json: (await response.json()) as Record<string, never> };
}

describe("sources over HTTP", () => {
  test("add, refresh with its progress, list, remove", async () => {
    expect(await ask("GET", "")).toEqual({ status: 200, json: { rows: [] } });
    expect(await ask("POST", "", { source: "lever:played" })).toEqual({ status: 200, json: { names: ["lever:played"], added: ["lever:played"] } });
    expect(await ask("POST", "/refresh", {})).toMatchObject({ status: 202, json: { all: 1 } });
    await expect.poll(async () => (await ask("GET", "/refresh")).json, { timeout: 20_000 }).toMatchObject({ running: false, all: 1, failed: null, done: [{ source: "lever:played", status: "good", added: 1 }] });
    expect(await ask("GET", "")).toMatchObject({ status: 200, json: { rows: [{ name: "lever:played", postings: 1 }] } });
    expect(await ask("GET", "/dropped")).toEqual({ status: 200, json: { rows: [] } });
    expect(await ask("DELETE", "?source=lever:played")).toEqual({ status: 200, json: { postings: 1 } });
    expect(await ask("DELETE", "?source=lever:played")).toMatchObject({ status: 404, json: { error: { code: "not-found" } } });
  });

  test("a list is taken one a line, each once; with a line that is no source none is, and each such line is named", async () => {
    expect(await ask("POST", "", { source: "lever:played\r\n\n https://jobs.lever.co/played/ \nashby:vale" })).toEqual({ status: 200, json: { names: ["lever:played", "ashby:vale"], added: ["lever:played", "ashby:vale"] } });
    const message = /^Of 3 lines 2 cannot be followed, so none is\. Mend or leave out:\nline 1: "monster:acme" is no source that is known.*\nline 4: https:\/\/gone\.example\/ answered 404/;
    expect(await ask("POST", "", { source: "monster:acme\n\nlever:heron\nhttps://gone.example/" })).toMatchObject({ status: 400, json: { error: { message: expect.stringMatching(message) } } });
    for (const [source, told] of [["x".repeat(20_001), 'source "x{80}…": takes 20,000 characters at most'], ["lever:a\n".repeat(201), "These are 201 lines; 200 are taken at once. Give them in parts"]] as const) {
      expect(await ask("POST", "", { source })).toMatchObject({ status: 400, json: { error: { message: expect.stringMatching(new RegExp(`^${told}$`)) } } });
    }
    expect((await ask("GET", "")).json).toMatchObject({ rows: [{ name: "ashby:vale" }, { name: "lever:played" }] });
  });

  test("one refresh at a time", async () => {
    await ask("POST", "", { source: "lever:played" });
    const held: ServerResponse[] = [];
    play.fault = (_, response) => held.push(response) > 0;
    expect((await ask("POST", "/refresh", {})).status).toBe(202);
    expect(await ask("POST", "/refresh", {})).toMatchObject({ status: 409, json: { error: { code: "under-way", message: expect.stringContaining("0 of 1") } } });
    await expect.poll(() => play.asked.length, { timeout: 20_000 }).toBe(1);
    held[0]!.end("[]");
    await expect.poll(async () => (await ask("GET", "/refresh")).json, { timeout: 20_000 }).toMatchObject({ running: false, done: [{ status: "empty" }] });
  });

  test("a refresh is told of as it goes on, to its end", async () => {
    await ask("POST", "", { source: "lever:played" });
    const held: ServerResponse[] = [];
    play.fault = (_, response) => held.push(response) > 0;
    await ask("POST", "/refresh", {});
    const events = await app.request("/api/sources/refresh/events");
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1);
    play.fault = null;
    held[0]!.end("[]");
    expect(events.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const told = (await events.text()).split("\n").filter((line) => line.startsWith("data: ")).map((line) => JSON.parse(line.slice(6)) as RefreshEvent);
    expect(told[0]).toMatchObject({ running: true, started: "2026-10-01T08:00:00.000Z", from: 0 });
    expect(told.some(({ fetching }) => fetching.includes("lever:played"))).toBe(true);
    expect(told.at(-1)).toMatchObject({ running: false, stopped: false, fetching: [] });
    expect(told.flatMap(({ done }) => done).map(({ source }) => source)).toEqual(["lever:played"]);
    // Of a refresh that has ended, how it ended.
    expect((await (await app.request("/api/sources/refresh/events")).text()).match(/^event: refresh$/gm)).toHaveLength(1);
  });

  test("a refresh that is cancelled leaves what waits, keeps what is done, and another can begin", async () => {
    play.boards.push({ ats: "smartrecruiters", name: "many", postings: Array.from({ length: 6 }, (_, i) => ({ id: `${i}`, title: "ML Engineer", text: "Trains models." })) });
    await ask("POST", "", { source: "lever:played" });
    await ask("POST", "", { source: "smartrecruiters:many" });
    const held: ServerResponse[] = [];
    play.fault = ({ path }, response) => /\/postings\/\d$/.test(path) && held.push(response) > 0;
    await ask("POST", "/refresh", {});
    await expect.poll(async () => [held.length, (await ask("GET", "/refresh")).json.done], { timeout: 20_000 }).toMatchObject([2, [{ source: "lever:played" }]]);
    expect(await ask("DELETE", "/refresh")).toMatchObject({ status: 200, json: { running: true, stopped: true } });
    play.fault = null;
    for (const response of held) response.end("{}");
    await expect.poll(async () => (await ask("GET", "/refresh")).json, { timeout: 20_000 }).toMatchObject({ running: false, stopped: true, failed: null, all: 2, done: [{ source: "lever:played" }] });
    expect((await ask("GET", "")).json).toMatchObject({ rows: [{ name: "lever:played", postings: 1 }, { name: "smartrecruiters:many", postings: 0, status: "new" }] });
    expect((await ask("POST", "/refresh", {})).status).toBe(202);
    await expect.poll(async () => (await ask("GET", "/refresh")).json, { timeout: 20_000 }).toMatchObject({ running: false, stopped: false, done: [{ source: "smartrecruiters:many", added: 6 }] });
    expect(await ask("DELETE", "/refresh")).toMatchObject({ status: 200, json: { running: false, stopped: false } });
  });

  test.each<[string, string, unknown, number, RegExp]>([
    ["POST", "", { source: "monster:acme" }, 400, /no source that is known/],
    ["POST", "", { source: `ashby:${"x".repeat(1500)}` }, 400, /^"ashby:x{74}…" is no source that is known\. (?!.*\bfile)/],
    ["POST", "", { source: "/etc/passwd" }, 400, /no source that is known/],
    ["POST", "", { source: "file:///etc/passwd" }, 400, /no source that is known/],
    ["POST", "", { source: "https://gone.example/" }, 502, /answered 404/],
    ["POST", "", { source: "" }, 400, /source/],
    ["POST", "", {}, 400, /source/],
    ["POST", "", { source: "lever:a", more: 1 }, 400, /more/],
    ["POST", "", "{broken", 400, /JSON/],
    ["POST", "/refresh", { sources: ["lever:other"] }, 404, /no such source is followed/],
    ["POST", "/refresh", { sources: [] }, 400, /sources/],
    ["POST", "/refresh", { sources: "lever:a" }, 400, /sources/],
    ["DELETE", "", undefined, 400, /source/],
  ])("%s %s of %j is refused with %i", async (method, path, body, status, message) => {
    const answer = await ask(method, path, body);
    expect(answer).toMatchObject({ status, json: { error: { message: expect.stringMatching(message) } } });
    expect(logged).toEqual([]);
  });

  test.each(["https://evil.example", "http://localhost:3000", "null", "http://localhost.evil.example"])("a page of %s may not change anything", async (origin) => {
    expect(await ask("POST", "", { source: "lever:played" }, { origin, host: "localhost:4870" })).toMatchObject({ status: 403, json: { error: { code: "wrong-origin" } } });
    expect(await ask("DELETE", "?source=lever:played", undefined, { origin, host: "localhost:4870" })).toMatchObject({ status: 403 });
    expect((await ask("GET", "")).json).toEqual({ rows: [] });
  });

  test.each(["http://127.0.0.1:1/jobs", "http://[::1]/", "http://192.168.1.1/careers", "https://localhost/"])("%s is private, and refused with that word", async (source) => {
    const real = makeApp({ market: following.market, desk: new SourceDesk(following.market, realWorld()) });
    const response = await real.request("/api/sources", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ source }) });
    expect([response.status, await response.json()]).toEqual([502, { error: { code: "not-answered", message: expect.stringMatching(/not on the public internet; it is a private address/) } }]);
    expect((await ask("GET", "")).json).toEqual({ rows: [] });
  });

  test("our own pages may", async () => {
    expect((await ask("POST", "", { source: "lever:played" }, { origin: "http://localhost:4870", host: "localhost:4870" })).status).toBe(200);
    expect((await ask("POST", "", { source: "lever:played" }, { host: "evil.example" })).status).toBe(403);
  });
});
