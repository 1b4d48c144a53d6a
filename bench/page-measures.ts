import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { Domain } from "../src/terms/domain.ts";
import { Region } from "../src/terms/place.ts";
import { Seniority } from "../src/terms/seniority.ts";
import { Workplace } from "../src/terms/workplace.ts";
import { domainNames, regionNames, seniorityNames, workplaceNames } from "../src/web/words.ts";

/** A checkbox of the filter bar under the name people read, and what it puts into the address. */
export type Filter = { name: string; value: string; label: string };

/** Thirty changes of filters, as a person makes them. */
export const filters: readonly Filter[] = [
  ...Region.options.filter((region) => region !== "other").map((value) => ({ name: "region", value, label: regionNames[value] })),
  ...Seniority.options.map((value) => ({ name: "seniority", value, label: seniorityNames[value] })),
  ...Workplace.options.map((value) => ({ name: "workplace", value, label: workplaceNames[value] })),
  ...Domain.options.slice(0, 15).map((value) => ({ name: "domain", value, label: domainNames[value] })),
];

/** A first view of the page with nothing cached: milliseconds since navigation, but for the layout shift. `contentMs`: the table of roles is there. `tbtMs`: what tasks took above 50 ms each, from first paint on. */
export type FirstView = { contentMs: number; fcpMs: number; lcpMs: number; cls: number; tbtMs: number };

export async function firstView(browser: Browser, url: string): Promise<FirstView> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: "commit" });
  const contentMs = await page.waitForFunction(() => (document.querySelector(".role-table tbody tr") === null ? false : performance.now()), undefined, { polling: "raf", timeout: 120_000 });
  const content = (await contentMs.jsonValue()) as number;
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await page.context().close();
  return { contentMs: content, fcpMs: seen.fcp, lcpMs: seen.lcp, cls: seen.cls, tbtMs: seen.tasks.filter(({ start }) => start >= seen.fcp).reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0) };
}

type Seen = { fcp: number; lcp: number; cls: number; tasks: { start: number; ms: number }[] };

/** Runs in the page, before anything of it. */
function observe(): void {
  const seen: Seen = { fcp: 0, lcp: 0, cls: 0, tasks: [] };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is in here goes into the page
  const watch = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) => new PerformanceObserver((list) => list.getEntries().forEach((entry) => take(entry))).observe({ type, buffered: true });
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (seen.fcp = entry.startTime));
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  watch("layout-shift", (entry) => entry.hadRecentInput === true || (seen.cls += entry.value ?? 0));
  watch("longtask", (entry) => seen.tasks.push({ start: entry.startTime, ms: entry.duration }));
}

/** Ticks a filter and waits until the table shows the new answer and is painted; then unticks it. Milliseconds, taken in the page. */
export async function changeFilter(page: Page, { label }: Filter): Promise<number> {
  const ms = await page.evaluate(tick, label);
  await page.evaluate(tick, label);
  await page.waitForLoadState("networkidle");
  return ms;
}

/** Runs in the page. The table's place is busy from the press until its answer is in; one that was kept shows at once. */
async function tick(label: string): Promise<number> {
  const boxes = [...document.querySelectorAll<HTMLInputElement>(".filters input[type=checkbox]")];
  const box = boxes.find((one) => [...(one.closest("label")?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent === label));
  if (box === undefined) throw new Error(`There is no filter ${label}.`);
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- only what is in here goes into the page
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const before = location.search;
  const began = performance.now();
  box.click();
  while (location.search === before) await frame();
  await frame();
  while (document.querySelector("section[aria-labelledby=roles]")?.getAttribute("aria-busy") === "true") await frame();
  await frame();
  return performance.now() - began;
}

/** What Lighthouse would ask beside speed: rules of accessibility in both themes, and practice: errors in the console, refusals of the page's policy, requests elsewhere or unencrypted to another host. */
export async function soundness(browser: Browser, url: string) {
  const wrong = { consoleErrors: 0, policyViolations: 0, requestsElsewhere: 0 };
  const violations: Record<string, number> = {};
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await (await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })).newPage();
    page.on("console", (message) => message.type() === "error" && (message.text().includes("Content Security Policy") ? wrong.policyViolations++ : wrong.consoleErrors++));
    page.on("pageerror", () => wrong.consoleErrors++);
    page.on("request", (request) => new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith("data:") && wrong.requestsElsewhere++);
    await page.goto(url);
    await page.locator(".role-table tbody tr").first().waitFor();
    await page.locator("svg.plot").waitFor();
    await page.waitForLoadState("networkidle");
    await page.evaluate(axe.source);
    violations[colorScheme] = await page.evaluate(async () => (await (globalThis as unknown as { axe: typeof axe }).axe.run()).violations.length);
    await page.context().close();
  }
  return { axeViolations: violations, practice: wrong };
}
