import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { attack, hostile, keyOfInvented, whole } from "../fixtures/invented-market.ts";
import { openPage } from "./browser.ts";
import { choose, journeysOf, queryOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();

const journey = journeysOf(served);
const mark = (page: Page, text: string) => page.locator("mark", { hasText: text }).first();
const totals = (page: Page, text: string) => page.getByText(text).first().waitFor();

describe("the market", () => {
  test("filters go into the address; back, forward and reload keep them; one press clears them", () =>
    journey(async (page) => {
      await page.goto("/");
      await totals(page, "182 vacancies of 25 employers");
      await page.getByRole("search").getByText("United Kingdom", { exact: true }).click();
      await totals(page, "37 vacancies of");
      expect(queryOf(page)).toEqual({ region: "uk" });
      await choose(page, "Seniority", "Senior");
      await page.waitForURL(/seniority=senior/);
      expect(queryOf(page)).toEqual({ region: "uk", seniority: "senior" });
      await page.goBack();
      await totals(page, "37 vacancies of");
      await page.getByRole("button", { name: "Seniority", exact: true }).waitFor();
      await page.goForward();
      await page.waitForURL(/seniority=senior/);
      await page.reload();
      await page.getByRole("row").nth(1).waitFor();
      await page.getByRole("button", { name: "Seniority: Senior" }).waitFor();
      expect(await page.getByRole("checkbox", { name: "United Kingdom" }).isChecked()).toBe(true);
      await page.getByRole("button", { name: "Clear filters" }).click();
      await totals(page, "182 vacancies of 25 employers, 162");
      expect(queryOf(page)).toEqual({});
    }));

  test("a layer of the strata narrows the table to its roles, and a second press lets go", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.getByRole("link", { name: "Infrastructure", exact: true }).click();
      await totals(page, "41 vacancies of");
      expect(await page.locator(".role-table tbody tr").count()).toBe(2);
      await page.getByRole("link", { name: "Infrastructure", exact: true }).click();
      await totals(page, "182 vacancies of 25 employers, 162");
    }));

  test("an address with nonsense in it opens as if it were not there", () =>
    journey(async (page) => {
      await page.goto("/?layer=basement&country=%3Cscript%3E&since=tomorrow&region=uk&title=%20");
      await totals(page, "37 vacancies of");
    }));

  test("from a role to its postings, page by page, to one of them, and back to where one was", () =>
    journey(async (page) => {
      await page.goto("/?seniority=mid");
      await page.getByRole("link", { name: "ML engineer" }).click();
      await page.getByRole("heading", { level: 1, name: "ML engineer" }).waitFor();
      expect(queryOf(page)).toEqual({ seniority: "mid" });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
      await page.getByText("50 of 51 shown").waitFor();
      await page.getByRole("button", { name: "Show more" }).click();
      await page.getByText("51 of 51 shown").waitFor();
      expect(await page.getByRole("button", { name: "Show more" }).count()).toBe(0);
      await page.getByRole("link", { name: /ml engineer/ }).last().click();
      await page.getByRole("heading", { level: 1, name: /ml engineer/ }).waitFor();
      await page.goBack();
      await page.getByText("51 of 51 shown").waitFor();
    }));
});

describe("a posting", () => {
  const path = `/postings/${keyOfInvented(whole)}`;

  test("pointing at a finding lights its words, pointing at words lights their finding", () =>
    journey(async (page) => {
      await page.goto(path);
      const line = page.locator("button.finding", { hasText: "Years" });
      await line.hover();
      await page.locator("mark[data-active]", { hasText: "5+ years" }).waitFor();
      await page.getByRole("heading", { level: 1 }).hover({ position: { x: 0, y: 0 }, force: true });
      await mark(page, "5+ years").hover();
      await page.locator("button.finding[data-active]", { hasText: "Years" }).waitFor();
    }));

  test("the keyboard goes from mark to mark, to the finding and back", () =>
    journey(async (page) => {
      await page.goto(path);
      await page.locator("a[data-mark]").first().waitFor();
      expect(await page.locator("a[data-mark][tabindex='0']").count()).toBe(1);
      await page.locator("a[data-mark][tabindex='0']").focus();
      const at = () => page.evaluate(() => document.activeElement?.textContent);
      const marks = await page.locator("a[data-mark]").count();
      for (let i = 0; i < marks && !(await at())?.includes("5+ years"); i++) await page.keyboard.press("ArrowRight");
      expect(await at()).toContain("5+ years");
      expect(await page.locator("a[data-mark][tabindex='0']").count()).toBe(1);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("years");
      await page.keyboard.press("Enter");
      expect(await at()).toContain("5+ years");
    }));

  test("a tap on a phone shows the finding and stays in the text", () =>
    journey(
      async (page) => {
        await page.goto(path);
        await mark(page, "5+ years").locator("a").tap();
        await page.locator("output.now-reading", { hasText: "Years" }).waitFor();
        expect(await mark(page, "5+ years").isVisible()).toBe(true);
      },
      { width: 390 },
    ));

  test("what a stranger wrote is shown as written and does nothing", () =>
    journey(async (page) => {
      await page.goto("/roles/ml-engineer?region=uk");
      await page.getByRole("link", { name: attack.title! }).click();
      await page.getByRole("heading", { level: 1, name: "Title" }).waitFor();
      const text = await page.locator("article").innerText();
      for (const word of [hostile.script, attack.company!, "{{constructor.constructor('return 1')()}}"]) expect(text).toContain(word);
      expect(await page.locator("article").locator("script, img, b[onclick]").count()).toBe(0);
      expect(await page.locator("a[href^='javascript']").count()).toBe(0);
      expect(await page.title()).toBe(`${attack.title} · Strata`);
      await page.goto("/?region=uk&seniority=mid&layer=model&since=2025-10-01");
      await page.getByText(hostile.script).first().waitFor();
      expect(await page.title()).toBe("Market · Strata");
    }));
});

describe("around the pages", () => {
  test("colours follow the system until one is chosen, which stays, until the system is chosen again", () =>
    journey(async (page) => {
      const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
      await page.goto("/");
      await page.getByRole("row").nth(1).waitFor();
      await page.emulateMedia({ colorScheme: "dark" });
      await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === "dark");
      await page.getByRole("group", { name: "Colours" }).getByText("Light", { exact: true }).click({ force: true });
      expect(await scheme()).toBe("light");
      await page.reload();
      expect(await scheme()).toBe("light");
      await page.getByRole("radio", { name: "As the system has it" }).check({ force: true });
      await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === "dark");
    }));

  test("the first Tab skips to the content", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.getByRole("row").nth(1).waitFor();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    }));

  test("while an answer is on its way, its place is kept", async () => {
    const { page } = await openPage(served.browser, served.url);
    const held: Route[] = [];
    await page.route("**/api/market/overview*", (route) => void held.push(route));
    await page.goto("/");
    await page.getByLabel("Loading the roles").waitFor();
    await Promise.all(held.map((route) => route.continue()));
    await page.getByText("ML platform engineer").first().waitFor();
    await page.context().close();
  });
});
