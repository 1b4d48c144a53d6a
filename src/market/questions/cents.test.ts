import { afterAll, beforeAll, expect, it } from "vitest";
import { type Planted, plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { askNamed } from "../ask.ts";
import type { Market } from "../store.ts";
import { questionOf, type QuestionName } from "./catalogue.ts";
import { cents, inCents } from "./cents.ts";
import { fileCells } from "./columns.ts";

let market: Market;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ market, remove } = await plantedMarket(Array.from({ length: 90 }, (_, i): Planted => ({ employer: `Firm ${i % 30}`, role: "ml-engineer", country: "US", currency: "USD", pay: 100_000 + ((i * 7919) % 40_007), skills: i % 2 ? ["Python"] : ["Go"] }))));
});
afterAll(() => remove());

it.each([[83_333.33333333333, 83_333.33], [-120_000.005, -120_000], [0, 0]])("%d is told as %d", (amount, told) => {
  expect(cents(amount)).toBeCloseTo(told, 10);
  expect(inCents({ value: amount, low: null, high: amount })).toEqual({ value: cents(amount), low: null, high: cents(amount) });
});

it.each<[QuestionName, object]>([["roles", {}], ["layers", {}], ["regions", {}], ["overview", {}], ["pay", {}], ["first", { of: "pay", by: "role" }], ["price", { require: "skill:python" }]])("the answer of %s has its money in cents, for all its forms alike", async (name, asked) => {
  const question = questionOf(name);
  const { rows } = await askNamed(market, name, question.asks.parse(asked));
  const columns = question.columns.filter(({ kind }) => ["pay", "estimate", "amount"].includes(kind));
  const amounts = rows.flatMap((row) => fileCells(columns, row)).filter((cell): cell is number => typeof cell === "number");
  expect(amounts.length).toBeGreaterThan(2);
  expect(amounts.filter((amount) => amount !== cents(amount))).toEqual([]);
});
