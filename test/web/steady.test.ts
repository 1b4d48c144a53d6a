import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();

/** What stands on a page before its answers are in, from top to bottom, and what is there once they are; `wide` where no region that has no vacancy leaves a gap above. */
const pages: [path: string, parts: string[], ready: string, wide?: string[]][] = [
  ["/", [".sample", "h1", ".filters", "#regions", ".layer-whole"], ".role-table tbody tr", ["#roles"]],
  ["/roles/ml-engineer", [".sample", "h1", ".definition", ".filters", ".halves"], "table.postings tbody tr"],
  ["/skills", [".sample", ".filters", ".asked h2"], ".skill-table tbody tr"],
  ["/skills?at=python", [".sample", ".filters", ".summary", ".halves"], ".halves table tbody tr"],
  ["/employers", [".sample", ".filters", ".asked h2"], ".asked table tbody tr"],
  ["/employers?at=employer 1", [".sample", ".filters", ".halves"], "table.postings tbody tr"],
  ["/sources", [".sample", ".add-source", "main > .rows"], ".state"],
  ["/brief", [".sample", "h1", ".cm-content"], ".cm-content"],
];

/** Of all that is seen and how far it moves; above it a page is felt to jump. */
const mostShift = 0.02;

describe.each(widths)("at %i pixels", (width) => {
  test.each(pages)("%s: what is there before the answers stays where it is", async (path, everywhere, ready, wide = []) => {
    const parts = width > 1000 ? [...everywhere, ...wide] : everywhere;
    const { page } = await openPage(served.browser, served.url, { width });
    await page.addInitScript(watchShifts);
    let held: Route[] | null = [];
    await page.route("**/api/**", (route) => (held === null ? route.continue() : void held.push(route)));
    await page.goto(path);
    for (const part of parts) await page.locator(part).first().waitFor();
    const before = await topsOf(page, parts);
    const first = held;
    held = null;
    await Promise.all(first.map((route) => route.continue()));
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    expect(await topsOf(page, parts)).toEqual(before);
    expect(await page.evaluate(() => (globalThis as unknown as Watching).shifted)).toBeLessThan(mostShift);
    await page.context().close();
  });
});

function topsOf(page: Page, parts: readonly string[]): Promise<Record<string, number>> {
  return page.evaluate((all) => Object.fromEntries(all.map((part) => [part, Math.round(document.querySelector(part)!.getBoundingClientRect().top + scrollY)])), parts);
}

type Watching = { shifted: number };

/** Runs in the page, before anything of it. */
function watchShifts(): void {
  const watching = globalThis as unknown as Watching;
  watching.shifted = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (watching.shifted += (entry as PerformanceEntry & { value: number }).value))).observe({ type: "layout-shift", buffered: true });
}
