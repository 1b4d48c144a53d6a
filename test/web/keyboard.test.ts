import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keyOfInvented, whole } from "../fixtures/invented-market.ts";
import { openPage } from "./browser.ts";
import { focused, journeysOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();
const journey = journeysOf(served);

const pages: [path: string, ready: string][] = [
  ["/", ".role-table tbody tr"],
  ["/roles/ml-engineer", "table.postings tbody tr"],
  ["/skills", "table tbody tr"],
  ["/skills?at=python", "table tbody tr"],
  ["/employers", "table tbody tr"],
  ["/employers?at=employer 1", "table.postings tbody tr"],
  [`/postings/${keyOfInvented(whole)}`, ".posting-text"],
  ["/sources", "main h1"],
  ["/brief", ".cm-content"],
];

/** More steps than any of the pages has. */
const mostSteps = 400;

type Step = { what: string; seen: boolean; marked: boolean };

/** What has the focus: whether it is in the window, and whether it looks otherwise than without it. What is drawn by its label or its frame is looked at there. */
function stepIn(page: Page): Promise<Step | null> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (at === null || at === document.body) return null;
    const shown = at.matches(".unseen") ? (at.closest("label") ?? at) : at;
    const box = shown.getBoundingClientRect();
    // oxlint-disable-next-line consistent-function-scoping -- it runs in the page
    const marks = (one: Element): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
      return `${outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineStyle} ${boxShadow} ${borderColor}`;
    };
    const around = [shown, shown.parentElement!, shown.closest(".brief-sheet, .mantine-InputWrapper-root, fieldset") ?? shown];
    const focusedLook = around.map(marks).join();
    at.blur();
    const otherLook = around.map(marks).join();
    at.focus({ preventScroll: true });
    return {
      what: `${at.tagName.toLowerCase()} ${at.getAttribute("aria-label") ?? at.textContent?.trim().slice(0, 40) ?? ""}`,
      seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      marked: focusedLook !== otherLook,
    };
  });
}

describe("with the Tab key alone", () => {
  test.each(pages)("%s: each stop is seen and marked, none holds the focus, and the way leads to the end", async (path, ready) => {
    const { page } = await openPage(served.browser, served.url);
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    const steps: Step[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const step = await stepIn(page);
      if (step === null) break;
      steps.push(step);
      expect(steps.length, `no end after ${steps.slice(-3).map(({ what }) => what).join(", ")}`).toBeLessThan(mostSteps);
    }
    expect(steps[0]!.what).toBe("a Skip to content");
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
    expect(steps.filter(({ marked }) => !marked).map(({ what }) => what)).toEqual([]);
    await page.context().close();
  });

  test("the skip link leads past the navigation", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.locator(".role-table tbody tr").first().waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    }));
});

describe("dialogs and menus", () => {
  test.each([["Control+k", "combobox"], ["?", "switch"]])("what %s opens keeps the focus in, and gives it back", (key, first) =>
    journey(async (page) => {
      await page.goto("/");
      await page.locator(".role-table tbody tr").first().waitFor();
      await page.keyboard.press("j");
      const before = await focused(page);
      await page.keyboard.press(key);
      await page.getByRole("dialog").getByRole(first as "switch").waitFor();
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(true);
      }
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await focused(page)).toBe(before);
    }),
  );

  test("letters typed at once are found by, though what finds comes late", () =>
    journey(async (page) => {
      await page.route(/assets\/Palette/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
      await page.goto("/");
      await page.locator(".role-table tbody tr").first().waitFor();
      await page.keyboard.press("Control+k");
      await page.keyboard.type("applied", { delay: 20 });
      expect(await page.getByRole("dialog").getByRole("option").count()).toBe(0);
      await page.getByRole("dialog").getByRole("option").first().waitFor();
      await page.keyboard.type(" s");
      expect(await page.getByRole("dialog").getByRole("combobox").inputValue()).toBe("applied s");
    }));

  test("a chart: what is saved of it and its table, and back", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.locator("svg.plot").first().waitFor();
      const menu = page.getByRole("button", { name: /^Save or copy: Layers/ });
      await menu.focus();
      await page.keyboard.press("Enter");
      await page.getByText("Table as CSV").first().waitFor();
      await page.keyboard.press("Escape");
      expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.getByRole("button", { name: /^Table: Layers/ }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("columnheader", { name: "month", exact: true }).waitFor();
    }));

  test("a filter: opened, ticked and closed without a pointer", () =>
    journey(async (page) => {
      await page.goto("/");
      await page.locator(".role-table tbody tr").first().waitFor();
      const button = page.getByRole("button", { name: "Seniority", exact: true });
      await button.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.waitForURL(/seniority=/);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^Seniority/);
    }));
});

test("rows by j and k on each page with a list, Enter opens one, / goes to the filter", () =>
  journey(async (page) => {
    for (const path of ["/", "/skills", "/employers", "/roles/ml-engineer"]) {
      await page.goto(path);
      await page.locator("main [data-row] a[href]").first().waitFor();
      await page.keyboard.press("j");
      const first = await focused(page);
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      expect(await focused(page)).toBe(first);
      await page.keyboard.press("/");
      expect(await page.evaluate(() => document.activeElement?.matches("[data-filter]"))).toBe(true);
    }
    await page.goto("/");
    await page.locator(".role-table tbody tr").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/" || url.search !== "");
  }));
