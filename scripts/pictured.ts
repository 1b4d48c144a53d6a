import type { Page } from "playwright-core";
import type { Reading } from "../src/terms/reading.ts";
import type { View } from "../src/web/brief/view.ts";
import { viewNames } from "../src/web/words/brief.ts";

/** A page as it is pictured. `ready` is what it waits for (else a table's row, a posting's text or a state); `act` brings it to what is shown; `window` takes what is in the window alone, not the whole page. */
export type Pictured = { path: string; ready?: string; act?(page: Page): Promise<void>; window?: boolean; /** Pictured as it prints, too. */ printed?: boolean };

/** Every page that `npm run screenshots` takes, by the name of its file; one line a page, and one for each thing that opens on it. */
export async function pictured(url: string): Promise<Record<string, Pictured>> {
  const { role, posting, skill, employer } = await found(url);
  return {
    market: { path: "/", ready: "svg.plot", act: showClaims, printed: true },
    "market-narrowed": { path: "/?region=europe&seniority=senior&strata=n&sort=-pay", ready: "svg.plot" },
    "market-point": { path: "/", ready: "svg.plot", act: point, window: true },
    "market-table": { path: "/", ready: "svg.plot", act: (page) => page.getByRole("button", { name: /^Table: Layers/ }).click(), window: true },
    find: { path: "/", ready: ".role-table", act: (page) => search(page, "ml"), window: true },
    "find-mistyped": { path: "/", ready: ".role-table", act: (page) => search(page, "pyhton"), window: true },
    "unknown-name": { path: "/?skill=pyhton&region=europe", window: true },
    "unknown-skill": { path: "/skills?at=pyhton", window: true },
    failed: { path: "/", ready: ".notice", act: fail, window: true },
    keys: { path: "/", ready: ".role-table", act: (page) => page.keyboard.press("?").then(() => page.getByRole("switch").waitFor()), window: true },
    filter: { path: "/", ready: ".role-table", act: (page) => page.getByRole("button", { name: "Domain", exact: true }).click(), window: true },
    offline: { path: "/", ready: ".role-table", act: goOffline, window: true },
    loading: { path: "/", ready: ".notice", act: hold, window: true },
    role: { path: `/roles/${role}`, printed: true },
    posting: { path: `/postings/${posting}`, printed: true },
    "posting-finding": { path: `/postings/${posting}`, act: (page) => page.locator("[data-group=work] button.finding, button.finding").first().click(), window: true },
    skills: { path: "/skills" },
    skill: { path: `/skills?at=${skill}`, ready: "svg.plot" },
    employers: { path: "/employers" },
    employer: { path: `/employers?at=${encodeURIComponent(employer)}`, ready: "svg.plot" },
    sources: { path: "/sources", ready: "main h1" },
    "brief-new": { path: "/brief", ready: ".cm-content" },
    ...Object.fromEntries(Object.keys(shownOf).map((view) => [view === "write" ? "brief" : `brief-${view}`, { path: "/brief", ready: ".cm-content", act: (page) => example(page, view as View), printed: view === "write" || view === "description" } satisfies Pictured])),
    "brief-refused": { path: "/brief", ready: ".cm-content", act: refuseFile, window: true },
    "too-few": { path: "/?country=AE&layer=model" },
    empty: { path: "/?country=AE&layer=governance&seniority=intern" },
    "not-found": { path: "/nowhere" },
  };
}

/** What each view of a brief shows once it is there. */
const shownOf: Record<View, string> = { write: "Buzzwords", description: "Left out, and why", band: "What vacancies under this title really are", scorecard: "Does not count", interviews: "Who looks at what", versions: "Keep as the first version", compare: "The second description" };

/** The invented example in one of its views. */
async function example(page: Page, view: View): Promise<void> {
  await page.getByRole("button", { name: "Open the invented example" }).click();
  await page.getByRole("article", { name: "Buzzwords" }).waitFor();
  await page.locator(".band-slot p").first().waitFor();
  if (view !== "write") await page.getByRole("tab", { name: viewNames[view] }).click();
  await page.getByText(shownOf[view]).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => scrollTo(0, 0));
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

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill(query);
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.waitForLoadState("networkidle");
}

async function goOffline(page: Page): Promise<void> {
  await page.route("**/api/**", (route) => route.abort());
  await page.getByText("Europe", { exact: true }).first().click();
  await page.locator(".offline").waitFor();
  await page.getByRole("alert").first().waitFor();
}

/** As it is where the server could not answer. */
async function fail(page: Page): Promise<void> {
  await page.route("**/api/market/**", (route) => route.fulfill({ status: 503, json: { error: { code: "unavailable", message: "rates.csv, line 2: “yesterday” is no day. Take in others with: strata rates FILE" } } }));
  await page.reload();
  await page.getByRole("alert").first().waitFor();
}

/** A file of a kind that is not taken: what came of it is told at the top. */
async function refuseFile(page: Page): Promise<void> {
  await example(page, "write");
  await page.locator("input[type=file]").first().setInputFiles({ name: "postings.csv", mimeType: "text/csv", buffer: Buffer.from("title,company\nML Engineer,Heron & Vale\n") });
  await page.locator(".brief-trouble").waitFor();
}

/** As it is while the answers are on their way. */
async function hold(page: Page): Promise<void> {
  await page.route("**/api/market/**", () => undefined);
  await page.reload();
  await page.locator(".skeletons").first().waitFor();
}

/** The market's largest role, skill and employer, and a posting of that role that says much. */
async function found(url: string): Promise<{ role: string; posting: string | undefined; skill: string; employer: string }> {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${url}${path}`)).json()) as T;
  const { rows } = await ask<{ rows: { role: string }[] }>("/api/market/roles");
  const role = rows[0]?.role ?? "ml-engineer";
  const list = await ask<{ rows: { key: string; pay: unknown[] }[] }>(`/api/postings?role=${role}&limit=40`);
  const read = await Promise.all(list.rows.map(({ key }) => ask<{ key: string; reading: Reading }>(`/api/postings/${key}`)));
  const skills = await ask<{ rows: { id: string }[] }>("/api/market/skills?limit=1");
  const employers = await ask<{ rows: { employer: string }[] }>("/api/market/employer-overview?limit=1");
  return { role, skill: skills.rows[0]!.id, employer: employers.rows[0]!.employer, posting: read.toSorted((a, b) => says(b) - says(a))[0]?.key };
}

/** How much there is to see in a posting's picture. */
function says({ reading }: { reading: Reading }): number {
  return reading.sentences.length + reading.pay.length * 5 + (reading.language === "en" ? 10 : 0);
}
