import { expect, test } from "vitest";
import { money, moneyDifference, roundMoney } from "./money.ts";

test("a sign belongs to one currency; a minus is a minus", () => {
  expect(money(121_000, "GBP")).toBe("£121k");
  expect(money(160_000, "SGD")).toBe("SGD\u00a0160k");
  expect(money(160_000, "CAD")).toBe("CA$160k");
  expect(money(-10_000, "USD")).toBe("−$10k");
  expect(money(5, "")).toBe("5");
});

test("on thousands, and as a difference", () => {
  expect(roundMoney(182_499, "USD")).toBe("$182k");
  expect([4_215_000, 12_345_600, 999_600].map((amount) => roundMoney(amount, "INR"))).toEqual(["₹4.22M", "₹12.35M", "₹1M"]);
  expect(moneyDifference(-1_234_000, "INR")).toBe("−₹1.23M");
  expect([9_400, -12_300, -200].map((amount) => moneyDifference(amount, "USD"))).toEqual(["+$9,000", "−$12k", "$0"]);
});

test("a currency's form is the same however often it is asked for, and with each number of digits", () => {
  const expected = ["€60", "€60.5", "€60.25", "€121k", "no code 5", "no code −5"];
  expect(someMoney()).toEqual(expected);
  for (let i = 0; i < 1100; i++) money(i, `none ${i}`);
  expect(someMoney()).toEqual(expected);
});

function someMoney(): string[] {
  return [money(60, "EUR"), money(60.5, "EUR"), money(60.25, "EUR"), money(121_000, "EUR"), money(5, "no code"), money(-5, "no code")];
}
