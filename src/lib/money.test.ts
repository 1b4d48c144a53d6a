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
  expect([9_400, -12_300, -200].map((amount) => moneyDifference(amount, "USD"))).toEqual(["+$9,000", "−$12k", "$0"]);
});
