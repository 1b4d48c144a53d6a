import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { chromiumArgs, findChromium } from "../../scripts/chromium.mjs";

export const themes = ["light", "dark"] as const;
export const widths = [1440, 390] as const;
export type Theme = (typeof themes)[number];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
}

/** A page and everything that went wrong in it: errors, refused requests, policy violations, talk with strangers. */
export type Watched = { page: Page; wrong: string[] };

export async function openPage(browser: Browser, origin: string, { theme = "light", width = 1440, ...options }: { theme?: Theme; width?: number } & BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ baseURL: origin, colorScheme: theme, viewport: { width, height: width < 700 ? 844 : 900 }, hasTouch: width < 700, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => new URL(request.url()).origin !== origin && !request.url().startsWith("data:") && wrong.push(`elsewhere: ${request.url()}`));
  await page.exposeFunction("policyViolated", (what: string) => wrong.push(`policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { policyViolated(what: string): void }).policyViolated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return { page, wrong };
}

/** No rule of axe is broken, nothing sticks out sideways, and nothing went wrong. */
export async function expectSound({ page, wrong }: Watched): Promise<void> {
  await page.waitForLoadState("networkidle");
  // What is still fading in has the contrast of neither its first nor its last moment.
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(wrong).toEqual([]);
}
