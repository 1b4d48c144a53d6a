// What a key costs on the Brief page with 10 KB in the editor: node scripts/run.mjs bench/keystroke.ts [-- --keys 200]
// Event Timing: from the key to the next paint, as the browser measures it. Long tasks: when the page's own thread is held for more than 50 ms.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumArgs, findChromium } from "../scripts/chromium.mjs";
import { makeInventedMarket } from "../test/fixtures/invented-market.ts";
import { startStrata } from "../test/fixtures/strata.ts";

const given = process.argv.indexOf("--keys");
const keys = given > 0 ? Number(process.argv[given + 1]) : 200;
const units = 10_240;

const dir = mkdtempSync(join(tmpdir(), "strata-keystroke-"));
await makeInventedMarket(dir);
const strata = await startStrata(["--data", dir]);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
try {
  const page = await browser.newPage({ baseURL: strata.url, viewport: { width: 1440, height: 900 } });
  await page.goto("/brief");
  await page.getByRole("button", { name: "Open the invented example" }).click();
  await page.locator(".brief-card").first().waitFor();
  const text = await page.locator(".cm-content").innerText();
  await page.getByRole("textbox", { name: "Description" }).fill(text.repeat(Math.ceil(units / text.length)).slice(0, units));
  await page.waitForTimeout(4000);
  await page.evaluate(observe);
  await page.keyboard.press("Control+End");
  const cpu = await page.context().newCDPSession(page);
  await cpu.send("Performance.enable");
  const before = await taskSeconds();
  for (const key of "reliable pipelines on Kubernetes ".repeat(keys).slice(0, keys)) {
    await page.keyboard.press(key === " " ? "Space" : key);
    await page.waitForTimeout(80);
  }
  await page.waitForTimeout(2000);
  const spent = (await taskSeconds()) - before;
  const { durations, handling, long } = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  process.stdout.write(`${keys} keys at ${units} characters; main thread ${((spent / keys) * 1000).toFixed(1)} ms a key in all\n`);
  process.stdout.write(`handlers of a key: p50 ${at(handling, 0.5)} ms, p95 ${at(handling, 0.95)} ms, most ${at(handling, 1)} ms (n ${handling.length})\n`);
  process.stdout.write(`key to paint: p50 ${at(durations, 0.5)} ms, p95 ${at(durations, 0.95)} ms, most ${at(durations, 1)} ms (in steps of 8; n ${durations.length} of 16 ms and more)\n`);
  process.stdout.write(`long tasks (over 50 ms): ${long.length}${long.length > 0 ? `, most ${at(long, 1)} ms` : ""}\n`);

  async function taskSeconds(): Promise<number> {
    const { metrics } = await cpu.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value;
  }
} finally {
  await browser.close();
  await strata.stop();
  rmSync(dir, { recursive: true });
}

type Seen = { durations: number[]; handling: number[]; long: number[] };

function observe(): void {
  const seen: Seen = { durations: [], handling: [], long: [] };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if (entry.name !== "keydown") continue;
      seen.durations.push(entry.duration);
      seen.handling.push(entry.processingEnd - entry.processingStart);
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
}

function at(values: number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}
