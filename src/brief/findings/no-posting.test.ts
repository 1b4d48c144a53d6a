import { expect, test } from "vitest";
import { samplePostings } from "../../market/sample.ts";
import { withHead } from "../../reading/head/head.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import type { Posting } from "../../terms/posting.ts";
import { diagnose } from "../diagnose.ts";

function noPosting(written: Posting): string | null {
  const posting = withHead(written);
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: [], day: "2026-11-29" }).missing.find(({ id }) => id === "no-posting")?.says ?? null;
}

const section = `Pay
Middles of stated ranges, set on a year, for full-time work. ML platform engineers: base salary $150,000 to $320,000, n = 40 vacancies of 22 employers. Data scientists: base salary $120,000 to $180,000, n = 61 vacancies of 30 employers.
Skills
The skills that most vacancies name: Python in 81 %, PyTorch in 44 %, Kubernetes in 39 %, SQL in 30 %, Spark in 12 %, model serving in 11 %, evaluation in 9 %. Employers ask for five years of experience at the middle.
Where
Remote in 31 % of vacancies, hybrid in 22 %. Most stand open for six weeks, those of infrastructure for eight; a fifth is posted again.
`;

test("a report of the market has pay, skills and headings, and is no posting", () => {
  const says = noPosting({ description_text: `AI hiring in the third quarter\n${section}\nHow it was counted\nEach vacancy once, by its first day. Where a range is open at an end, it is left out. Figures of fewer than five employers are not shown.` });
  expect(says).toMatch(/^This does not look like a posting: no title names an occupation, and none of its \d+ words speak/);
});

test("the same figures ahead of what is offered to somebody are one", () => {
  expect(noPosting({ description_text: `ML Platform Engineer\n${section}` })).toBeNull();
  expect(noPosting({ description_text: `Come and build with us\n${section}\nYou will train models, and you bring experience with PyTorch. Apply with your CV.` })).toBeNull();
});

test("no posting of the sample is taken for something else, with its title or without", async () => {
  const all: Posting[] = [];
  let n = 0;
  for await (const posting of samplePostings()) if (n++ % 10 === 0) all.push(posting);
  expect(all.length).toBeGreaterThan(150);
  const wrong = all.filter((posting) => [posting.title ?? null, null].some((title) => noPosting({ ...posting, title })?.startsWith("This does not look") === true));
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
