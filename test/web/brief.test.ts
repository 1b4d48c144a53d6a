import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectSound, openPage, themes, widths } from "./browser.ts";
import { journeysOf } from "./journey.ts";
import { serveInvented } from "./serve-invented.ts";

const served = serveInvented();

const journey = journeysOf(served, "/brief");

const editor = (page: Page) => page.getByRole("textbox", { name: "Description" });
const written = (page: Page) => page.evaluate(() => [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
const selected = (page: Page) => page.evaluate(() => String(getSelection()));
const problem = (page: Page, name: string) => page.getByRole("article", { name });
const readsAs = (page: Page, role: string) => page.locator(".reads-as", { hasText: role }).waitFor();

/** As another program would put it on the clipboard. */
async function paste(page: Page, parts: Record<string, string>): Promise<void> {
  await editor(page).evaluate((target, kinds) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) clipboardData.setData(kind, text);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, parts);
}

describe("the page is whole", () => {
  describe.each(themes)("in %s", (theme) => {
    test.each(widths)("at %i pixels, empty and with the example", async (width) => {
      const watched = await openPage(served.browser, served.url, { theme, width });
      const { page } = watched;
      await page.goto("/brief");
      await page.getByRole("heading", { level: 1, name: "Brief" }).waitFor();
      expect(await page.title()).toBe("Brief · Strata");
      await expectSound(watched);
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await readsAs(page, "ML platform engineer");
      expect(await page.title()).toBe("Senior Data Scientist · Strata");
      await problem(page, "Buzzwords").waitFor();
      await expectSound(watched);
      await page.context().close();
    });
  });
});

describe("writing", () => {
  test("findings come while one writes, and go when what they rest on goes", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Write or paste" }).click();
      await page.keyboard.type("We look for a rockstar to train models.");
      await problem(page, "Buzzwords").getByText("rockstar").last().waitFor();
      await page.locator(".cm-content mark", { hasText: "rockstar" }).waitFor();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("We look for an engineer to train models.");
      await problem(page, "Buzzwords").waitFor({ state: "detached" });
      expect(await page.locator(".cm-content mark", { hasText: "rockstar" }).count()).toBe(0);
    }));

  test("a quote goes to its words and selects them, by mouse and by keyboard; the caret in a quote marks its finding", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      const quote = problem(page, "Buzzwords").getByRole("button", { name: /wears many hats/ });
      await quote.click();
      expect(await selected(page)).toBe("wears many hats");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Description");
      const card = page.locator(".brief-card[data-active]", { hasText: "Buzzwords" });
      await page.mouse.move(0, 0);
      await card.waitFor();
      await page.keyboard.press("Control+Home");
      await card.waitFor({ state: "detached" });
      await quote.focus();
      await page.keyboard.press("Enter");
      expect(await selected(page)).toBe("wears many hats");
    }));

  test("what the title says is selected in the title", () =>
    journey(async (page) => {
      await page.getByLabel("Title", { exact: true }).fill("Rockstar ML Engineer");
      await editor(page).fill("What you will do\n- Train models with PyTorch\n- Serve models on Kubernetes");
      await problem(page, "Buzzwords").getByRole("button", { name: /Rockstar/ }).click();
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).id)).toBe("draft-title");
      expect(await selected(page)).toBe("Rockstar");
    }));

  test("the draft survives a reload of its tab, and another tab does not see it", () =>
    journey(async (page) => {
      await page.getByLabel("Title", { exact: true }).fill("Inference Engineer");
      await editor(page).fill("Cut p99 latency of our models.");
      await page.reload();
      expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe("Inference Engineer");
      expect(await written(page)).toBe("Cut p99 latency of our models.");
      const other = await page.context().newPage();
      await other.goto("/brief");
      await other.getByRole("heading", { level: 1 }).waitFor();
      expect(await other.getByLabel("Title", { exact: true }).inputValue()).toBe("");
    }));

  test("New empties the page, and one step back brings the text again", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await page.getByRole("button", { name: "New" }).click();
      expect(await written(page)).not.toContain("Invented Works");
      await editor(page).focus();
      await page.keyboard.press("Control+z");
      await page.getByText("Invented Works sells planning software").waitFor();
    }));

  test("another text pasted over a description that was opened is a new one; the old one comes back with a press, and with a step back", () =>
    journey(async (page) => {
      const field = (name: string) => page.getByLabel(name, { exact: true }).inputValue();
      const strange = "Heron & Vale advises hospitals.\n\nYour tasks\n- Audit diagnostic systems against regulation\n- Write conformity files, answer notified bodies\n\nYour profile\n- A degree in law, medicine or statistics";
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await readsAs(page, "ML platform engineer");
      const title = await field("Title");
      const place = await field("Location");
      expect([title, place]).toEqual(["Senior Data Scientist", expect.stringMatching(/./)]);
      for (const goBack of ["press", "step"]) {
        await editor(page).focus();
        await page.keyboard.press("ControlOrMeta+a");
        await paste(page, { "text/plain": strange });
        await page.getByText("A new description").waitFor();
        expect([await field("Title"), await field("Location"), await written(page)]).toEqual(["", "", strange]);
        if (goBack === "press") await page.getByRole("button", { name: "Bring the old one back" }).click();
        else await page.keyboard.press("ControlOrMeta+z");
        await page.getByText("A new description").waitFor({ state: "detached" });
        expect([await field("Title"), await field("Location")]).toEqual([title, place]);
        await page.getByText("Invented Works sells planning software").waitFor();
      }
    }));

  test("an edited text pasted over its own keeps the title and the place, and so does a text pasted where none was", () =>
    journey(async (page) => {
      const title = page.getByLabel("Title", { exact: true });
      await title.fill("Inference Engineer");
      await editor(page).focus();
      await paste(page, { "text/plain": "What you will do\n- Cut p99 latency of large models on Kubernetes\n- Serve thousands of requests a second\nWhat you bring\n- Python, production experience" });
      await page.locator(".cm-line", { hasText: "Serve thousands" }).waitFor();
      expect(await title.inputValue()).toBe("Inference Engineer");
      await page.keyboard.press("ControlOrMeta+a");
      await paste(page, { "text/plain": "What you will do\n- Cut p50 and p99 latency of large models on Kubernetes\n- Serve thousands of requests a second\nWhat you bring\n- Rust, production experience" });
      await page.locator(".cm-line", { hasText: "Rust, production experience" }).waitFor();
      expect(await title.inputValue()).toBe("Inference Engineer");
      expect(await page.getByText("A new description").count()).toBe(0);
    }));

  test("Tab goes through the page and is not caught in the text", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await problem(page, "Buzzwords").waitFor();
      await page.getByLabel("Pay", { exact: true }).focus();
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Description");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toContain("quote");
    }));

  test("what was found is said once it rests", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await page.locator(".brief-findings output", { hasText: /\d+ findings to mend or to know, \d+ read from the text/ }).waitFor();
    }));
});

describe("what comes from elsewhere", () => {
  test("pasted markup becomes lines: headings apart, items as items, nothing of it runs", () =>
    journey(async (page) => {
      await paste(page, { "text/html": "<h2>What you do</h2><ul><li>Train <b>models</b></li><li onclick='alert(1)'>Serve them</li></ul><img src=x onerror=alert(1)><script>alert(1)</script>", "text/plain": "no" });
      await page.getByText("Serve them").waitFor();
      expect(await written(page)).toBe("What you do\n- Train models\n- Serve them");
    }));

  test("what pasted or opened markup shows nobody is not read, and told", () =>
    journey(async (page) => {
      const markup = "<h2>What you do</h2><ul><li>Train models</li></ul><p style='display:none'>We want a rockstar</p>";
      const told = page.locator(".brief-told", { hasText: "Not read, since the page shows it to nobody: “We want a rockstar”." });
      await paste(page, { "text/html": markup });
      await told.waitFor();
      expect(await written(page)).toBe("What you do\n- Train models");
      await page.getByRole("button", { name: "New" }).click();
      await told.waitFor({ state: "detached" });
      await page.locator("input[type=file]").setInputFiles({ name: "job.html", mimeType: "text/html", buffer: Buffer.from(`<title>ML Engineer</title>${markup}`) });
      await told.waitFor();
      expect(await written(page)).not.toContain("rockstar");
    }));

  test("a pasted advert tells title, employer and place by its first lines, in the fields and in what is read; a text without them is said to have no title", () =>
    journey(async (page) => {
      await editor(page).fill("Rockstar ML Engineer\nLocation: Berlin\nCompany: Invented Works\nAbout us\nWe plan the routes of ships.\nWhat you will do\n- Train models with PyTorch");
      const title = page.getByLabel("Title", { exact: true });
      await page.locator(".draft-title", { hasText: "from the text" }).waitFor();
      expect(await title.getAttribute("placeholder")).toBe("Rockstar ML Engineer");
      // It looks like an answer, and what stands in a field that nothing is known of like a hint.
      const slantOf = (label: string) => page.getByLabel(label, { exact: true }).evaluate((field) => getComputedStyle(field, "::placeholder").fontStyle);
      expect([await slantOf("Title"), await slantOf("Pay")]).toEqual(["normal", "italic"]);
      expect(await page.getByLabel("Employer", { exact: true }).getAttribute("placeholder")).toBe("Invented Works");
      expect(await page.getByLabel("Location", { exact: true }).getAttribute("placeholder")).toBe("Berlin");
      await problem(page, "Buzzwords").getByRole("button", { name: /Rockstar/ }).click();
      expect(await selected(page)).toBe("Rockstar");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Description");
      await page.locator(".cm-content mark", { hasText: "PyTorch" }).waitFor();
      await editor(page).fill("About us\nWe plan the routes of ships, as rockstars do.\nWhat you will do\n- Train models with PyTorch");
      await problem(page, "No title").waitFor();
      await page.locator(".draft-title", { hasText: "none found in the text" }).waitFor();
      await title.fill("ML Engineer");
      await problem(page, "No title").waitFor({ state: "detached" });
      expect(await page.locator(".draft-title", { hasText: "text" }).count()).toBe(0);
    }));

  test("the source of a page becomes lines too", () =>
    journey(async (page) => {
      await paste(page, { "text/plain": "<div><p>We train models.</p><ul><li>Python</li></ul></div>" });
      await page.getByText("- Python").waitFor();
      expect(await written(page)).toBe("We train models.\n- Python");
    }));

  test("script in every field is shown as it stands and does nothing", () =>
    journey(async (page) => {
      const script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
      for (const label of ["Title", "Employer", "Location", "Pay"]) await page.getByLabel(label, { exact: true }).fill(script);
      await editor(page).fill(`${script}\n{{constructor.constructor('return 1')()}}\nWe train models with Python and a rockstar.`);
      await problem(page, "Buzzwords").waitFor();
      expect(await page.title()).toBe(`${script} · Strata`);
      expect(await written(page)).toContain(script);
      expect(await page.locator("main").locator("script, img").count()).toBe(0);
    }));

  test("turned, zero-width and control characters are shown for what they are, and the words are read", () =>
    journey(async (page) => {
      await editor(page).fill("5+ years of exp\u200berience with Py\u00adthon \u202eand a ninja\u202c 👩‍💻 \u0007");
      await page.locator(".cm-specialChar").first().waitFor();
      expect(await page.locator(".cm-specialChar").count()).toBeGreaterThanOrEqual(4);
      await page.locator("button#years").waitFor();
    }));

  test("five million characters do not stop the page: they are not read live, and it says so", () =>
    journey(async (page) => {
      await paste(page, { "text/plain": "We train models on Kubernetes. ".repeat(165_000) });
      await page.getByRole("alert").getByText("too long to read live").waitFor();
      await page.getByText("characters. None of it is read.").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
      expect(await page.locator(".cm-line").count()).toBeLessThan(500);
      await page.getByLabel("Title", { exact: true }).fill("Still here");
      await page.getByRole("button", { name: "New" }).click();
      await page.getByRole("alert").waitFor({ state: "detached" });
    }));

  test("a hundred thousand lines do not stop the page", () =>
    journey(async (page) => {
      await paste(page, { "text/plain": "- Train models\n".repeat(100_000) });
      await page.getByRole("alert").getByText("too long to read live").waitFor();
      await page.keyboard.press("Control+End");
      await editor(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("the end");
      await page.getByText("the end").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
    }));

  test("of a very long text the first findings are listed, and the page stays within bounds", () =>
    journey(async (page) => {
      const line = "- Train ranking models with PyTorch and serve them on Kubernetes, with 5+ years of experience\n";
      await paste(page, { "text/plain": `What you will do\n${line.repeat(700)}` });
      await page.locator(".brief-count", { hasText: /read from the text/ }).waitFor();
      for (const list of await page.locator("ul[data-group]").all()) expect(await list.locator("li").count()).toBeLessThanOrEqual(40);
      expect(await page.locator(".brief-card .quotes li").count()).toBeLessThan(200);
      expect(await page.locator(".cm-line").count()).toBeLessThan(500);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6000);
    }));

  test("more than a description can be is not taken in, and what was there stays", () =>
    journey(async (page) => {
      await editor(page).fill("We train models.");
      await paste(page, { "text/plain": "x".repeat(7_000_000) });
      await page.getByRole("alert").getByText("Nothing was changed").waitFor();
      expect(await written(page)).toBe("We train models.");
    }));
});

const tab = (page: Page, name: string) => page.getByRole("tab", { name }).click();

describe("what is made of a description", () => {
  test.each(themes)("every view is whole with the example, in %s", async (theme) => {
    for (const width of widths) {
      const watched = await openPage(served.browser, served.url, { theme, width });
      const { page } = watched;
      await page.goto("/brief");
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await problem(page, "Buzzwords").waitFor();
      const shows = { "Cleaner description": "Left out, and why", Band: "What vacancies under this title really are", Scorecard: "Does not count", Interviews: "Who looks at what", Versions: "Share and remove", Compare: "The second description" };
      await tab(page, "Versions");
      await page.getByRole("button", { name: "Keep as the first version" }).click();
      for (const [name, text] of Object.entries(shows)) {
        await tab(page, name);
        await page.getByText(text).first().waitFor();
        await expectSound(watched);
      }
      await page.context().close();
    }
  });

  test("views are in the address; back and a reload keep them and the draft", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await page.getByRole("tab", { name: "Write" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.getByText("Left out, and why").waitFor();
      expect(new URL(page.url()).searchParams.get("view")).toBe("description");
      await page.reload();
      await page.getByText("Left out, and why").waitFor();
      await page.goBack();
      await problem(page, "Buzzwords").waitFor();
    }));

  test("the cleaner description comes in three forms, as a file, without its buzzwords", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await tab(page, "Cleaner description");
      await page.locator("article.readable").waitFor();
      expect(await page.locator("article.readable").innerText()).not.toContain("fast-paced");
      for (const [form, extension, starts] of [["Markdown", "md", "# Senior Data Scientist"], ["HTML", "html", "<"], ["JSON-LD", "jsonld", '{\n  "@context"']] as const) {
        await page.getByText(form, { exact: true }).click();
        const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${form}` }).click()]);
        expect(saved.suggestedFilename()).toBe(`senior-data-scientist.${extension}`);
        expect(readFileSync((await saved.path())!, "utf8").startsWith(starts)).toBe(true);
      }
    }));

  test("versions are kept, tell what changed, open again, are shared by a link that can be taken back, and removed", () =>
    journey(async (page, { wrong }) => {
      await page.getByLabel("Title", { exact: true }).fill("Inference Engineer");
      await editor(page).fill("What you will do\n- Serve models on Kubernetes\n\nWhat you bring\n- A rockstar with Python");
      await tab(page, "Versions");
      await page.getByRole("button", { name: "Keep as the first version" }).click();
      await page.getByText("Version 1").first().waitFor();
      expect(new URL(page.url()).searchParams.get("id")).toMatch(/^[\w-]{22}$/);
      await tab(page, "Write");
      await editor(page).fill("What you will do\n- Serve models on Kubernetes\n\nWhat you bring\n- An engineer with Python");
      await tab(page, "Versions");
      await page.getByLabel("What changed").fill("plain words");
      await page.getByRole("button", { name: "Keep as the next version" }).click();
      await page.getByText("mended: Buzzwords").waitFor();
      await page.getByRole("button", { name: /What differs.*version 1/ }).click();
      await page.locator("del", { hasText: "rockstar" }).waitFor();
      await page.getByRole("button", { name: "Make a link" }).click();
      const link = (await page.locator(".share-link").getAttribute("href"))!;
      const reader = await openPage(served.browser, served.url);
      await reader.page.goto(link);
      await reader.page.getByRole("heading", { level: 1, name: "Inference Engineer" }).waitFor();
      await reader.page.getByText("An engineer with Python").first().waitFor();
      expect(await reader.page.getByText("plain words").count()).toBe(0);
      await expectSound(reader);
      await page.getByRole("button", { name: "Take the link back" }).click();
      await page.locator(".share-link").waitFor({ state: "detached" });
      await reader.page.reload();
      await reader.page.getByRole("heading", { name: "Nothing is shared here" }).waitFor();
      await reader.page.context().close();
      await page.getByRole("button", { name: /^Open\s+version 1/ }).click();
      await page.locator(".cm-content", { hasText: "A rockstar with Python" }).waitFor();
      await tab(page, "Versions");
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await page.getByRole("button", { name: "Remove all versions for good" }).click();
      await page.getByRole("button", { name: "Keep as the first version" }).waitFor();
      expect(wrong).toEqual([]);
    }));

  test("on a shared description's page no quote is crossed out, as its words stand there; each goes to them", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await problem(page, "Buzzwords").waitFor();
      await tab(page, "Versions");
      await page.getByRole("button", { name: "Keep as the first version" }).click();
      await page.getByText("Version 1").first().waitFor();
      await page.getByRole("button", { name: "Make a link" }).click();
      await page.goto((await page.locator(".share-link").getAttribute("href"))!);
      const quote = problem(page, "Buzzwords").getByRole("button", { name: /wears many hats/ });
      await quote.waitFor();
      expect(await page.locator(".quote").count()).toBeGreaterThan(10);
      expect(await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => getComputedStyle(element).textDecorationLine.includes("line-through")).length)).toBe(0);
      await quote.click();
      expect(await selected(page)).toBe("wears many hats");
      await problem(page, "The title says something else than the work").getByRole("button", { name: /^Senior Data Scientist/ }).click();
      expect(await selected(page)).toBe("Senior Data Scientist");
    }));

  test("an address that names a kept description opens it in another tab", () =>
    journey(async (page) => {
      await page.getByLabel("Title", { exact: true }).fill("Evaluation Engineer");
      await editor(page).fill("Build the harness that tells us when an answer got worse.");
      await tab(page, "Versions");
      await page.getByRole("button", { name: "Keep as the first version" }).click();
      await page.getByText("Version 1").first().waitFor();
      const other = await page.context().newPage();
      await other.goto(page.url().replace("view=versions", ""));
      await other.getByText("Build the harness").first().waitFor();
      expect(await other.getByLabel("Title", { exact: true }).inputValue()).toBe("Evaluation Engineer");
    }));

  test("an address that is mistyped says so: of a view, of a kept and of a shared description", () =>
    journey(async (page) => {
      await page.goto("/brief?id=nope&view=nonsense");
      await page.locator(".notice.unread", { hasText: "view=nonsense id=nope" }).waitFor();
      await page.goto("/brief/shared/nope");
      await page.getByRole("heading", { name: "Nothing is shared here" }).waitFor();
      await page.getByText("The address is cut or mistyped").waitFor();
      // The server says so too: an address of nothing is no page.
    }, {}, /^console: .* 404 \(Not Found\)$/));

  test("two descriptions side by side, and what differs word by word", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      await tab(page, "Compare");
      await page.getByLabel("Its title").fill("Junior ML Engineer");
      await page.getByLabel("Its text").fill("What you will do\n- Train models with JAX\n\nWhat you bring\n- 1+ years of experience with Python");
      const table = page.getByRole("region", { name: "Two descriptions" });
      await table.getByRole("row", { name: /Years 8\+ 1\+/ }).waitFor();
      await table.getByText("JAX").first().waitFor();
      // Texts that share little stand one below the other.
      const apart = page.locator(".text-diff");
      await apart.nth(1).getByText("Train models with JAX").waitFor();
      expect(await page.locator(".text-diff ins").count()).toBe(0);
      await page.getByLabel("Its text").fill(`${await apart.first().textContent()}\n- Train models with JAX`);
      await page.locator(".text-diff ins", { hasText: "JAX" }).waitFor();
    }));

  test("a PDF is made", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "PDF" }).click()]);
      expect(saved.suggestedFilename()).toBe("senior-data-scientist.pdf");
      expect(readFileSync((await saved.path())!).subarray(0, 5).toString()).toBe("%PDF-");
    }));
});

const vague = "What you will do\n- Own our AI initiatives from idea to rollout\n- Build prototypes, pipelines and dashboards\n- Advise teams on models, prompts, risk and quality\n\nWhat you bring\n- Python\n- Cloud\n- LLMs";

describe("a role that cannot be told", () => {
  test.each(widths)("is asked for, and what is made of it waits for the answer, at %i pixels", async (width) => {
    const watched = await openPage(served.browser, served.url, { width });
    const { page } = watched;
    await page.goto("/brief");
    await page.getByLabel("Title", { exact: true }).fill("AI Expert");
    await editor(page).fill(vague);
    await page.locator(".reads-as", { hasText: /may be .+ or / }).waitFor();
    await page.locator(".band-slot", { hasText: "as soon as it is clear which role is meant" }).waitFor();
    await expectSound(watched);
    await tab(page, "Scorecard");
    const needed = page.getByRole("tabpanel", { name: "Scorecard" });
    await needed.getByRole("heading", { name: "Which role is meant?" }).waitFor();
    await expectSound(watched);
    await needed.getByRole("button", { name: "LLM engineer" }).click();
    await page.getByText("Attributes of evidence for LLM engineer").waitFor();
    await page.reload();
    await page.getByText("Attributes of evidence for LLM engineer").waitFor();
    await page.getByRole("combobox", { name: "Scorecard, interviews and figures are made for" }).selectOption("As it reads");
    await needed.getByRole("heading", { name: "Which role is meant?" }).waitFor();
    await page.context().close();
  });

  test("a band never stands beside another text than its own", () =>
    journey(async (page) => {
      await page.getByRole("button", { name: "Open the invented example" }).click();
      const strip = page.locator(".band-slot", { hasText: "ML platform engineer" });
      await strip.waitFor();
      const before = await page.locator(".brief-tabs").boundingBox();
      await page.route("**/api/brief", () => undefined);
      await page.getByRole("combobox", { name: "Scorecard, interviews and figures are made for" }).selectOption("Data scientist");
      await strip.waitFor({ state: "detached" });
      await page.getByLabel("Asking the market for the pay band").waitFor();
      expect(await page.locator(".brief-tabs").boundingBox()).toEqual(before);
    }));
});

describe("where a description comes from", () => {
  test.each([
    ["job.html", "text/html", "<h1>Data Engineer</h1><h2>What you will do</h2><ul><li>Build pipelines<script>alert(1)</script></li></ul>", "Build pipelines"],
    ["job.txt", "text/plain", "ML Engineer\n\nWhat you will do\n- Train models with PyTorch\n", "Train models with PyTorch"],
  ])("a file, by button: %s", (name, mimeType, text, shows) =>
    journey(async (page) => {
      await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
      await page.locator(".cm-content", { hasText: shows }).waitFor();
    }));

  test("a file, dropped on the text", () =>
    journey(async (page) => {
      await editor(page).evaluate((target) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["ML Engineer\n\n- Serve models with Triton on Kubernetes\n"], "job.txt", { type: "text/plain" }));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, clientX: 400, clientY: 400 }));
      });
      await page.locator(".cm-content", { hasText: "Serve models with Triton" }).waitFor();
    }));

  test("a file that is none is refused with a reason, and what was there stays", async () => {
    const { page } = await openPage(served.browser, served.url);
    await page.goto("/brief");
    await editor(page).fill("We train models.");
    await page.locator("input[type=file]").setInputFiles({ name: "job.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 nothing of the kind") });
    await page.getByRole("alert").getByText(/^job\.pdf is no PDF that can be read \(.+\); print it to a new PDF, or paste the text$/).waitFor();
    expect(await written(page)).toBe("We train models.");
    await page.context().close();
  });

  test("a private address is not fetched", async () => {
    const { page } = await openPage(served.browser, served.url);
    await page.goto("/brief");
    await page.getByRole("button", { name: "From a link" }).click();
    await page.getByLabel(/Address of a public page/).fill("http://127.0.0.1:9/job");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("127.0.0.1 is not on the public internet; it is not read from here; save it to a file and upload that", { exact: true }).waitFor();
    await page.context().close();
  });

  test("a role's template has what its postings require, and gaps for what only its author knows", () =>
    journey(async (page) => {
      await page.getByLabel(/Start from a role/).selectOption("ml-engineer");
      await page.locator(".cm-content", { hasText: "[The system this person will own" }).waitFor();
      expect(await written(page)).toContain("- Python");
      expect(await page.getByLabel("Title", { exact: true }).inputValue()).toBe("ML engineer");
    }));
});

describe("when something fails", () => {
  test("a reader that does not load is named, and the page goes on", async () => {
    const { page } = await openPage(served.browser, served.url);
    await page.route("**/reader-worker-*.js", (route) => route.abort());
    await page.goto("/brief");
    await editor(page).fill("We train models.");
    await page.getByRole("alert").getByText("could not be loaded").waitFor();
    await page.unroute("**/reader-worker-*.js");
    await editor(page).fill("We look for a ninja who trains models.");
    await problem(page, "Buzzwords").waitFor();
    await page.context().close();
  });

  test("without the server the text is read all the same, and the market's parts say why they are empty", async () => {
    const { page } = await openPage(served.browser, served.url);
    await page.route("**/api/brief", (route) => route.abort());
    await page.goto("/brief");
    await page.getByRole("button", { name: "Open the invented example" }).click();
    await problem(page, "Buzzwords").waitFor();
    const prices = page.getByRole("region", { name: "What each requirement goes with" });
    await prices.getByRole("alert").getByText("Strata does not answer").waitFor();
    await page.unroute("**/api/brief");
    await prices.getByRole("button", { name: "Try again" }).click();
    await prices.getByText(/182 vacancies/).waitFor();
    await page.context().close();
  });
});
