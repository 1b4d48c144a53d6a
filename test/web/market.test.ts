import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { choose, focused, journeysOf, queryOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();
const journey = journeysOf(served);

const strata = "Layers, share of AI vacancies by month";

async function drawn(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await page.locator("svg.plot").waitFor();
}

/** The file that a press on `name` in a menu brings. */
async function saved(page: Page, chart: string, name: string): Promise<Buffer> {
  await page.getByRole("button", { name: `Save or copy: ${chart}` }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  await page.keyboard.press("Escape");
  return readFileSync(await download.path());
}

describe("the strata", () => {
  test("are one stop for the keyboard: arrows go from point to point, each with its figures", () =>
    journey(async (page) => {
      await drawn(page);
      const points = page.getByRole("listbox", { name: new RegExp(`^${strata}: \\d+ points`) });
      const active = () => points.evaluate((list) => document.getElementById(list.getAttribute("aria-activedescendant") ?? "")?.textContent ?? null);
      expect(await active()).toBeNull();
      await points.focus();
      await page.keyboard.press("Home");
      const first = await active();
      expect(first).toMatch(/^Jan 2025, \d+ vacanc(?:y|ies)\. Infrastructure .*% \([\d.]+ to .*%\), n \d+$/);
      await page.keyboard.press("ArrowUp");
      expect(await active()).toMatch(/^Jan 2025.*Evaluation/);
      await page.keyboard.press("ArrowRight");
      expect(await active()).toMatch(/^Feb 2025/);
      await page.keyboard.press("End");
      expect(await active()).toMatch(/^Oct 2025/);
      await page.locator(".tip").waitFor();
      await page.keyboard.press("Escape");
      expect(await active()).toBeNull();
    }));

  test("show a month's figures where one points", () =>
    journey(async (page) => {
      await drawn(page);
      await page.locator("svg.plot").hover({ position: { x: 60, y: 120 } });
      expect(await page.locator(".tip-line").count()).toBe(5);
    }));

  test("on a phone what a point says stays on the page, wherever it is", () =>
    journey(async (page) => {
      await page.setViewportSize({ width: 390, height: 900 });
      await drawn(page);
      const chart = page.locator("svg.plot");
      const { width } = (await chart.boundingBox())!;
      for (const part of [0.1, 0.45, 0.55, 0.9]) {
        await chart.hover({ position: { x: width * part, y: 60 } });
        const tip = (await page.locator(".tip").boundingBox())!;
        expect(tip.x).toBeGreaterThanOrEqual(0);
        expect(tip.x + tip.width).toBeLessThanOrEqual(390);
      }
    }));

  test("a tap shows what is said there, and stays when the finger is gone", () =>
    journey(
      async (page) => {
        await drawn(page);
        const chart = page.locator("svg.plot");
        await chart.tap({ position: { x: 120, y: 60 } });
        await page.locator(".tip").waitFor();
        expect(await page.locator(".tip-line").count()).toBe(5);
        const [first, width] = [await page.locator(".tip-title").innerText(), (await chart.boundingBox())!.width];
        await chart.tap({ position: { x: width * 0.8, y: 60 } });
        expect(await page.locator(".tip-title").allInnerTexts()).not.toEqual([first]);
        expect(await page.locator(".tip").count()).toBe(1);
      },
      { width: 390 },
    ));

  test("as numbers in place of shares, kept in the address; and as a table with every interval", () =>
    journey(async (page) => {
      await drawn(page);
      await page.getByText("Number", { exact: true }).click();
      await page.waitForURL(/strata=n/);
      await page.reload();
      await page.getByRole("button", { name: "Table: Layers, AI vacancies by month" }).click();
      const table = page.getByRole("region", { name: "Table: Layers, AI vacancies by month" });
      expect(await table.getByRole("row").first().innerText()).toMatch(/month\s+layer\s+vacancies\s+share\s+low\s+high\s+corrected/);
      expect(await table.getByRole("row").count()).toBeGreaterThan(40);
    }));

  test("leave as CSV, SVG and PNG, and with their query", () =>
    journey(async (page) => {
      await drawn(page);
      const csv = (await saved(page, strata, "Table as CSV")).toString();
      expect(csv).toMatch(/^month,layer,vacancies,share,low,high,corrected\r\n2025-01,infrastructure,\d+,0\.\d+,0\.\d+,0\.\d+,/);
      const svg = (await saved(page, strata, "Drawing as SVG")).toString();
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toContain("rgb(0, 114, 178)");
      expect(svg).not.toMatch(/var\(|<style|<script|currentcolor/i);
      const png = await saved(page, strata, "Picture as PNG");
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.length).toBeGreaterThan(10_000);
      await page.getByRole("button", { name: `Save or copy: ${strata}` }).click();
      await page.getByRole("button", { name: "Query", exact: true }).click();
      expect(await page.getByRole("dialog").locator("pre").innerText()).toMatch(/SET VARIABLE currency = 'USD';[\s\S]*SELECT/);
    }));

  test("go to the clipboard as table and as picture", async () => {
    const { page, wrong } = await openPage(served.browser, served.url, { permissions: ["clipboard-read", "clipboard-write"] });
    await drawn(page);
    await page.getByRole("button", { name: `Save or copy: ${strata}` }).click();
    await page.getByRole("button", { name: "Copy the table" }).click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^month\tlayer\tvacancies/);
    await page.getByRole("button", { name: "Copy the picture" }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.read())[0]?.types.includes("image/png") === true);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  test("say why they are not drawn where there is too little", () =>
    journey(async (page) => {
      await page.goto("/?since=2025-10-01");
      await page.getByText("Too little to draw").waitFor();
      expect(await page.locator("svg.plot").count()).toBe(0);
    }));
});

describe("the table of roles", () => {
  test("sorts by a heading, one way, the other, and as it was; the address keeps it", () =>
    journey(async (page) => {
      await page.goto("/");
      const names = () => page.locator(".role-table tbody tr a").allInnerTexts();
      await page.locator(".role-table tbody tr").first().waitFor();
      const usual = await names();
      expect(usual[0]).toBe("ML engineer");
      expect(usual.at(-1)).toBe("Software work outside AI");
      await page.getByRole("button", { name: "Sort by Role" }).click();
      await page.waitForURL(/sort=role/);
      expect((await names())[0]).toBe("AI governance specialist");
      expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
      await page.reload();
      await page.locator(".role-table tbody tr").first().waitFor();
      expect((await names())[0]).toBe("AI governance specialist");
      await page.getByRole("button", { name: "Sort by Role" }).click();
      await page.waitForURL(/sort=-role/);
      await page.getByRole("button", { name: "Sort by Role" }).click();
      await page.waitForURL((url) => url.search === "");
      expect(await names()).toEqual(usual);
    }));

  test("has what stands behind each figure, and says why where there is none", () =>
    journey(async (page) => {
      await page.goto("/");
      const row = page.locator(".role-table tbody tr", { hasText: "ML platform engineer" });
      await row.waitFor();
      expect(await row.innerText()).toMatch(/95 % interval|too few|n \d+/);
      expect(await row.locator("svg.spark").getAttribute("aria-label")).toMatch(/^Vacancies a month, Jan 2025 to Oct 2025: /);
      expect(await page.getByText("not an AI role").count()).toBe(1);
    }));

  test("leaves as CSV with all its figures", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.locator(".role-table tbody tr").first().waitFor();
      const csv = (await saved(page, "Roles, by what postings describe", "Table as CSV")).toString();
      expect(csv.split("\r\n")).toHaveLength(9);
      expect(csv).toMatch(/^role,name,layer,vacancies,employers,share,share_low,share_high,.*pay_p50,.*open_median_days/);
    }));
});

describe("regions and filters", () => {
  test("a region of the table narrows the page, and a second press lets go; all regions stay in sight", () =>
    journey(async (page) => {
      await page.goto("/");
      const region = page.locator(".region-table").getByRole("link", { name: "Europe" });
      await region.click();
      await page.waitForURL(/region=europe/);
      expect(await page.locator(".region-table tbody").count()).toBe(4);
      expect(await page.getByRole("checkbox", { name: "Europe" }).isChecked()).toBe(true);
      await region.click();
      await page.waitForURL((url) => url.search === "");
    }));

  test("several values of a filter at once, from a link and by hand; Clear lets go of all", () =>
    journey(async (page) => {
      await page.goto("/?seniority=senior,mid&region=uk,us");
      await page.getByRole("button", { name: "Seniority: Senior, Mid" }).waitFor();
      await choose(page, "Workplace", "Remote");
      await page.waitForURL(/workplace=remote/);
      expect(queryOf(page)).toEqual({ seniority: "senior,mid", region: "uk,us", workplace: "remote" });
      await page.getByRole("button", { name: "Clear filters" }).first().click();
      await page.waitForURL((url) => url.search === "");
    }));

  test("days the wrong way round cannot be chosen; an address that has them says so, and is mended with a press", () =>
    journey(
      async (page) => {
        await page.goto("/?until=2025-08-31");
        await page.locator(".role-table tbody tr").first().waitFor();
        const months = await page.getByRole("combobox", { name: "Posted since" }).locator("option").evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
        expect(months.slice(0, 2)).toEqual(["", "2025-08-01"]);
        await page.goto("/?since=2025-10-01&until=2025-08-31");
        await page.getByRole("alert").getByText("since=2025-10-01: is after until 2025-08-31: no day lies between them").waitFor();
        await page.getByRole("button", { name: "Without Posted until: 2025-08-31" }).click();
        await page.locator(".role-table tbody tr").first().waitFor();
        expect(queryOf(page)).toEqual({ since: "2025-10-01" });
      },
      {},
      /status of 400/,
    ));

  test("the keyboard opens a filter, ticks one, and is back at its button", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: "Seniority" }).focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.waitForURL(/seniority=intern/);
      await page.keyboard.press("Escape");
      expect(await focused(page)).toBe("Intern");
    }));
});

test("claims are measured once they come into view, each with verdict, figure and query", () =>
  journey(async (page) => {
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/api/market/claims") && asked.push(request.url()));
    await page.setViewportSize({ width: 1440, height: 500 });
    await page.goto("/");
    await page.locator(".role-table tbody tr").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([]);
    await page.getByRole("heading", { name: "Claims, held against this market" }).scrollIntoViewIfNeeded();
    await page.locator(".ledger li").first().waitFor();
    expect(asked).toHaveLength(1);
    expect(await page.locator(".ledger li").count()).toBe(12);
    await page.getByRole("button", { name: /^Show all \d+$/ }).click();
    expect(await page.locator(".ledger li").count()).toBeGreaterThan(30);
    await page.locator("label", { hasText: "Not checkable" }).click();
    expect(new Set(await page.locator(".ledger li").evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.verdict)))).toEqual(new Set(["not checkable"]));
    await page.locator("label", { hasText: /^Not enough/ }).click();
    await page.locator(".ledger").getByRole("button", { name: /^Query/ }).first().click();
    expect(await page.getByRole("dialog").locator("pre").innerText()).toContain("SELECT");
  }));
