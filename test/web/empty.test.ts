import { describe, expect, test } from "vitest";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented({ fill: async () => undefined, args: ["--no-sample"] });

describe.each(themes)("an empty market in %s", (theme) => {
  test.each(widths)("says how to fill it, at %i pixels", async (width) => {
    const watched = await openPage(served.browser, served.url, { theme, width });
    const { page } = watched;
    await page.goto("/");
    await page.getByRole("heading", { name: "This market is empty" }).waitFor();
    expect(await page.getByText("strata import FILE").count()).toBe(1);
    expect(await page.getByText("Invented sample market").count()).toBe(0);
    expect(await page.locator("svg.plot, .role-table").count()).toBe(0);
    await expectSound(watched);
    await page.context().close();
  });
});
