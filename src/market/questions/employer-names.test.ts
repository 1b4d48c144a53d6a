import { afterEach, expect, it } from "vitest";
import { plantedMarket } from "../../../test/fixtures/planted-market.ts";
import type { Market } from "../store.ts";
import { questionOf } from "./catalogue.ts";
import { employerNames } from "./employer-names.ts";
import { askEmployerOverview, employerOverviewQuestion } from "./employer-overview.ts";

let remove: (() => Promise<void>) | undefined;
afterEach(() => remove?.());

const spellings = ["ISARKREIS BANK", " Isarkreis Bank ", "Isarkreis Bank", "isarkreis bank", "beta Works", "Beta Works", null];

async function planted(): Promise<Market> {
  const made = await plantedMarket(spellings.map((employer, i) => ({ employer, title: `Invented ${i}` })));
  remove = made.remove;
  return made.market;
}

it("are as most of their postings write them, the first by order of those as frequent", async () => {
  const market = await planted();
  expect(await employerNames(market, ["isarkreis bank", "beta works", "none such"])).toEqual(new Map([["isarkreis bank", "Isarkreis Bank"], ["beta works", "Beta Works"]]));
  expect(await employerNames(market, [])).toEqual(new Map());
});

it.each(["employers", "demand"] as const)("stand in %s beside the key that filters take", async (name) => {
  const market = await planted();
  const question = questionOf(name);
  const asked = question.asks.parse(name === "demand" ? { by: "employer" } : { by: "month" });
  expect((await question.ask(market, asked)).rows).toMatchObject([{ group: "isarkreis bank", name: "Isarkreis Bank", n: 4 }, { group: "beta works", name: "Beta Works", n: 2 }]);
});

it("stand in the overview, in its table and its files", async () => {
  const answer = await askEmployerOverview(await planted(), employerOverviewQuestion.asks.parse({}));
  expect(answer.rows.map(({ employer, written }) => [employer, written])).toEqual([["isarkreis bank", "Isarkreis Bank"], ["beta works", "Beta Works"]]);
  const [employer, name] = employerOverviewQuestion.columns;
  expect([employer!.kind === "text" && employer!.shown?.(answer.rows[0]!), name!.name, name!.of(answer.rows[0]!)]).toEqual(["Isarkreis Bank", "name", "Isarkreis Bank"]);
});
