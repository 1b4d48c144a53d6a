import { expect, test } from "vitest";
import { read } from "../../src/reading/read.ts";
import { htmlToText } from "../../src/reading/layout.ts";

// No clock: what is not linear in these sizes does not end within the time that a test has.
const UNITS = 2_000_000;
const many = (piece: string, units = UNITS): string => piece.repeat(Math.ceil(units / piece.length));

test.each(["<SCRIPT></SCRIPT>", "<svg>a ", "<select><math><object>", "<!-- a ", "<div>", "<ul><li>", "</", "<a =\"", "&#", "a\u00a0", "&amp;", " "])("markup of many %j", (piece) => {
  expect(htmlToText(`<p>Python</p>${many(piece)}`).text.slice(0, 6)).toBe("Python");
});

test("a tag with a million attributes, and one very long line", () => {
  expect(htmlToText(`<p ${many("a ")}>Python`).text).toBe("Python");
  expect(htmlToText(`<p>${many("word ", 8_000_000)}`).kinds).toEqual([0]);
});

const cues = ["bonus ", "(bonus ", "tech stack, ", "python ", "python, go, ", "$100k ", "5 years ", "Berlin, ", "remote ", "bachelor ", "ai agent ", "manager ", "1 ", "A. "];

test("more ranges of pay than a call takes arguments", () => {
  const { pay, flags } = read({ title: "Engineer", description_text: `We are the team that you will work with.\nSalary\n${many("$100,000 - $200,000 ", 3_200_000)}` });
  expect(pay).toMatchObject([{ min: 100_000, max: 200_000, currency: "USD" }]);
  expect(flags.find(({ id }) => id === "pay-wide")?.evidence).toHaveLength(160_000);
});

test.each(cues)("a posting of many %j", (cue) => {
  const said = many(cue, 200_000);
  const reading = read({ title: said, location: said, salary_raw: said, description_text: `We are the team that you will work with for all of us.\nRequirements\n${said}\nBenefits\n${said}` });
  expect(reading.sections[0]).toMatchObject({ section: "title", start: 0, end: said.trim().length });
});
