import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { addLines, lineKinds, startText, textOf } from "../../src/reading/kernel.ts";
import { visibleLines, type Plain } from "../../src/reading/text/html.ts";
import { plainToText } from "../../src/reading/text/plain.ts";

/** A line that is too long to have been wrapped: without one, all is left to the host. */
const LONG = `Our team ${"builds agents, ".repeat(12)}and more`;

/** What the kernel makes of lines; null where it leaves them. */
function fast(written: string): Plain | null {
  startText(written.length);
  const units = addLines(written, 0);
  return units === null ? null : { text: textOf(0, units), kinds: [...lineKinds()] };
}

/** Whether the kernel took the lines: then it made what `plainToText`, the slow twin, makes. */
function expectSame(written: string): boolean {
  const made = fast(written);
  if (made !== null) expect(made).toEqual(visibleLines(plainToText(written)));
  return made !== null;
}

test("every unit at the start of a line and after a bullet is what its slow twin makes of it", () => {
  let taken = 0;
  for (let unit = 0; unit < 65_536; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const sign = String.fromCharCode(unit);
    taken += Number(expectSame(`${LONG}\n${sign} one\n- ${sign}two\n${sign}\nthree`));
  }
  expect(taken).toBeGreaterThan(50_000);
});

test("and so are any lines", () => {
  const part = constantFrom(
    "\n", "\n", "\n", "\n\n", "\r\n", " ", "  ", "\t", "word", "two words", "a", ":", "- ", "* ", "+ ", "-", "• ", "•", "– ", "· ", "✔\ufe0f ", "😀 ", "1. ", "(", "é", "“quoted”", "日本", "½",
    "&amp;", "&", "R&D", "&nbsp;", "&bull; ", "&#8226; ", "&#10;", "&lt;", "&lt;p&gt;", "&eacute;", "&bogus;", "&#0;", "&zwnj;", "<", "\u00a0", "\u2009", "\u200b", "\u2028", "\u0085", "\ufeff", "\u0007",
  );
  let taken = 0;
  assert(property(array(part, { maxLength: 14 }), (parts) => {
    taken += Number(expectSame(`${LONG}\n${parts.join("")}`));
    expectSame(parts.join(""));
  }), { numRuns: 4000 });
  expect(taken).toBeGreaterThan(200);
});

test.each(["a short line\nand another", "<p>one</p>", "a\u200bb", "one\r\ntwo", "😀 one", "&bull; one", "&lt;p&gt;one"])("%j is left to the host", (written) => {
  expect(fast(written === "a short line\nand another" ? written : `${LONG}\n${written}`)).toBeNull();
});
