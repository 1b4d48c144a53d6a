import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeInventedMarket } from "../../test/fixtures/invented-market.ts";
import { ask, askRoles, Cut, type Market, openMarket, questionNames, type RoleRow, sqlWithValues } from "../index.ts";

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-library-"));
  await makeInventedMarket(dir);
  market = await openMarket(dir, { readOnly: true });
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

describe("the library", () => {
  it("answers what the command answers, with types of its own", async () => {
    const { rows, postings } = await askRoles(market, Cut.parse({ region: "uk" }));
    const typed: RoleRow | undefined = (await ask(market, "roles", { region: "uk" })).rows[0];
    expect(postings).toBe(37);
    expect(typed).toEqual(rows[0]);
    const skill: string | undefined = (await ask(market, "skills", { limit: 1 })).rows[0]?.id;
    expect(skill).toBe("python");
  });

  it("refuses what is near to nothing", async () => {
    await expect(ask(market, "nearest")).rejects.toThrow("Nothing to be near to");
  });

  it.each(questionNames.filter((name) => name !== "nearest" && name !== "standing"))("answers %s without parameters, with a query that can be printed", async (name) => {
    const found = await ask(market, name);
    expect(found).toMatchObject({ postings: expect.any(Number), employers: expect.any(Number), rows: expect.any(Array) });
    expect(sqlWithValues(found)).not.toMatch(/\$[a-z]/);
  });

  it("refuses by name what it does not take", async () => {
    await expect(ask(market, "roles", { colour: "red" } as never)).rejects.toThrow("roles takes no colour; it takes region, country");
    await expect(ask(market, "roles", { country: "Germany" })).rejects.toThrow("a country is two letters");
    await expect(ask(market, "weather" as never)).rejects.toThrow('there is no question "weather"');
  });
});
