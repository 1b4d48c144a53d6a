import { expect, test } from "vitest";
import { hiddenSays, seenOf } from "./seen.ts";

const shown = "<h2>What you will do</h2><p>Train models</p>";

test.each([
  [{ description_html: `${shown}<p style="display:none">We pay <b>$900,000</b></p>` }, { description_html: shown }, ["We pay $900,000"]],
  [{ description_html: "&lt;p&gt;a&lt;/p&gt;&lt;p hidden&gt;b&lt;/p&gt;" }, { description_html: "<p>a</p>" }, ["b"]],
  [{ description_text: `${shown}<div hidden>ninja</div>` }, { description_text: shown }, ["ninja"]],
  [{ description_html: `<div style="display:none">${shown}</div>` }, { description_html: `<div style="display:none">${shown}</div>` }, []],
  [{ description_html: `${shown}<div hidden><img src=x></div>` }, { description_html: `${shown}<div hidden><img src=x></div>` }, []],
  [{ description_text: "Set display:none on <the banner>" }, { description_text: "Set display:none on <the banner>" }, []],
])("%o", (given, posting, hidden) => expect(seenOf(given)).toEqual({ posting, hidden }));

test("what was hidden is told by its first words", () => {
  expect(hiddenSays(["a", "b"])).toBe("Not read, since the page shows it to nobody: “a” and “b”.");
  expect(hiddenSays(["a", "b", "c", "d", "e"])).toBe("Not read, since the page shows it to nobody: “a”, “b”, “c” and 2 more.");
  expect(seenOf({ description_html: `${shown}<p hidden>${"x".repeat(500)}</p>` }).hidden[0]).toHaveLength(81);
});
