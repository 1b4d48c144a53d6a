import { expect, test } from "vitest";
import { count, date, daysBehind, money, monthOf, payRange, percent, plural, shown } from "./figures.ts";

test("counts and shares", () => {
  expect(count(10284)).toBe("10,284");
  expect(percent(0.0716)).toBe("7.2\u00a0%");
  expect(percent(0.5)).toBe("50\u00a0%");
  expect(percent(0.0996)).toBe("10\u00a0%");
  expect(percent(0)).toBe("0\u00a0%");
  expect(plural(1, "employer")).toBe("1 employer");
  expect(plural(1200, "posting")).toBe("1,200 postings");
  expect(plural(2, "vacancy")).toBe("2 vacancies");
});

test("days with what stands behind them", () => {
  expect(daysBehind(38, 52, 1200)).toBe("38 to 52, n\u00a01,200");
  expect(daysBehind(62, null, 40)).toBe("62+, n\u00a040");
  expect(daysBehind(null, null, 40)).toBe("n\u00a040");
});

test("money in its own currency", () => {
  expect(money(121000, "GBP")).toBe("£121k");
  expect(money(182500, "USD")).toBe("$182.5k");
  expect(money(4_200_000, "INR")).toBe("₹4.2M");
  expect(money(65.5, "EUR")).toBe("€65.5");
  expect(money(5200, "EUR")).toBe("€5,200");
  expect(money(90, "not a currency")).toBe("not a currency 90");
});

test("pay ranges", () => {
  const pay = { min: 60, max: 75, currency: "EUR", period: "hour", kind: "unspecified", place: null } as const;
  expect(payRange(pay)).toBe("€60 to €75 an hour");
  expect(payRange({ ...pay, max: null })).toBe("from €60 an hour");
  expect(payRange({ ...pay, min: null, kind: "base" })).toBe("up to €75 an hour, base");
  expect(payRange({ ...pay, min: 75 })).toBe("€75 an hour");
});

test("dates, and what is none", () => {
  expect(date("2026-11-21")).toBe("21 Nov 2026");
  expect(monthOf("2026-11-21")).toBe("Nov 2026");
  expect(date("last week")).toBe("last week");
});

test("a posting's words without control characters", () => {
  expect(shown("\u001b[31mML\u0000 Engineer\u202e \u009b2J")).toBe("[31mML Engineer 2J");
  expect(shown("Ingénieur·e IA 👩‍💻 (m/w/d)\nat work")).toBe("Ingénieur·e IA 👩‍💻 (m/w/d)\nat work");
});
