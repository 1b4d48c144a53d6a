import { expect, test } from "vitest";
import type { PayBand } from "../terms/brief.ts";
import { bandFigures, middleHalf } from "./band.ts";

const asked = { question: "pay", parameters: {}, sql: "" };
const band: PayBand = {
  what: "ML engineer", currency: "USD", p10: 100_000, p25: 121_000, p75: 160_000, p90: null, stated: null, percentile: null, verdict: "unknown", because: "",
  p50: { what: "Median", unit: "pay", currency: "USD", value: 140_000, low: 135_000, high: 146_000, n: 40, employers: 12, hidden: null, asked },
  intervals: { p10: { low: 90_000, high: 110_000 }, p25: { low: 115_000, high: 128_000 }, p75: { low: 150_000, high: 171_000 }, p90: null },
};

test("every point of a band has its interval, n and employers", () => {
  expect(bandFigures(band).map(({ point, figure: { value, low, high, n, employers } }) => [point, value, low, high, n, employers])).toEqual([
    ["p10", 100_000, 90_000, 110_000, 40, 12],
    ["p25", 121_000, 115_000, 128_000, 40, 12],
    ["p50", 140_000, 135_000, 146_000, 40, 12],
    ["p75", 160_000, 150_000, 171_000, 40, 12],
    ["p90", null, null, null, 40, 12],
  ]);
  expect(bandFigures(band).map(({ figure }) => figure.hidden)).toEqual([null, null, null, null, "too few"]);
});

test("the middle half is said with the intervals of its ends", () => {
  expect(middleHalf(band)).toBe("$121k ($115k to $128k) to $160k ($150k to $171k)");
});

test("a band that was kept before intervals were told has none, and says so by leaving them out", () => {
  expect(middleHalf({ ...band, intervals: null })).toBe("$121k to $160k");
  expect(bandFigures({ ...band, intervals: null }).filter(({ figure }) => figure.low !== null).map(({ point }) => point)).toEqual(["p50"]);
});
