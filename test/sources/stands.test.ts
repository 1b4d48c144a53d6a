import { describe, expect, it } from "vitest";
import { putDropped } from "../../src/market/sources/dropped.ts";
import { followedIn, listDropped, listSources } from "../../src/market/sources/followed.ts";
import { standElsewhere } from "../../src/market/sources/stands.ts";
import { following, play, playEach, world } from "../fixtures/played-market.ts";
import { type PlayedBoard } from "../fixtures/playing-server.ts";

playEach();

const postings = [{ id: "101", title: "ML Engineer", text: "Train and serve our models." }];
const followed = async () => (await listSources(following.market)).map(({ name }) => name);

describe.each(["lever", "greenhouse"] as const)("a board of %s that stands in Europe", (ats) => {
  const board = (eu: boolean): PlayedBoard => ({ ats, name: "acme", postings, eu });

  it("is one source, named by the host that answered", async () => {
    play.boards.push(board(true));
    await following.follow(`${ats}:acme`);
    expect(await following.refresh()).toMatchObject([{ source: `${ats}:acme@eu`, status: "good", added: 1 }]);
    expect(await following.postings()).toMatchObject([{ id: "101", source: `${ats}:acme@eu` }]);
    // Its other host is not asked again.
    play.asked.length = 0;
    world.time += 24 * 3_600_000;
    expect(await following.refresh()).toMatchObject([{ source: `${ats}:acme@eu`, status: "unchanged" }]);
    expect(play.asked.filter((one) => !one.includes(".eu."))).toEqual([]);
  });

  it("is followed once, however often and however it is named", async () => {
    play.boards.push(board(true));
    await following.follow(`${ats}:acme@eu`, `${ats}:acme`);
    const told = await following.refresh();
    expect(told.find((one) => one.source === `${ats}:acme`)).toMatchObject({ status: "absent", problem: expect.stringContaining(`the same board as ${ats}:acme@eu`), added: 0 });
    expect(await followed()).toEqual([`${ats}:acme@eu`]);
    expect(await following.postings()).toHaveLength(1);
    await following.follow(`${ats}:acme`);
    await following.refresh();
    expect(await followed()).toEqual([`${ats}:acme@eu`]);
  });

  it("keeps what an earlier fetch stored under its name, and cannot be added beside it", async () => {
    play.boards.push(board(false));
    await following.follow(`${ats}:acme`);
    await following.refresh();
    play.boards[0]!.eu = true;
    world.time += 24 * 3_600_000;
    expect(await following.refresh()).toMatchObject([{ source: `${ats}:acme`, status: "good", added: 0, missed: 0 }]);
    await following.follow(`${ats}:acme@eu`);
    expect(await followed()).toEqual([`${ats}:acme`]);
  });

  it("is left and told where an earlier fetch stored it under both names", async () => {
    play.boards.push(board(false), board(true));
    await following.follow(`${ats}:acme`, `${ats}:acme@eu`);
    await following.refresh();
    play.boards.shift();
    world.time += 24 * 3_600_000;
    const told = await following.refresh();
    expect(told.find((one) => one.source === `${ats}:acme`)).toMatchObject({ status: "absent", problem: expect.stringContaining(`strata remove ${ats}:acme`) });
    expect((await following.postings()).map(({ source, missed }) => [source, missed])).toEqual([[`${ats}:acme`, 0], [`${ats}:acme@eu`, 0]]);
    expect((await listSources(following.market)).find(({ name }) => name === `${ats}:acme`)).toMatchObject({ status: "absent", problem: expect.stringContaining(`strata remove ${ats}:acme`) });
  });
});

const note = async (source: string) => following.market.write((connection) => putDropped(connection, source, new Map([["no title", { n: 2, examples: [] }]]), 0));
const noted = async () => (await listDropped(following.market)).map(({ source }) => source);

it("takes what its last fetch left out with it, to its new name and where it goes", async () => {
  play.boards.push({ ats: "lever", name: "acme", postings, eu: true });
  await following.follow("lever:acme", "lever:acme@eu");
  await note("lever:acme");
  await following.refresh();
  expect(await followed()).toEqual(["lever:acme@eu"]);
  expect(await noted()).toEqual([]);
});

it("of a board that moves by itself keeps what was left out under its new name", async () => {
  await following.follow("greenhouse:acme");
  await following.market.write((connection) => putDropped(connection, "greenhouse:acme", new Map([["no title", { n: 2, examples: [] }]]), 0));
  const [source] = await followedIn(following.market);
  await standElsewhere(following.market, source!, { ats: "greenhouse", name: "acme", host: "eu" }, 0);
  expect((await listDropped(following.market)).map((one) => one.source)).toEqual(["greenhouse:acme@eu"]);
});

it("of a board on both hosts are two sources: another employer's may have the same name", async () => {
  play.boards.push({ ats: "lever", name: "acme", postings }, { ats: "lever", name: "acme", postings, eu: true });
  await following.follow("lever:acme", "lever:acme@eu");
  await following.refresh();
  expect((await following.postings()).map(({ source }) => source)).toEqual(["lever:acme", "lever:acme@eu"]);
});
