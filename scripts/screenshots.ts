// Pictures of every page in both themes and three widths, and of what is printed, into screenshots/: npm run screenshots [-- --data DIR] [-- --only market] [-- --widths 1440,2560]
// A picture that cannot be taken is named at the end; the others are taken all the same.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { startStrata } from "../test/fixtures/strata.ts";
import { chromiumArgs, findChromium } from "./chromium.mjs";
import { type Pictured, pictured } from "./pictured.ts";

const folder = "screenshots";
/** Of a large market a page may wait so long for its answers. */
const patienceMs = 90_000;
const looks: [name: string, options: BrowserContextOptions][] = (option("--widths")?.split(",").map(Number) ?? [390, 1440, 2560]).flatMap((width) =>
  (["light", "dark"] as const).map((theme): [string, BrowserContextOptions] => [
    `${theme}-${width}`,
    { colorScheme: theme, viewport: { width, height: width < 700 ? 844 : width > 2000 ? 1300 : 900 }, deviceScaleFactor: width < 700 ? 2 : 1, reducedMotion: "reduce" },
  ]),
);

const dir = option("--data") ?? mkdtempSync(join(tmpdir(), "strata-screenshots-"));
const only = option("--only");
const strata = await startStrata(["--data", dir]);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
const failed: string[] = [];
try {
  mkdirSync(folder, { recursive: true });
  const wanted = Object.entries(await pictured(strata.url)).filter(([name]) => only === undefined || name.startsWith(only));
  // One context a look, so that scripts and answers are loaded once; each picture in a tab of its own, which has no draft of another's.
  for (const [look, options] of looks) {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(patienceMs);
    for (const [name, what] of wanted) {
      const file = `${name}-${look}`;
      const page = await context.newPage();
      await picture(page, what, file).catch(async (error: Error) => {
        await page.screenshot({ path: join(folder, `${file}-failed.png`) }).catch(() => undefined);
        failed.push(`${file}: ${error.message.split("\n").slice(0, 3).join(" ")}; what it was then is ${file}-failed.png`);
      });
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
  await strata.stop();
  if (option("--data") === undefined) rmSync(dir, { recursive: true });
}
for (const one of failed) process.stderr.write(`not taken: ${one}\n`);
if (failed.length > 0) process.exitCode = 1;

async function picture(page: Page, { path, ready = "table tbody tr, .posting-text, .state", act, window = false, printed = false }: Pictured, file: string): Promise<void> {
  await page.goto(`${strata.url}${path}`);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await act?.(page);
  if (!window) await lookThrough(page);
  await page.screenshot({ path: join(folder, `${file}.png`), fullPage: !window });
  if (printed && file.endsWith("light-1440")) await print(page, file.slice(0, -"light-1440".length));
}

/** As it prints: the sheets, and the same in one piece to be looked at. */
async function print(page: Page, file: string): Promise<void> {
  await page.pdf({ path: join(folder, `${file}print.pdf`), format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.screenshot({ path: join(folder, `${file}print.png`), fullPage: true });
}

/** Scrolls through the page once: charts are drawn when they come near the window. */
async function lookThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(50);
  }
  await page.waitForLoadState("networkidle");
  await page.locator(".skeletons").first().waitFor({ state: "detached" });
  await page.locator("output[aria-label^='Drawing: ']").first().waitFor({ state: "detached" });
  await page.evaluate(() => scrollTo(0, 0));
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
}
