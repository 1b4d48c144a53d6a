import { describe, expect, test } from "vitest";
import { keyOfInvented, whole } from "../fixtures/invented-market.ts";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();

const pages = [
  { path: "/", title: "Market · Strata", heading: "What AI work is hired for", shows: "ML platform engineer" },
  { path: "/?region=uk&layer=model&seniority=mid", title: "Market · Strata", heading: "What AI work is hired for", shows: "ML engineer" },
  { path: "/?country=AE", title: "Market · Strata", heading: "What AI work is hired for", shows: "No vacancies match" },
  { path: "/roles/ml-engineer", title: "ML engineer · Strata", heading: "ML engineer", shows: "ml engineer 4" },
  { path: `/postings/${keyOfInvented(whole)}`, title: "Senior Inference Engineer · Strata", heading: "Senior Inference Engineer", shows: "Own the serving of our models" },
  { path: "/postings/1", title: "Not found · Strata", heading: "There is no posting “1”", shows: "All roles of the market", missing: true, once: true },
  { path: "/roles/wizard", title: "Not found · Strata", heading: "There is no role “wizard”", shows: "All roles of the market", missing: true, once: true },
  { path: "/nowhere", title: "Not found · Strata", heading: "There is no such page", shows: "All roles of the market", missing: true },
];

describe.each(themes)("in %s", (theme) => {
  describe.each(widths)("at %i pixels", (width) => {
    test.each(pages.filter(({ once }) => once !== true || (theme === "light" && width === 1440)))("$path is whole", async ({ path, title, heading, shows, missing }) => {
      const { page, wrong } = await openPage(served.browser, served.url, { theme, width });
      await page.goto(path);
      await page.getByText(shows).first().waitFor();
      expect(await page.title()).toBe(title);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(heading);
      await page.getByText("Invented sample market").waitFor();
      expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe(theme);
      // That there is no such thing is said by the server too, which the console shows as an error.
      const expected = wrong.filter((what) => missing === true && /console: .*\b404\b/.test(what));
      await expectSound({ page, wrong: wrong.filter((what) => !expected.includes(what)) });
      await page.context().close();
    });
  });
});

// What draws: several charts share the library and parts of it, which are files of their own.
const charts = /\/assets\/(?:strata|plot|area|stack)-[^/]*\.js$/;

test("the first page's scripts stay under 200 KB, and it waits for none of the charts'", async () => {
  const { page } = await openPage(served.browser, served.url);
  const scripts = new Set<string>();
  await page.route(charts, (route) => route.abort());
  page.on("request", (request) => request.resourceType() === "script" && !charts.test(request.url()) && scripts.add(request.url()));
  await page.goto("/");
  await page.getByText("ML platform engineer").first().waitFor();
  await page.getByRole("alert").getByText("Layers, share of AI vacancies by month").waitFor();
  let bytes = 0;
  for (const url of scripts) {
    const response = await fetch(url, { headers: { "accept-encoding": "gzip" } });
    bytes += Number(response.headers.get("content-length"));
    await response.body?.cancel();
  }
  expect(scripts.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(200_000);
  await page.context().close();
});
