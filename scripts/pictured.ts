import type { Page } from "playwright-core";
import type { Reading } from "../src/terms/reading.ts";

/** A page as it is pictured. `ready` is what it waits for (else a table's row, a posting's text or a state); `act` brings it to what is shown; `window` takes what is in the window alone, not the whole page. */
export type Pictured = { path: string; ready?: string; act?(page: Page): Promise<void>; window?: boolean };

/** Every page that `npm run screenshots` takes, by the name of its file; one line a page, and one for each thing that opens on it. */
export async function pictured(url: string): Promise<Record<string, Pictured>> {
  const { role, posting } = await found(url);
  return {
    market: { path: "/", ready: "svg.plot", act: showClaims },
    "market-narrowed": { path: "/?region=europe&seniority=senior&strata=n&sort=-pay", ready: "svg.plot" },
    "market-point": { path: "/", ready: "svg.plot", act: point, window: true },
    "market-table": { path: "/", ready: "svg.plot", act: (page) => page.getByRole("button", { name: /^Table: Layers/ }).click(), window: true },
    find: { path: "/", ready: ".role-table", act: search, window: true },
    keys: { path: "/", ready: ".role-table", act: (page) => page.keyboard.press("?").then(() => page.getByRole("switch").waitFor()), window: true },
    filter: { path: "/", ready: ".role-table", act: (page) => page.getByRole("button", { name: "Domain" }).click(), window: true },
    offline: { path: "/", ready: ".role-table", act: goOffline, window: true },
    loading: { path: "/", ready: ".notice", act: hold, window: true },
    role: { path: `/roles/${role}` },
    posting: { path: `/postings/${posting}` },
    "posting-finding": { path: `/postings/${posting}`, act: (page) => page.locator("[data-group=work] button.finding, button.finding").first().click(), window: true },
    "too-few": { path: "/?country=AE&layer=governance" },
    empty: { path: "/?country=AE&layer=governance&seniority=intern" },
    "not-found": { path: "/nowhere" },
  };
}

async function showClaims(page: Page): Promise<void> {
  await page.locator(".claims").scrollIntoViewIfNeeded();
  await page.locator(".ledger li").first().waitFor({ timeout: 60_000 });
  await page.evaluate(() => scrollTo(0, 0));
}

async function point(page: Page): Promise<void> {
  await page.locator("svg.plot").first().hover({ position: { x: 150, y: 110 } });
  await page.locator(".tip").waitFor();
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("ml");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.waitForLoadState("networkidle");
}

async function goOffline(page: Page): Promise<void> {
  await page.route("**/api/**", (route) => route.abort());
  await page.getByText("Europe", { exact: true }).first().click();
  await page.locator(".offline").waitFor();
  await page.getByRole("alert").first().waitFor();
}

/** As it is while the answers are on their way. */
async function hold(page: Page): Promise<void> {
  await page.route("**/api/market/**", () => undefined);
  await page.reload();
  await page.locator(".skeletons").first().waitFor();
}

/** The market's largest role, and a posting of it that says much. */
async function found(url: string): Promise<{ role: string; posting: string | undefined }> {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  const { rows } = await ask<{ rows: { role: string }[] }>("/api/market/roles");
  const role = rows[0]?.role ?? "ml-engineer";
  const list = await ask<{ rows: { key: string; pay: unknown[] }[] }>(`/api/postings?role=${role}&limit=40`);
  const read = await Promise.all(list.rows.map(({ key }) => ask<{ key: string; reading: Reading }>(`/api/postings/${key}`)));
  return { role, posting: read.toSorted((a, b) => says(b) - says(a))[0]?.key };
}

/** How much there is to see in a posting's picture. */
function says({ reading }: { reading: Reading }): number {
  return reading.sentences.length + reading.pay.length * 5 + (reading.language === "en" ? 10 : 0);
}
