import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openPage, type Watched } from "./browser.ts";
import type { Served } from "./serve-invented.ts";

export type Journey = (walk: (page: Page, watched: Watched) => Promise<void>, options?: Parameters<typeof openPage>[2], expected?: RegExp) => Promise<void>;

/** Runs a journey on a page of its own, which may begin at a path; whatever goes wrong on the way fails it, but what was `expected` to. */
export function journeysOf(served: Served, path: string | null = null): Journey {
  return async (walk, options = {}, expected = /^$/) => {
    const watched = await openPage(served.browser, served.url, options);
    if (path !== null) await watched.page.goto(path);
    await walk(watched.page, watched);
    expect(watched.wrong.filter((what) => !expected.test(what))).toEqual([]);
    await watched.page.context().close();
  };
}

export function queryOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

/** Opens a filter's list and ticks one of it. */
export async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${filter}`) }).click();
  await page.getByRole("checkbox", { name: option, exact: true }).check();
  await page.keyboard.press("Escape");
}

/** What has the focus, as its text. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}
