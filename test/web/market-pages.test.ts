import { describe, expect, test } from "vitest";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();

const pages: { path: string; shows: string[]; missing?: boolean }[] = [
  { path: "/roles/ml-engineer", shows: ["What it is not", "What vacancies ask for", "Vacancies by month", "Time open", "Pay by seniority", "Pay by country", "What adds to pay here", "Titles in use", "Neighbours by content", "Domains", "ml engineer 4"] },
  { path: "/skills", shows: ["Skills by the vacancies that name them", "Kubernetes", "Rising and fading", "Emerging titles"] },
  { path: "/skills?at=kubernetes", shows: ["Roles that ask for it", "Vacancies by month", "Pay by seniority"] },
  { path: "/skills?at=nothing", shows: ["No skill is called “nothing”"], missing: true },
  { path: "/employers", shows: ["Employers by vacancies", "employer 1"] },
  { path: "/employers?at=employer 1", shows: ["Roles, by content", "Titles against content", "All its vacancies, AI work or not, newest first"] },
  { path: "/employers?at=nobody", shows: ["No employer in this market is called “nobody”"], missing: true },
];

describe.each(themes)("in %s", (theme) => {
  describe.each(widths)("at %i pixels", (width) => {
    test.each(pages)("$path is whole", async ({ path, shows, missing }) => {
      const watched = await openPage(served.browser, served.url, { theme, width });
      await watched.page.goto(path);
      for (const text of shows) await watched.page.getByText(text).first().waitFor();
      await watched.page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 500) {
          scrollTo(0, y);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      });
      // That there is no such thing is said by the server too, which the console shows as an error.
      await expectSound({ ...watched, wrong: watched.wrong.filter((what) => missing !== true || !/console: .*\b40[04]\b/.test(what)) });
      await watched.page.context().close();
    });
  });
});

test("an employer's list says that it holds work outside AI too, which its count leaves out, unless the view picks layers", async () => {
  const { page, wrong } = await openPage(served.browser, served.url);
  await page.goto("/employers?at=employer 1");
  await page.getByRole("heading", { level: 2, name: "All its vacancies, AI work or not, newest first" }).waitFor();
  await page.getByText("The count at the head of this page is of AI work alone.").waitFor();
  await page.goto("/employers?at=employer 1&layer=model,outside");
  await page.getByRole("heading", { level: 2, name: "Vacancies, newest first", exact: true }).waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("from skills to one of them, to a role that asks for it, narrowed and back, all in the address", async () => {
  const { page, wrong } = await openPage(served.browser, served.url);
  await page.goto("/skills?seniority=senior");
  await page.getByRole("link", { name: "Kubernetes" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Kubernetes" }).waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ seniority: "senior", at: "kubernetes" });
  await page.reload();
  await page.getByRole("link", { name: "Inference engineer" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Inference engineer" }).waitFor();
  expect(new URL(page.url()).searchParams.get("seniority")).toBe("senior");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Kubernetes" }).waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("a part that does not come says so in its place, and the rest stands", async () => {
  const { page } = await openPage(served.browser, served.url);
  await page.route("**/api/market/neighbours*", (route) => route.abort());
  await page.goto("/roles/ml-engineer");
  await page.getByRole("alert").getByText("Neighbours by content").waitFor({ timeout: 30_000 });
  await page.getByRole("link", { name: "Python" }).first().waitFor();
  await page.unroute("**/api/market/neighbours*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("The reader saw no second role").waitFor();
  await page.context().close();
});

test("too little data says what is lacking, in each place", async () => {
  const { page, wrong } = await openPage(served.browser, served.url);
  await page.goto("/roles/inference-engineer?country=GB");
  await page.getByText("too few to show").first().or(page.getByText("Too little to draw").first()).first().waitFor();
  await page.goto("/roles/ml-engineer?country=AE");
  await page.getByText("No vacancies match").waitFor();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await page.getByText("What vacancies ask for").waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("where there is no such employer, nothing but that is asked", async () => {
  const { page } = await openPage(served.browser, served.url);
  const refused: string[] = [];
  page.on("response", (response) => response.status() === 400 && refused.push(new URL(response.url()).pathname));
  await page.goto("/employers?at=nobody");
  await page.getByText("No employer in this market is called “nobody”").first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(refused).toEqual(["/api/market/employer-overview"]);
  await page.context().close();
});
