// Pictures of every page in both themes, wide and narrow, into screenshots/: npm run screenshots [-- --data DIR]
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import type { Reading } from "../src/terms/reading.ts";
import { startStrata } from "../test/fixtures/strata.ts";
import { chromiumArgs, findChromium } from "./chromium.mjs";

const themes = ["light", "dark"] as const;
const widths = [1440, 390] as const;
const folder = "screenshots";

const given = process.argv.indexOf("--data");
const dir = given > 0 ? process.argv[given + 1]! : mkdtempSync(join(tmpdir(), "strata-screenshots-"));
const strata = await startStrata(["--data", dir]);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
try {
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(await pages(strata.url))) {
    for (const theme of themes) for (const width of widths) await picture(`${strata.url}${path}`, name, theme, width);
  }
} finally {
  await browser.close();
  await strata.stop();
  if (given < 0) rmSync(dir, { recursive: true });
}

async function picture(url: string, name: string, theme: (typeof themes)[number], width: number): Promise<void> {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: width < 700 ? 844 : 900 }, deviceScaleFactor: width < 700 ? 2 : 1, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("table tbody tr, .posting-text, .state").first().waitFor();
  await page.waitForLoadState("networkidle");
  if (name === "posting-finding") await showFinding(page);
  await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: name !== "posting-finding" });
  await context.close();
}

async function showFinding(page: Page): Promise<void> {
  await page.locator("[data-group=work] button.finding, button.finding").first().click();
}

/** What is pictured: the market whole and narrowed, its largest role, a posting of that role that says much, and what is not there. */
async function pages(url: string): Promise<Record<string, string>> {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  const { rows } = await ask<{ rows: { role: string }[] }>("/api/market/roles");
  const role = rows[0]?.role ?? "ml-engineer";
  const list = await ask<{ rows: { key: string; pay: unknown[] }[] }>(`/api/postings?role=${role}&limit=40`);
  const read = await Promise.all(list.rows.map(({ key }) => ask<{ key: string; reading: Reading }>(`/api/postings/${key}`)));
  const posting = read.toSorted((a, b) => says(b) - says(a))[0];
  return {
    market: "/",
    "market-narrowed": "/?region=europe&seniority=senior",
    role: `/roles/${role}`,
    posting: `/postings/${posting?.key}`,
    "posting-finding": `/postings/${posting?.key}`,
    empty: "/?country=AE&layer=governance&seniority=intern",
    "not-found": "/nowhere",
  };
}

/** How much there is to see in a posting's picture. */
function says({ reading }: { reading: Reading }): number {
  return reading.sentences.length + reading.pay.length * 5 + (reading.language === "en" ? 10 : 0);
}
