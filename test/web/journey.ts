import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openPage, type Watched } from "./browser.ts";
import type { Served } from "./serve-invented.ts";

export type Journey = (walk: (page: Page, watched: Watched) => Promise<void>, options?: Parameters<typeof openPage>[2]) => Promise<void>;

/** Runs a journey on a page of its own; whatever goes wrong on the way fails it. */
export function journeysOf(served: Served): Journey {
  return async (walk, options = {}) => {
    const watched = await openPage(served.browser, served.url, options);
    await walk(watched.page, watched);
    expect(watched.wrong).toEqual([]);
    await watched.page.context().close();
  };
}

export function queryOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

/** Opens a filter's list and ticks one of it. */
export async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole("button", { name: filter }).click();
  await page.getByRole("checkbox", { name: option, exact: true }).check();
  await page.keyboard.press("Escape");
}

/** What has the focus, as its text. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}
