import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { read } from "../../reading/read.ts";
import { alignText, writtenSpan } from "./align.ts";

/** The written words of every "word" of the plain text, or null. */
function wordsFound(plain: string, written: string): (string | null)[] {
  const at = alignText(plain, written);
  return [...plain.matchAll(/[\p{L}\d]+/gu)].map((word) => {
    const span = writtenSpan(at, plain, written, word.index, word.index + word[0].length);
    return span === null ? null : written.slice(span.from, span.to);
  });
}

describe("alignText", () => {
  test("what it says of itself", () => {
    expect([...alignText("- a b", "•  a  b")]).toEqual([0, 1, 3, 4, 6]);
  });

  test.each([
    ["as it is", "We train models.", "We train models."],
    ["trimmed", "We train\nmodels", "  We train  \n\n\n models  "],
    ["bullets", "Do\n- train\n- serve", "Do\n\n• train\n*   serve"],
    ["wrapped lines", "We train large models here", "We train\nlarge models\nhere"],
    ["invisible characters", "We train models", "We tr\u200bain\u00ad models"],
    ["a character reference", "Pay & bonus", "Pay &amp; bonus"],
    ["a tag", "We train models today", "We <b>train</b> models<script>alert(1)</script> today"],
    ["tabs and wide spaces", "a b c", "a\t\tb\u00a0\u00a0c"],
    ["emoji", "🚀 ship 👩‍💻 it", "🚀  ship 👩‍💻 it"],
    ["nothing", "", ""],
    ["nothing of it", "", "   \n\n "],
  ])("finds every word again: %s", (_, plain, written) => {
    expect(wordsFound(plain, written).map((word) => word?.replace(/[\u200b\u00ad]/g, ""))).toEqual([...plain.matchAll(/[\p{L}\d]+/gu)].map(([word]) => word));
  });

  test("never shows other words than the quote's", () => {
    const words = array(constantFrom("train", "•", "-", " ", "\n", "\n\n", "<b>", "&amp;", "models", "5+ years", "\u200b", "\t", "serve on Kubernetes", "</li>"), { maxLength: 40 });
    assert(
      property(words, (parts) => {
        const written = parts.join("");
        const { text = "", skills, years } = read({ title: "", location: "", description_text: written }, { withText: true });
        const body = text.slice(4);
        const at = alignText(body, written);
        for (const { start, end, text: quote } of [...skills.flatMap(({ evidence }) => evidence), ...years.evidence]) {
          const span = writtenSpan(at, body, written, start - 4, end - 4);
          if (span !== null) expect(written.slice(span.from, span.to).replace(/[\s\u200b]/g, "")).toBe(quote.replace(/\s/g, ""));
        }
      }),
    );
  });

  test("goes through a long text without words in common in time that grows with its length", () => {
    const at = alignText("x".repeat(50_000), "y".repeat(50_000));
    expect(at).toHaveLength(50_000);
  });
});
