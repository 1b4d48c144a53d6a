import { describe, expect, test } from "vitest";
import { keyOf } from "../../src/market/posting-row.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { importInto } from "../fixtures/imported-market.ts";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { journeysOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const script = "<script>document.title='taken'</script>";
const body = (more = "") =>
  `<h3>What you will do</h3><ul><li>Serve large language models on Kubernetes at low latency</li><li>Build evaluation harnesses and regression suites for model output</li></ul><h3>What you bring</h3><p>5+ years with Python and vLLM.</p>${more}`;
const plain: Posting = { id: "plain", company: "Heron", title: "Senior Inference Engineer", location: "Berlin, Germany", posted_at: "2026-09-01", url: "https://heron.example/1", description_html: body("<p>Base salary €90,000 to €120,000 a year.</p>") };
const copy: Posting = { ...plain, id: "copy", posted_at: "2026-08-01" };
const other: Posting = { ...plain, id: "other", company: "Vale", description_html: body("<p>Also Triton.</p>") };

/** Every field as a stranger may fill it. */
const hostile: Record<string, Posting> = {
  script: Object.fromEntries(["id", "company", "title", "location", "salary_raw", "posted_at", "closed_at", "url", "department", "employment_type", "lang"].map((field) => [field, `${field} ${script}<img src=x onerror=alert(1)>`])) as Posting,
  bidi: { id: "bidi", company: "Acme\u202egnp.exe", title: "ML \u202eEngineer\u202c \u2067right\u2069", location: "\u200fBerlin", description_text: "مهندس تعلم الآلة with Python\u202e 5+ years\u202c of PyTorch. שלום" },
  zero: { id: "zero", company: "Zero\u200bWidth", title: "ML\u200b Eng\u200dineer\ufeff", description_text: `P\u200by\u200btorch and Python ${"\u200b".repeat(5000)} Kubernetes ${"a\u0301\u0302\u0303".repeat(400)}` },
  emoji: { id: "emoji", company: "🚀🚀", title: "👩‍💻🧑🏽‍🚀 ML Engineer 🏴󠁧󠁢󠁥󠁮󠁧󠁿", description_text: `🔥 Train models with PyTorch 🔥\n- 🚀 5+ years of Python 🚀\n${"👨‍👩‍👧‍👦".repeat(2000)}` },
  lines: { id: "lines", company: "Long", title: "ML Engineer", description_text: Array.from({ length: 100_000 }, (_, i) => `Train model ${i} with PyTorch`).join("\n") },
  line: { id: "line", company: "Wide", title: "ML Engineer", description_text: "Python ".repeat(120_000) },
};
hostile.script!.description_text = `${script} &lt;script&gt;alert(1)&lt;/script&gt; Python {{7*7}} \${7*7} <svg onload=alert(1)>`;
hostile.script!.id = "script";

const served = serveInvented({ fill: (dir) => importInto(dir, { "lever:heron": [plain, copy], "ashby:vale": [other], "file:hostile": Object.values(hostile) }) });

const path = (board: string, id: string) => `/postings/${keyOf(board, id)}`;
const at = path("lever:heron", "plain");

const journey = journeysOf(served);

describe.each(themes)("in %s", (theme) => {
  test.each(widths)("at %i pixels a posting with its vacancy and what is similar is sound", async (width) => {
    const watched = await openPage(served.browser, served.url, { theme, width });
    await watched.page.goto(at);
    await watched.page.getByText("One vacancy, advertised by 2 postings on 1 source").waitFor();
    await watched.page.getByRole("heading", { name: "Similar vacancies" }).waitFor();
    await expectSound(watched);
    await watched.page.context().close();
  });
});

describe("text and findings", () => {
  test("a finding that is rested on scrolls its words into sight and marks them; one passed by does not", () =>
    journey(
      async (page) => {
        await page.goto(at);
        const words = page.locator("mark", { hasText: "vLLM" }).first();
        await words.waitFor();
        await page.setViewportSize({ width: 1440, height: 260 });
        const seen = () => words.evaluate((mark) => mark.getBoundingClientRect().bottom <= innerHeight && mark.getBoundingClientRect().top >= 0);
        expect(await seen()).toBe(false);
        const line = page.locator("button.finding", { hasText: "vLLM" });
        await line.dispatchEvent("pointermove");
        await page.locator("mark[data-active]", { hasText: "vLLM" }).waitFor();
        await expect.poll(seen).toBe(true);
      },
      { width: 1440 },
    ));

  test("with the keyboard alone: a finding that gets the focus is marked and seen, Enter goes to its words and back", () =>
    journey(async (page) => {
      await page.goto(at);
      const line = page.locator("button.finding", { hasText: "Years" });
      await line.focus();
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Tab");
      await page.locator("mark[data-active]", { hasText: "5+ years" }).waitFor();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("5+ years");
      expect(await page.locator("a[data-mark][tabindex='0']").count()).toBe(1);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("years");
    }));

  test("where findings lie over each other the innermost is shown, and those around it beside it", () =>
    journey(async (page) => {
      await page.goto(at);
      await page.locator("mark", { hasText: "Kubernetes" }).first().hover();
      await page.locator("button.finding[data-active]", { hasText: "Kubernetes" }).waitFor();
      await page.locator("button.finding[data-also]", { hasText: "Infrastructure" }).waitFor();
      // Every sentence of the work is in its layer's colour.
      const sentence = async (layer: string) => (await page.locator(`mark[data-layer='${layer}']`).allInnerTexts()).join("");
      expect(await sentence("infrastructure")).toContain("Serve large language models on Kubernetes at low latency");
      expect(await sentence("evaluation")).toContain("Build evaluation harnesses");
    }));

  test("the caret in the text shows the finding under it", () =>
    journey(async (page) => {
      await page.goto(at);
      await page.locator("mark", { hasText: "5+ years" }).first().waitFor();
      await page.evaluate(() => {
        const mark = [...document.querySelectorAll("mark")].find((one) => one.textContent?.includes("5+ years"))!;
        document.getSelection()!.collapse(mark.querySelector("a")!.firstChild, 1);
      });
      await page.locator("button.finding[data-active]", { hasText: "Years" }).waitFor();
    }));

  test("from a posting to the other of its vacancy, to a similar one, and back", () =>
    journey(async (page) => {
      await page.goto(at);
      await page.locator(".vacancy-table a").click();
      await page.waitForURL(`**${path("lever:heron", "copy")}`);
      await page.getByText("posted 1 Aug 2026").waitFor();
      await page.locator("section", { has: page.locator("#similar") }).getByRole("link").first().click();
      await page.waitForURL(`**${path("ashby:vale", "other")}`);
      await page.goBack();
      await page.getByText("posted 1 Aug 2026").waitFor();
      await page.reload();
      await page.getByText("posted 1 Aug 2026").waitFor();
    }));

  test("what is similar and does not come says so, and the posting stays", async () => {
    const { page } = await openPage(served.browser, served.url);
    await page.route("**/similar*", (route) => route.abort());
    await page.goto(at);
    await page.getByRole("alert").getByText("Similar vacancies").waitFor({ timeout: 20_000 });
    expect(await page.locator("mark").count()).toBeGreaterThan(3);
    await page.unroute("**/similar*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("vLLM, Kubernetes").first().or(page.getByText("Both name")).first().waitFor();
    await page.context().close();
  });
});

describe("what strangers write", () => {
  test.each(Object.keys(hostile))("%s harms nothing", (id) =>
    journey(async (page, watched) => {
      await page.goto(path("file:hostile", id));
      await page.locator(".posting-text").waitFor();
      expect(await page.title()).not.toBe("taken");
      expect(await page.locator("article").locator("script, img, svg[onload], iframe").count()).toBe(0);
      const text = await page.locator("article").innerText();
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      if (id === "script") expect(text).toContain(script);
      await expectSound(watched);
    }),
  );

  test("of a hundred thousand lines the first part is shown, more with a press, and a finding far below is gone to", () =>
    journey(async (page) => {
      await page.goto(path("file:hostile", "lines"));
      await page.getByText(/of [\d,]+ characters are shown/).waitFor();
      const shown = await page.locator(".posting-text p").count();
      expect(shown).toBeLessThan(3000);
      await page.getByRole("button", { name: "Show more of the text" }).click();
      await expect.poll(() => page.locator(".posting-text p").count()).toBeGreaterThan(shown * 1.5);
      // A skill's words are quoted a few times only: the last mark is of whichever finding still has words there.
      const last = page.locator(".posting-text mark").last();
      const [finding] = (await last.getAttribute("data-findings"))!.split(" ");
      await last.hover();
      await page.locator(`button.finding[data-active][id="${finding}"]`).waitFor();
    }));
});
