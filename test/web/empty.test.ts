import { describe, expect, test } from "vitest";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

// The folder that its commands must name, as a shell and as HTML would have it otherwise.
const served = serveInvented({ fill: async () => undefined, args: ["--no-sample"], folder: `em"pty's <b>$&` });

describe.each(themes)("an empty market in %s", (theme) => {
  test.each(widths)("says how to fill it, at %i pixels", async (width) => {
    const watched = await openPage(served.browser, served.url, { theme, width });
    const { page } = watched;
    await page.goto("/");
    await page.getByRole("heading", { name: "This market is empty" }).waitFor();
    const commands = await page.locator("main code").allTextContents();
    expect(commands).toEqual(["strata add ashby:NAME", "strata import FILE"].map((command) => expect.stringMatching(new RegExp(`^${command} --data '/.*/em"pty'\\\\''s <b>\\$&'$`))));
    expect(await page.getByRole("main").getByRole("link", { name: "Sources" }).getAttribute("href")).toBe("/sources");
    expect(await page.getByText("Invented sample market").count()).toBe(0);
    expect(await page.locator("svg.plot, .role-table").count()).toBe(0);
    await expectSound(watched);
    await page.context().close();
  });
});

test.each<[path: string, says: string]>([
  ["/skills", "This market is empty"],
  ["/employers", "This market is empty"],
  ["/roles/ml-engineer", "This market is empty"],
  ["/sources", "No source is followed yet"],
  ["/brief", "Start here"],
])("%s of an empty market says so and how to go on", async (path, says) => {
  const watched = await openPage(served.browser, served.url, { width: 390 });
  await watched.page.goto(path);
  await watched.page.getByRole("heading", { name: says }).first().waitFor();
  await expectSound(watched);
  await watched.page.context().close();
});

test.each(["/", "/skills", "/employers", "/roles/ml-engineer", "/sources"])("%s where its questions fail says so, and asks again", async (path) => {
  const { page } = await openPage(served.browser, served.url, { width: 390 });
  const questions = /\/api\/(?:market|sources)\b/;
  await page.route(questions, (route) => route.fulfill({ status: 500, json: { error: { code: "internal", message: "The store could not be read." } } }));
  await page.goto(path);
  await page.getByText("The store could not be read.").first().waitFor();
  await page.unroute(questions);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await page.getByText("The store could not be read.").first().waitFor({ state: "detached" });
  await page.context().close();
});
