import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectSound } from "./browser.ts";
import { journeysOf, queryOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();
const journey = journeysOf(served);

async function open(page: Page, query: string): Promise<void> {
  await page.goto("/");
  await page.locator("table tbody tr").first().waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(query);
}

/** The browser's own words for what the server refuses. */
const refused = /Failed to load resource: the server responded with a status of 40[04]/;

describe("a name that is called nothing", () => {
  test.each([
    ["/?skill=pyhton", "No skill is called “pyhton”", "Python", "skill", "python"],
    ["/?city=Lodnon&region=uk", "No city is called “lodnon”", "London", "city", "london"],
    ["/skills?skill=pyhton", "No skill is called “pyhton”", "Python", "skill", "python"],
    ["/employers?city=Lodnon", "No city is called “lodnon”", "London", "city", "london"],
    ["/roles/ml-engineer?employer=employr%2012", "No employer in this market is called “employr 12”", "Employer 12", "employer", "employer 12"],
  ])("%s is told from an empty market, and what may have been meant is one press away", (path, says, meant, filter, value) =>
    journey(
      async (page) => {
        await page.goto(path);
        await page.getByRole("heading", { name: says }).waitFor();
        expect(await page.getByText("No vacancies match").count()).toBe(0);
        expect(await page.getByRole("alert").count()).toBe(0);
        await page.getByRole("button", { name: meant, exact: true }).click();
        await page.locator("table tbody tr, svg.plot").first().waitFor();
        expect(queryOf(page)[filter]).toBe(value);
      },
      {},
      refused,
    ));

  test("is taken off with a press, and the other filters stay", () =>
    journey(
      async (page, watched) => {
        await page.goto("/?skill=qqqqqq&region=uk");
        await page.getByRole("button", { name: "Go on without it" }).waitFor();
        await expectSound({ ...watched, wrong: watched.wrong.filter((what) => !refused.test(what)) });
        await page.getByRole("button", { name: "Go on without it" }).click();
        await page.locator("table tbody tr").first().waitFor();
        expect(queryOf(page)).toEqual({ region: "uk" });
      },
      {},
      refused,
    ));

  test.each([
    ["/skills?at=pyhton", "No skill is called “pyhton”", "Python"],
    ["/employers?at=Employr%2012", "No employer in this market is called “Employr 12”", "Employer 12"],
  ])("%s leads to the page that was meant", (path, says, meant) =>
    journey(
      async (page) => {
        await page.goto(path);
        await page.getByRole("heading", { name: says }).waitFor();
        await page.getByRole("link", { name: meant, exact: true }).click();
        await page.getByRole("heading", { level: 1, name: new RegExp(meant, "i") }).waitFor();
        await page.locator("table tbody tr").first().waitFor();
      },
      {},
      refused,
    ));
});

describe("a name that is known", () => {
  test("and in no vacancy is said to be", () =>
    journey(async (page) => {
      await page.goto("/?skill=Kafka");
      await page.getByRole("heading", { name: "No vacancies match" }).waitFor();
      expect(await page.getByText("Kafka is a skill that no vacancy of this market names.").count()).toBe(1);
      await page.goto("/skills?at=kafka");
      await page.getByText("Kafka is a skill that no vacancy of this market names.").waitFor();
    }, {}, refused));

  test("finds its page by another name", () =>
    journey(async (page) => {
      await page.goto("/?city=Londres");
      await page.locator("table tbody tr").first().waitFor();
      await page.goto("/skills?at=Python3");
      await page.getByRole("heading", { level: 1, name: "Python", exact: true }).waitFor();
    }));
});

test("a filter is called what the market calls it, not what the address has in small letters", () =>
  journey(async (page) => {
    await page.goto("/?employer=employer%2012&skill=pytorch&city=londres&role=ml-engineer");
    for (const name of ["Employer: Employer 12", "Skill: PyTorch", "City: London", "Role: ML engineer"]) await page.getByRole("button", { name: `Without ${name}`, exact: true }).waitFor();
  }));

describe("⌘K", () => {
  test.each([["londres"], ["Londra"], ["LONDON"]])("finds London as %s", (query) =>
    journey(async (page) => {
      await open(page, query);
      await page.getByRole("option", { name: /^London/ }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/city=london/);
    }));

  test("says what may have been meant", () =>
    journey(async (page) => {
      await open(page, "pyhton");
      await page.getByRole("group", { name: "Did you mean" }).getByRole("option", { name: /^Python/ }).waitFor();
      await page.getByText("Nothing is called “pyhton”").waitFor();
      await page.getByRole("option", { name: /^Python/ }).click();
      await page.waitForURL(/skills\?at=python/);
    }));

  test("tells what is known and in no vacancy", () =>
    journey(async (page) => {
      await open(page, "kafka");
      await page.getByRole("option", { name: "Kafka no vacancy here names it" }).waitFor();
    }));
});
