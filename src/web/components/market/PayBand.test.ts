import { expect, test } from "vitest";
import { bandScale } from "./PayBand.tsx";

const at = (value: number, low: number | null = null, high: number | null = null) => ({ value, low, high });
const pay = { kind: "not total", currency: "USD", n: 20, employers: 8, hidden: null, p10: at(121_000), p25: at(130_000), p50: at(150_000, 125_000, 171_000), p75: at(160_000), p90: at(189_000) } as Parameters<typeof bandScale>[0][number];

test("the scale holds every band, and every median's interval, which may be wider than its band", () => {
  expect(bandScale([pay])).toEqual([120_000, 190_000]);
  expect(bandScale([pay, { ...pay, p50: { ...pay.p50!, low: 98_000, high: 204_000 } }])).toEqual([90_000, 210_000]);
  expect(bandScale([{ ...pay, p50: { ...pay.p50!, low: null, high: null } }])).toEqual([120_000, 190_000]);
  expect(bandScale([{ ...pay, p10: null, p90: null }])).toEqual([0, 1]);
});
