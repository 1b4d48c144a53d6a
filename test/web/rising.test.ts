import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makeMovingMarket } from "../fixtures/moving-market.ts";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented({ fill: makeMovingMarket });

const share = String.raw`\d+(\.\d)?\s%`;
const interval = String.raw`\d+(\.\d)? to \d+(\.\d)?\s%`;
const behind = String.raw`n\s[\d,]+\sof\s\d+`;

test.each(themes.flatMap((theme) => widths.map((width) => [theme, width] as const)))("what rises and fades has shares with intervals, n and employers on both sides, %s at %i", async (theme, width) => {
  const watched = await openPage(served.browser, served.url, { theme, width });
  await watched.page.goto("/skills");
  const rows = watched.page.locator(".change-table tbody tr");
  await rows.nth(2).waitFor();
  const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  expect(texts.map((text) => text.match(/Rust|SAS|context engineer/)?.[0]).toSorted()).toEqual(["Rust", "SAS", "context engineer"]);
  for (const text of texts) expect(text).toMatch(new RegExp(`${share} ${interval}, ${behind} ${share} ${interval}, ${behind}`));
  // No vacancy named it before: none of so many, which is no "not known", and not surely none.
  expect(texts.find((text) => text.includes("context engineer"))).toMatch(/0\s% 0 to 0\.\d\s%, n\s0\sof\s0 17\s%/);
  await watched.page.getByText(/Now: since 15 Mar 2025, 300 vacancies of \d+ employers\. Before: .* 1,200 vacancies of 80 employers\./).first().waitFor();
  await expectSound(watched);
  await watched.page.context().close();
});

test("the file of what rises has the same", async () => {
  const { page } = await openPage(served.browser, served.url);
  await page.goto("/skills");
  await page.getByRole("button", { name: "Save or copy: Rising and fading" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Table as CSV" }).locator("visible=true").click()]);
  const [head, first] = (await readFile(await download.path(), "utf8")).split("\r\n");
  expect(head).toBe("group,change,now_n,now_employers,now_share,now_low,now_high,before_n,before_employers,before_share,before_low,before_high,log_odds,log_odds_low,log_odds_high");
  const cells = first!.split(",");
  expect(cells).toHaveLength(15);
  for (const cell of cells.slice(2)) expect(Number.isFinite(Number(cell)) && cell !== "").toBe(true);
  await page.context().close();
});
