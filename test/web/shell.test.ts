import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectSound, openPage, themes } from "./browser.ts";
import { focused, journeysOf, queryOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();
const journey = journeysOf(served);

/** The market, once its table is there. */
async function market(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await page.locator(".role-table tbody tr").first().waitFor();
}

async function find(page: Page, query: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a page" }).fill(query);
  await page.getByRole("dialog").getByRole("option", { name }).first().waitFor();
}

describe("an address that is not understood in full", () => {
  test.each(themes)("says what of it narrows nothing, until it is closed, in %s", async (theme) => {
    const watched = await openPage(served.browser, served.url, { theme, width: 390 });
    const { page } = watched;
    await market(page, "/?role=rubbish&country=XX&layer=model");
    const notice = page.locator(".notice.unread");
    expect(await notice.textContent()).toContain("country=XX role=rubbish. It does nothing here");
    await expectSound(watched);
    await notice.getByRole("button", { name: "Close" }).click();
    await notice.waitFor({ state: "detached" });
    await market(page, "/?layer=model");
    expect(await notice.count()).toBe(0);
    await page.context().close();
  });
});

describe("find anything", () => {
  test("a role by a few letters, with the keyboard alone; Esc closes and gives the focus back", () =>
    journey(async (page) => {
      await market(page);
      await page.getByRole("link", { name: "ML platform engineer" }).focus();
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await focused(page)).toBe("ML platform engineer");
      await find(page, "eval eng", "Evaluation engineer");
      expect(await page.getByRole("combobox", { name: "Find a page" }).getAttribute("aria-expanded")).toBe("true");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Evaluation engineer" }).waitFor();
    }));

  test("skills and employers on their own pages, postings by their titles", () =>
    journey(async (page) => {
      await market(page);
      await find(page, "kubern", /Kubernetes/);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Kubernetes" }).waitFor();
      await page.getByText(/vacanc(?:y|ies) of \d+ employers?/).first().waitFor();
      expect(new URL(page.url()).pathname).toBe("/skills");
      expect(queryOf(page)).toEqual({ at: "kubernetes" });
      await find(page, "employer 22", "Employer 22");
      await page.getByRole("dialog").getByRole("option", { name: "Employer 22" }).click();
      await page.getByRole("heading", { level: 1, name: "Employer 22" }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/employers");
      expect(queryOf(page)).toEqual({ at: "employer 22" });
      await find(page, "senior inference", /Senior Inference Engineer/);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Senior Inference Engineer" }).waitFor();
    }));

  test("a place is the market narrowed to it, and can be taken off", () =>
    journey(async (page) => {
      await market(page);
      await find(page, "berl", /Berlin/);
      await page.keyboard.press("Enter");
      await page.waitForURL(/city=berlin/);
      expect(queryOf(page)).toEqual({ country: "DE", city: "berlin" });
      await page.getByText(/^\d+ vacancies of \d+ employers, out of/).waitFor();
      await page.getByRole("button", { name: "Without City: berlin" }).click();
      await page.waitForURL((url) => !url.search.includes("city"));
      await find(page, "united king", "United Kingdom");
      await page.keyboard.press("Enter");
      await page.waitForURL(/region=uk/);
      expect(queryOf(page)).toEqual({ region: "uk" });
    }));

  test("what can be done: other colours, the list of keys; and what there is not", () =>
    journey(async (page) => {
      await market(page);
      await find(page, "dark", "Use dark colours");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === "dark");
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Find a page" }).fill("xyzzy");
      await page.getByText("Nothing is called “xyzzy”").waitFor();
      expect(await page.getByRole("dialog").getByRole("option").count()).toBe(0);
      await page.getByRole("combobox", { name: "Find a page" }).fill("all keys");
      await page.getByRole("dialog").getByRole("option", { name: /Show all keys/ }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    }));
});

describe("keys", () => {
  test("j and k go from row to row, Enter opens, g m goes back", () =>
    journey(async (page) => {
      await market(page);
      const first = await page.locator(".role-table [data-row] a").first().innerText();
      const second = await page.locator(".role-table [data-row] a").nth(1).innerText();
      await page.keyboard.press("j");
      expect(await focused(page)).toBe(first);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      expect(await focused(page)).toBe(second);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: second }).waitFor();
      await page.keyboard.press("g");
      await page.keyboard.press("m");
      await page.getByRole("heading", { level: 1, name: "What AI work is hired for" }).waitFor();
    }));

  test("/ goes to the filter, where letters are letters; what is typed narrows the page and stays", () =>
    journey(async (page) => {
      await market(page);
      await page.keyboard.press("/");
      await page.keyboard.type("governance j");
      await page.waitForURL(/title=governance\+j/);
      await page.getByText("No vacancies match").waitFor();
      expect(await page.getByRole("searchbox", { name: "Words of a title" }).inputValue()).toBe("governance j");
      await page.getByRole("searchbox", { name: "Words of a title" }).fill("governance");
      await page.getByText("20 vacancies of").waitFor();
      await page.reload();
      await page.getByText("20 vacancies of").waitFor();
      await page.goBack();
      await page.waitForURL((url) => url.search === "");
      expect(await page.getByRole("searchbox", { name: "Words of a title" }).inputValue()).toBe("");
    }));

  test("? lists them; those without a modifier can be turned off for good", () =>
    journey(async (page) => {
      await market(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).getByText("next and previous row").waitFor();
      await page.getByRole("switch").uncheck();
      await page.keyboard.press("Escape");
      await page.reload();
      await page.locator(".role-table tbody tr").first().waitFor();
      await page.keyboard.press("?");
      await page.keyboard.press("j");
      expect(await page.getByRole("dialog").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
    }));
});

describe("when the server", () => {
  test("is gone, the page says so, keeps what it has, and goes on by itself once it is back", async () => {
    const { page } = await openPage(served.browser, served.url);
    await market(page);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByText("Europe", { exact: true }).first().click();
    await page.getByText("Strata does not answer.").first().waitFor();
    await page.getByRole("alert").first().waitFor();
    await page.unroute("**/api/**");
    await page.locator(".role-table tbody tr").first().waitFor();
    await page.getByText("Strata does not answer.").first().waitFor({ state: "detached" });
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });

  test("is gone, figures of other filters do not stand under a choice that has no answer", async () => {
    const { page } = await openPage(served.browser, served.url);
    await market(page);
    await page.context().setOffline(true);
    await page.getByText("Europe", { exact: true }).first().click();
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor({ timeout: 2_000 });
    // The places answer one after another.
    await page.waitForFunction(() => document.querySelector(".role-table, svg.plot, .region-table") === null);
    expect(await page.locator("output.totals").textContent()).toBe("");
    await page.getByText("Europe", { exact: true }).first().click();
    await page.locator(".role-table tbody tr").first().waitFor();
    await page.context().close();
  });

  test("fails at one question, only its place says so, and it can be asked again", async () => {
    const { page } = await openPage(served.browser, served.url);
    const refuse = { status: 500, json: { error: { code: "internal", message: "The store could not be read." } } };
    await page.route("**/api/market/regions*", (route) => route.fulfill(refuse));
    await market(page);
    await page.getByRole("alert").getByText("The store could not be read.").waitFor();
    expect(await page.getByRole("heading", { name: "Regions side by side: this did not load" }).count()).toBe(1);
    await page.unroute("**/api/market/regions*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".region-table").waitFor();
    await page.context().close();
  });
});

describe("around", () => {
  test.each(themes)("what opens over the page breaks no rule in %s", async (theme) => {
    const watched = await openPage(served.browser, served.url, { theme });
    const { page } = watched;
    await market(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find a page" }).fill("ml");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
    await expectSound(watched);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("switch").waitFor();
    await expectSound(watched);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Domain", exact: true }).click();
    await page.getByRole("checkbox", { name: "Vision" }).check();
    await page.waitForURL(/domain=vision/);
    // What is asked anew is dimmed until it comes.
    await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
    await expectSound(watched);
    await page.context().close();
  });

  test.each([390, 780, 1024, 1260, 2560])("nothing sticks out at %i pixels", async (width) => {
    const watched = await openPage(served.browser, served.url, { width });
    await market(watched.page);
    await expectSound(watched);
    await watched.page.context().close();
  });

  test("on paper: the content without what is for pressing", () =>
    journey(async (page) => {
      await market(page);
      await page.emulateMedia({ media: "print" });
      for (const hidden of [".side", ".filters", ".tools"]) expect(await page.locator(hidden).first().isVisible()).toBe(false);
      expect(await page.locator(".role-table").isVisible()).toBe(true);
      expect(await page.getByText("Invented sample market").isVisible()).toBe(true);
    }));
});
