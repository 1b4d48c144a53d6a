import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeInventedMarket } from "../../test/fixtures/invented-market.ts";
import { importInto } from "../../test/fixtures/imported-market.ts";
import { askNamed } from "./ask.ts";
import { asNamed } from "./names.ts";
import { UnknownNames } from "./problems.ts";
import { questionOf } from "./questions/catalogue.ts";
import { type Market, openMarket } from "./store.ts";

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-names-"));
  await makeInventedMarket(dir, "test");
  await importInto(dir, {
    board: [{ id: "m", company: "Société Exemplaire", title: "ML Engineer", location: "Munich, Germany", posted_at: "2025-10-01", description_text: "What you bring\n- 5 years of Python and C++ and Go (golang)" }],
  });
  market = await openMarket(dir, { readOnly: true });
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const refusal = async (question: object): Promise<UnknownNames> => asNamed(market, question).then(() => expect.fail("was answered"), (error) => error);

test.each([
  [{ skill: ["python"] }, { skill: ["python"] }],
  [{ skill: ["c++", "golang", "cpp"] }, { skill: ["cpp", "go"] }],
  [{ city: ["münchen"] }, { city: ["munich"] }],
  [{ city: ["munchen"] }, { city: ["munich"] }],
  [{ city: ["muenchen", "munich", "LONDRES"] }, { city: ["munich", "london"] }],
  [{ employer: ["societe exemplaire"] }, { employer: ["société exemplaire"] }],
  [{ require: ["skill:golang", "years:5", "skill:c++|python"] }, { require: ["skill:go", "years:5", "skill:cpp|python"] }],
  [{ region: ["us"] }, { region: ["us"] }],
])("%j is %j here", async (asked, named) => {
  expect(await asNamed(market, asked)).toEqual({ question: named, absent: [] });
});

test.each([
  [{ skill: ["kafka"] }, { question: { skill: ["kafka"] }, absent: [{ of: "skill", value: "kafka", name: "Kafka" }] }],
  [{ city: ["köln"] }, { question: { city: ["cologne"] }, absent: [{ of: "city", value: "cologne", name: "Cologne" }] }],
])("%j is known, and absent", async (asked, named) => {
  expect(await asNamed(market, asked)).toEqual(named);
});

test.each([
  [{ skill: ["pyhton"] }, "no skill is called “pyhton”; did you mean Python?"],
  [{ city: ["Munchn"] }, "no city is called “Munchn”; did you mean Munich?"],
  [{ city: ["hiedelberg"] }, "no city is called “hiedelberg”; did you mean Heidelberg?"],
  [{ employer: ["societe exemplair"] }, "no employer in this market is called “societe exemplair”; did you mean Société Exemplaire?"],
  [{ employer: ["exemplaire"] }, "did you mean Société Exemplaire?"],
  [{ skill: ["qqqqqqqq"], city: ["xxxxxxxxxxxx"] }, "no skill is called “qqqqqqqq”, and no name of skills is close to it; no city is called “xxxxxxxxxxxx”, and no name of cities is close to it"],
  [{ skill: ["apache kafka"] }, "no skill is called “apache kafka”; did you mean Kafka"],
  [{ require: ["skill:pyhton"] }, "did you mean Python?"],
  [{ city: ["germany"] }, "no city is called “germany”"],
  [{ skill: ["' OR 1=1 --"] }, "no skill is called “' OR 1=1 --”"],
])("%j is called nothing", async (asked, says) => {
  const error = await refusal(asked);
  expect(error).toBeInstanceOf(UnknownNames);
  expect(error.message).toContain(says);
});

test("of a long list the first five are held against other names, and all are told as they were written", async () => {
  const written = Array.from({ length: 100 }, (_, i) => `Pyhton ${"x".repeat(i)}`.trim());
  const { names, message } = await refusal(questionOf("roles").asks.parse({ skill: written, city: ["Lodnon"] }));
  expect(names.map((one) => one.written)).toEqual(["Pyhton", ...written.slice(1), "Lodnon"]);
  expect(names[0]).toEqual({ of: "skill", written: "Pyhton", meant: ["Python"] });
  expect(names.slice(5).flatMap((one) => one.meant)).toEqual([]);
  expect(message.match(/no skill is called/g)).toHaveLength(5);
});

test("many names of one list are each what they mean", async () => {
  const { question, absent } = await asNamed(market, questionOf("roles").asks.parse({ skill: ["Golang", "Kafka", "Python", "golang"], city: ["München", "Köln"], employer: ["SOCIÉTÉ EXEMPLAIRE"] }));
  expect(question).toMatchObject({ skill: ["go", "kafka", "python"], city: ["munich", "cologne"], employer: ["société exemplaire"] });
  expect(absent.map(({ value }) => value)).toEqual(["kafka", "cologne"]);
});

test("a question with a name that is absent has no row, and says so", async () => {
  const found = await askNamed(market, "roles", questionOf("roles").asks.parse({ skill: "Kafka" }));
  expect(found).toMatchObject({ postings: 0, rows: [], absent: [{ of: "skill", name: "Kafka" }] });
  expect(await askNamed(market, "roles", questionOf("roles").asks.parse({ city: "München" }))).toMatchObject({ postings: 1, absent: [], cut: { city: ["munich"] } });
});
