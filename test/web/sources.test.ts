import type { ServerResponse } from "node:http";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { PlayedBoard } from "../fixtures/playing-server.ts";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { journeysOf } from "./journey.ts";
import { serveFollowing } from "./serve-following.ts";

const hostileTitle = "<img src=x onerror=\"document.title='taken'\">";
const boards = (): PlayedBoard[] => [
  { ats: "lever", name: "heron", postings: [{ id: "a", title: "ML Engineer", text: "You train models with PyTorch." }, { id: "b", title: hostileTitle, text: "You train models." }] },
  { ats: "ashby", name: "vale", postings: [{ id: "c", title: "Inference Engineer", text: "You serve models with vLLM." }] },
  { ats: "lever", name: "hollow", postings: [] },
];
const served = serveFollowing(boards);

const journey = journeysOf(served);

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
/** What a source's row says where it is seen: on a phone that is under its name. */
const outcome = (page: Page, name: string, said: string) => row(page, name).getByText(said).filter({ visible: true }).first();
const follow = async (page: Page, name: string) => {
  await page.getByLabel("Boards or careers pages, one a line").fill(name);
  await page.keyboard.press("Enter");
};

describe.each(themes)("in %s", (theme) => {
  test.each(widths)("at %i pixels the list, its states and what was left out are sound", async (width) => {
    await served.following.follow("lever:heron", "lever:hollow", "ashby:vale", "greenhouse:nobody");
    served.play.fault = ({ host }, response) => (host === "api.ashbyhq.com" ? (response.writeHead(500).end(), true) : false);
    await served.following.refresh();
    const watched = await openPage(served.browser, served.url, { theme, width });
    await watched.page.goto("/sources");
    await outcome(watched.page, "lever:heron", "good").waitFor();
    await outcome(watched.page, "lever:hollow", "answered, but empty").waitFor();
    await outcome(watched.page, "greenhouse:nobody", "no such board").waitFor();
    await outcome(watched.page, "ashby:vale", "failed").waitFor();
    await expectSound(watched);
    await watched.page.context().close();
  });
});

describe("sources", () => {
  test("from none to postings with the keyboard: what is followed is fetched at once, with its progress, and the market has it", () =>
    journey(async (page) => {
      await page.goto("/sources");
      await page.getByRole("heading", { name: "No source is followed yet" }).waitFor();
      await follow(page, "lever:heron");
      await page.getByText("lever:heron is followed, and is being fetched").waitFor();
      await page.getByText("Refreshed: 1 source").waitFor();
      await outcome(page, "lever:heron", "good").waitFor();
      await follow(page, "lever:heron");
      await page.getByText("lever:heron was followed already").waitFor();
      const held: ServerResponse[] = [];
      served.play.fault = ({ host }, response) => host === "api.ashbyhq.com" && held.push(response) > 0;
      await follow(page, "ashby:vale");
      await page.getByText("ashby:vale is followed, and is being fetched").waitFor();
      await page.getByRole("region", { name: "Refresh" }).getByText("0 of 1 source").first().waitFor();
      await page.getByText("now ashby:vale").waitFor();
      // One refresh at a time: what is followed meanwhile waits, and says so.
      await follow(page, "lever:hollow");
      await page.getByText("lever:hollow is followed. A refresh is under way").waitFor();
      served.play.fault = null;
      held[0]!.end(JSON.stringify({ apiVersion: "1", jobs: [] }));
      await outcome(page, "ashby:vale", "answered, but empty").waitFor();
      await page.getByRole("button", { name: "Refresh 1 due" }).focus();
      await page.keyboard.press("Enter");
      await outcome(page, "lever:hollow", "answered, but empty").waitFor();
      expect(await row(page, "lever:heron").innerText()).toContain("2 of 2");
      await page.getByRole("button", { name: "Nothing is due" }).waitFor();
    }));

  test("a list that is pasted is followed, one a line, and nothing of it is cut", () =>
    journey(async (page) => {
      await page.goto("/sources");
      const field = page.getByLabel("Boards or careers pages, one a line");
      // As browsers have it that do not make a field as high as its content.
      await field.evaluate((element) => element.style.setProperty("field-sizing", "fixed"));
      await field.fill("a\n".repeat(40));
      expect(await field.getAttribute("rows")).toBe("10");
      await field.fill("lever:heron\nashby:vale\n");
      expect(await field.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
      const held: (() => void)[] = [];
      await page.route("**/api/sources", (route) => (route.request().method() === "POST" ? void held.push(() => void route.continue()) : route.continue()));
      await page.getByRole("button", { name: "Follow", exact: true }).click();
      await page.getByText("Looking at 2 lines …").waitFor();
      await expect.poll(() => held.length).toBe(1);
      held[0]!();
      await page.unroute("**/api/sources");
      await page.getByText("2 sources are followed, and are being fetched").waitFor();
      await outcome(page, "lever:heron", "good").waitFor();
      await outcome(page, "ashby:vale", "good").waitFor();
      await follow(page, `https://heron.example/${"x".repeat(21_000)}`);
      await page.getByRole("alert").getByText("takes 20,000 characters at most").waitFor();
    }, {}, /status of 400/));

  test("a refresh that is cancelled says what is done, and what is not is due still", () =>
    journey(async (page) => {
      await served.following.follow("lever:heron", "ashby:vale");
      const held: ServerResponse[] = [];
      served.play.fault = ({ host }, response) => host === "api.ashbyhq.com" && held.push(response) > 0;
      await page.goto("/sources");
      await page.getByRole("button", { name: "Refresh 2 due" }).click();
      await page.getByText("1 of 2 sources").first().waitFor();
      // Another page that is opened meanwhile sees the same.
      await page.reload();
      await page.getByText("1 of 2 sources").first().waitFor();
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByText("Ending: boards that are being read are let go").waitFor();
      for (const response of held) response.writeHead(503).end();
      await page.getByText("Cancelled after 1 of 2 sources").waitFor();
      await page.getByRole("button", { name: "Refresh 1 due" }).waitFor();
    }));

  test("removed is taken back with Undo, or goes for good and can be followed again", () =>
    journey(async (page) => {
      await served.following.follow("lever:heron", "ashby:vale");
      await served.following.refresh();
      await page.goto("/sources");
      await page.getByRole("button", { name: "Remove lever:heron" }).click();
      await page.getByText("lever:heron is removed, and 2 postings with it.").waitFor();
      expect(await row(page, "lever:heron").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo");
      await page.keyboard.press("Enter");
      await row(page, "lever:heron").waitFor();
      expect(await served.following.postings()).toHaveLength(3);
      await page.getByRole("button", { name: "Remove lever:heron" }).click();
      await page.getByRole("button", { name: "Follow it again" }).waitFor({ timeout: 20_000 });
      expect(await served.following.postings()).toHaveLength(1);
      await page.getByRole("button", { name: "Follow it again" }).click();
      await outcome(page, "lever:heron", "not fetched yet").waitFor();
    }));

  test("what was removed goes also when the page is closed before its time", async () => {
    await served.following.follow("lever:heron", "ashby:vale");
    await served.following.refresh();
    const { page } = await openPage(served.browser, served.url);
    await page.goto("/sources");
    await page.getByRole("button", { name: "Remove lever:heron" }).click();
    await page.getByText("is removed").waitFor();
    await page.goto("about:blank");
    await expect.poll(async () => (await served.following.postings()).length, { timeout: 10_000 }).toBe(1);
    await page.context().close();
  });

  test("what is found, its state and its order are in the address", () =>
    journey(async (page) => {
      await served.following.follow("lever:heron", "ashby:vale", "greenhouse:nobody");
      await served.following.refresh();
      await page.goto("/sources");
      await page.locator("label", { hasText: "Unknown" }).click();
      await row(page, "greenhouse:nobody").waitFor();
      expect(await page.getByRole("row").count()).toBe(2);
      await page.goBack();
      await row(page, "lever:heron").waitFor();
      await page.goForward();
      await page.keyboard.press("/");
      await page.keyboard.type("vale");
      await page.getByRole("heading", { name: "No source matches" }).waitFor();
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ health: "unknown", find: "vale" });
      await page.reload();
      await page.getByRole("button", { name: "Show all sources" }).click();
      await page.getByRole("button", { name: /^Sort by Postings open/ }).click();
      await page.waitForURL(/sort=-open/);
      expect(await page.getByRole("row").nth(1).innerText()).toContain("lever:heron");
    }));

  test("a list that does not come says so, and comes when asked again", async () => {
    await served.following.follow("lever:heron");
    const { page } = await openPage(served.browser, served.url);
    await page.route("**/api/sources", (route) => route.abort());
    await page.goto("/sources");
    await page.getByRole("alert").getByText("Strata does not answer").waitFor({ timeout: 20_000 });
    await page.unroute("**/api/sources");
    await page.getByRole("button", { name: "Try again" }).click();
    await row(page, "lever:heron").waitFor();
    await page.context().close();
  });
});

describe("in the world as it is", () => {
  const guarded = serveFollowing(() => [], { real: true });

  test.each(["http://127.0.0.1:1/jobs", "http://192.168.1.1/careers"])("%s is refused with a clear word", async (address) => {
    const { page, wrong } = await openPage(guarded.browser, guarded.url);
    await page.goto("/sources");
    await follow(page, address);
    await page.getByRole("alert").getByText("is not on the public internet; it is a private address").waitFor();
    await page.getByRole("heading", { name: "No source is followed yet" }).waitFor();
    expect(wrong.filter((what) => !what.includes("502"))).toEqual([]);
    await page.context().close();
  });

  test("what is no source says what one is", async () => {
    const { page } = await openPage(guarded.browser, guarded.url);
    await page.goto("/sources");
    await follow(page, "<script>alert(1)</script>");
    await page.getByRole("alert").getByText("is no source that is known").waitFor();
    await page.context().close();
  });
});
