import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { type Case, combined, drawnEffects, regress } from "./regression.ts";
import { firstOften } from "./replicate.ts";

/**
 * Postings made with known effects: log pay = 11 + 0.2 · a + 0 · b + 0.05 · years + what the employer pays anyway + noise.
 * `a` is a skill that a third of the postings name, `b` one that goes with the employer.
 */
function made(seed: number, employers: number, each: number): Case[] {
  const random = new Random(seed);
  return Array.from({ length: employers }, (_, employer) => {
    const own = 0.2 * random.normal();
    const b = random.chance(0.3) ? 1 : 0;
    return Array.from({ length: each }, (): Case => {
      const a = random.chance(0.33) ? 1 : 0;
      const years = random.whole(0, 10);
      return { y: 11 + 0.2 * a + 0.05 * years + own + 0.15 * random.normal(), employer, x: [...(a ? [[0 + 1, 1] as const] : []), ...(b ? [[2, 1] as const] : []), [3, years]] };
    });
  }).flat();
}

const names = ["a", "b", "years"];

describe("regression", () => {
  it("is least squares: Longley's first columns, to the digits that NIST certifies for a line", () => {
    // NIST StRD "Norris": intercept −0.262323073774029, slope 1.00211681802045, R² 0.999993745883712.
    const norris = "0.1 0.2;338.8 337.4;118.1 118.2;888.0 884.6;9.2 10.1;228.1 226.5;668.5 666.3;998.5 996.3;449.1 448.6;778.9 777.0;559.2 558.2;0.3 0.4;0.1 0.6;778.1 775.5;668.8 666.9;339.3 338.0;448.9 447.5;10.8 11.6;557.7 556.0;228.3 228.1;998.0 995.8;888.8 887.6;119.6 120.2;0.3 0.3;0.6 0.3;557.6 556.8;339.3 339.1;888.0 887.2;998.5 999.0;778.9 779.0;10.2 11.1;117.6 118.3;228.9 229.2;668.4 669.1;449.2 448.9;0.2 0.5";
    const fit = regress(norris.split(";").map((pair, employer) => ({ y: Number(pair.split(" ")[0]), employer, x: [[1, Number(pair.split(" ")[1])]] })), ["x"])!;
    expect(fit.coefficients[0]!.value).toBeCloseTo(-0.262323073774029, 8);
    expect(fit.coefficients[1]!.value).toBeCloseTo(1.00211681802045, 10);
    expect(fit.r2).toBeCloseTo(0.999993745883712, 12);
    expect(fit.errors).toBe("HC3");
  });

  it("finds effects that were planted, and none where none was", () => {
    const fit = regress(made(1, 200, 8), names)!;
    const [, a, b, years] = fit.coefficients;
    expect(a!.value).toBeCloseTo(0.2, 1);
    expect(years!.value).toBeCloseTo(0.05, 2);
    expect(b!.low).toBeLessThan(0);
    expect(b!.high).toBeGreaterThan(0);
    expect(fit).toMatchObject({ n: 1600, employers: 200, errors: "CR1", collinear: [] });
    expect(fit.r2).toBeGreaterThan(0.2);
  });

  // 500 markets each. Were postings taken as independent, b's interval would hold the truth in about 60 of 100.
  it.each([[60, 8, "CR1"], [25, 8, "CR1"], [120, 1, "HC3"]])("has intervals that hold the truth about 95 times in 100 with %d employers of %d postings", (employers, each, errors) => {
    const truth: Record<string, number> = { a: 0.2, b: 0, years: 0.05 };
    const held: Record<string, number> = { a: 0, b: 0, years: 0 };
    for (let market = 0; market < 500; market++) {
      const fit = regress(made(1000 + market, employers, each), names)!;
      expect(fit.errors).toBe(errors);
      for (const { name, low, high } of fit.coefficients) if (name in held && low <= truth[name]! && truth[name]! <= high) held[name]!++;
    }
    for (const name of names) {
      expect(held[name]! / 500).toBeGreaterThan(0.915);
      expect(held[name]! / 500).toBeLessThan(0.99);
    }
  });

  it("drops a column that others add up to, and names it", () => {
    const cases = made(2, 40, 4).map((one) => ({ ...one, x: [...one.x, [4, 1 + (one.x.find(([column]) => column === 3)?.[1] ?? 0)] as const] }));
    const fit = regress(cases, [...names, "copy"])!;
    expect(fit.collinear).toEqual(["copy"]);
    expect(fit.coefficients.map((one) => one.name)).toEqual(["constant", ...names]);
  });

  it("takes cases that are alike as so many", () => {
    const alike: Case[] = made(5, 40, 1).map((one, i) => ({ ...one, n: 1 + (i % 3) }));
    const apart = alike.flatMap(({ n, ...one }) => Array.from({ length: n! }, () => one));
    const [some, all] = [regress(alike, names)!, regress(apart, names)!];
    expect(some).toMatchObject({ n: all.n, employers: 40, errors: "CR1" });
    expect(some.r2).toBeCloseTo(all.r2, 10);
    for (const [i, one] of some.coefficients.entries()) {
      expect(one.low).toBeCloseTo(all.coefficients[i]!.low, 8);
      expect(one.n).toBe(all.coefficients[i]!.n);
    }
  });

  it("says how sure it is which effect is greatest", () => {
    const fit = regress(made(6, 200, 6), names)!;
    const [a, b, reference] = firstOften(drawnEffects(fit, ["a", "b", "the level compared with"], "the level compared with"));
    expect(a).toBeGreaterThan(0.95);
    expect(a! + b! + reference!).toBeCloseTo(1, 9);
    // The same column twice: the second is dropped, and is not at 0.
    const twice = regress(made(6, 200, 6).map((one) => ({ ...one, x: [...one.x, ...one.x.flatMap(([column, value]) => (column === 1 ? [[4, value] as const] : []))] })), [...names, "again"])!;
    expect(twice.collinear).toEqual(["again"]);
    expect(() => drawnEffects(twice, ["a", "again", "none"], "none")).toThrow('"again" is no column');
  });

  it("has no answer with fewer employers than columns", () => {
    expect(regress(made(3, 4, 50), names)).toBeNull();
  });

  it("adds coefficients up with their covariance", () => {
    const fit = regress(made(4, 100, 5), names)!;
    const [, a, b] = fit.coefficients;
    const sum = combined(fit, { a: 1, b: -1 })!;
    expect(sum.value).toBeCloseTo(a!.value - b!.value, 12);
    expect(sum.high - sum.low).toBeGreaterThan(a!.high - a!.low);
    expect(combined(fit, { a: 1, gone: 1 })).toBeNull();
  });
});
