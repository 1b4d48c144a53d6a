import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

// The sample has all that charts are drawn of: pay of enough employers, and vacancies that were watched to their end. A folder with nothing in it is given it.
const served = serveInvented({ fill: () => Promise.resolve() });

/** What a chart's interval is, in the heads of its table; a count of what was seen has none, and says so. */
type Charted = { title: string | RegExp; heads: RegExp; interval: "low" | "counts" };

const months: Charted = { title: "Vacancies by month", heads: /^month,vacancies$/, interval: "counts" };
const pay = (by: string): Charted => ({ title: `Pay by ${by}`, heads: /^group,currency,n,employers,p10,p10 low,p10 high,.*,median,low,high,.*p90 high,why not$/, interval: "low" });

/** Every chart of every page. One that is not listed fails the test below. */
const pages: { path: string; charts: Charted[]; act?(page: Page): Promise<void> }[] = [
  { path: "/", charts: [{ title: "Layers, share of AI vacancies by month", heads: /^month,layer,vacancies,share,low,high,corrected$/, interval: "low" }] },
  { path: "/?strata=n", charts: [{ title: "Layers, AI vacancies by month", heads: /^month,layer,vacancies,share,low,high,corrected$/, interval: "low" }] },
  { path: "/roles/ml-engineer", charts: [months, { title: "Time open", heads: /^days,still open,low,high,watched$/, interval: "low" }, pay("seniority"), pay("country"), { title: "What adds to pay here", heads: /^kind,what,against,premium,low,high,n,employers$/, interval: "low" }] },
  { path: "/skills?at=kubernetes", charts: [months, pay("seniority")] },
  { path: "/employers?at=juniper %26 vale", charts: [months] },
  { path: "/brief?view=band", act: describeOne, charts: [{ title: /^Points of the band, ML engineer/, heads: /^point,currency,a year,low,high,n,employers$/, interval: "low" }] },
];

async function describeOne(page: Page): Promise<void> {
  await page.goto("/brief");
  await page.getByLabel("Title", { exact: true }).fill("Senior Machine Learning Engineer");
  await page.getByLabel("Location", { exact: true }).fill("New York, United States");
  await page.locator(".cm-content").fill("What you will do\n- Train and ship ranking and recommendation models in PyTorch\n- Build forecasting models and own their features from data to deployment\n- Run experiments and A/B tests on model changes\n\nRequirements\n- 8+ years of experience with machine learning\n- Python, PyTorch and SQL\n\nWhat we offer\nThe base salary is $150,000 to $190,000 a year.");
  await page.locator(".band-strip").waitFor();
  await page.getByRole("tab", { name: "Band" }).click();
}

describe.each(pages)("$path", ({ path, charts, act }) => {
  test("has the charts that are listed, each with its table, files, query, n, interval, keyboard and words for the ear", async () => {
    const { page, wrong } = await openPage(served.browser, served.url);
    await page.goto(path);
    await act?.(page);
    await page.locator("figure.chart").nth(charts.length - 1).waitFor();
    await page.waitForLoadState("networkidle");
    const found = page.locator("figure.chart");
    expect(await found.count()).toBe(charts.length);
    for (const chart of charts) await expectWhole(page, found.filter({ has: page.getByRole("heading", { name: chart.title, exact: true }) }), chart);
    expect(wrong).toEqual([]);
    await page.context().close();
  });
});

async function expectWhole(page: Page, chart: Locator, { heads, interval }: Charted): Promise<void> {
  const title = await chart.getByRole("heading").innerText();
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg.plot, .too-few").first().waitFor();
  // Said of it: its name, and how to read it.
  expect(await chart.evaluate((figure) => figure.getAttribute("aria-labelledby")!.split(" ").map((id) => document.getElementById(id)!.textContent).join(""))).toBe(title);
  const about = await chart.evaluate((figure) => document.getElementById(figure.getAttribute("aria-describedby")!)!.textContent!);
  if (interval === "counts") expect(about).toMatch(/counts .* have no interval/i);
  expect(about.length).toBeGreaterThan(40);
  expect(await chart.locator("figcaption").innerText(), title).toMatch(/\d vacanc(?:y|ies)/);

  // By keyboard: one stop, and each point says its figure, its n and its interval.
  const drawing = chart.getByRole("listbox");
  await drawing.focus();
  await page.keyboard.press("End");
  const option = await drawing.evaluate((box) => document.getElementById(box.getAttribute("aria-activedescendant")!)?.textContent);
  expect(option, title).toMatch(interval === "counts" ? /\d vacanc/ : /too few|\d.{0,3} to .{0,4}\d/);
  expect(option, title).toMatch(/\bn \d|\d vacanc|\d watched/);
  expect(await drawing.getAttribute("aria-label")).toMatch(/\d+ points\. Arrow keys/);
  await page.keyboard.press("Escape");

  const csv = (await saved(page, title, "Table as CSV")).toString();
  expect(csv.split("\r\n")[0]).toMatch(heads);
  expect(csv.split("\r\n").length, title).toBeGreaterThan(2);
  expect((await saved(page, title, "Picture as PNG")).subarray(1, 4).toString()).toBe("PNG");
  expect((await saved(page, title, "Drawing as SVG")).toString()).toMatch(/^<svg /);

  await page.getByRole("button", { name: `Save or copy: ${title}` }).click();
  await chart.getByRole("button", { name: "Query", exact: true }).click();
  expect(await page.getByRole("dialog").locator("pre").innerText()).toMatch(/SELECT[\s\S]* FROM /);
  await page.keyboard.press("Escape");

  await chart.getByRole("button", { name: `Table: ${title}` }).click();
  const table = page.getByRole("region", { name: `Table: ${title}` });
  expect((await table.getByRole("columnheader").allInnerTexts()).join(",")).toMatch(heads);
  expect(await table.getAttribute("tabindex")).toBe("0");
  expect(await table.getByRole("row").count()).toBe(csv.trimEnd().split("\r\n").length);
}

async function saved(page: Page, title: string, form: string): Promise<Buffer> {
  await page.getByRole("button", { name: `Save or copy: ${title}` }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: form }).locator("visible=true").click()]);
  await page.keyboard.press("Escape");
  return readFileSync(await download.path());
}
