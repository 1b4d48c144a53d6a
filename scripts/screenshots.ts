// Pictures of every page in both themes and three widths, into screenshots/: npm run screenshots [-- --data DIR] [-- --only market]
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startStrata } from "../test/fixtures/strata.ts";
import { chromiumArgs, findChromium } from "./chromium.mjs";
import { type Pictured, pictured } from "./pictured.ts";

const themes = ["light", "dark"] as const;
const widths = [390, 1440, 2560] as const;
const folder = "screenshots";

const dir = option("--data") ?? mkdtempSync(join(tmpdir(), "strata-screenshots-"));
const only = option("--only");
const strata = await startStrata(["--data", dir]);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
try {
  mkdirSync(folder, { recursive: true });
  for (const [name, what] of Object.entries(await pictured(strata.url))) {
    if (only !== undefined && !name.startsWith(only)) continue;
    for (const theme of themes) for (const width of widths) await picture(name, what, theme, width);
  }
} finally {
  await browser.close();
  await strata.stop();
  if (option("--data") === undefined) rmSync(dir, { recursive: true });
}

async function picture(name: string, { path, ready = "table tbody tr, .posting-text, .state", act, window = false }: Pictured, theme: (typeof themes)[number], width: number): Promise<void> {
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: width < 700 ? 844 : width > 2000 ? 1300 : 900 }, deviceScaleFactor: width < 700 ? 2 : 1, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${strata.url}${path}`);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: !window });
  await context.close();
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at > 0 ? process.argv[at + 1] : undefined;
}
