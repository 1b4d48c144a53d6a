import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atRiskOn, daysOf, type Life, livesPast, medianOf, survivalOf as curveOf } from "./survival.ts";

const survivalOf = (lives: readonly Life[]) => curveOf(daysOf(lives));
const seen = (exit: number, ended = true, entry = 0): Life => ({ entry, exit, ended });

// Remission of 21 patients under 6-MP in weeks, the textbooks' example (Freireich 1963; Gehan 1965; Klein & Moeschberger, tables 4.1 and 4.2). "+": still in remission.
const remission = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+".split(" ").map((time) => seen(Number.parseInt(time, 10), !time.endsWith("+")));

describe("a curve of lives", () => {
  it("is the textbooks' for 6-MP: at risk, share and Greenwood's error", () => {
    expect(survivalOf(remission).map(({ time, atRisk, ended, share, error }) => [time, atRisk, ended, share.toFixed(3), error.toFixed(3)])).toEqual([
      [6, 21, 3, "0.857", "0.076"],
      [7, 17, 1, "0.807", "0.087"],
      [10, 15, 1, "0.753", "0.096"],
      [13, 12, 1, "0.690", "0.107"],
      [16, 11, 1, "0.627", "0.114"],
      [22, 7, 1, "0.538", "0.128"],
      [23, 6, 1, "0.448", "0.135"],
    ]);
    expect(medianOf(survivalOf(remission))).toMatchObject({ value: 23, low: 13, high: null });
  });

  it("has the log-log interval that R's survfit prints for 6-MP", () => {
    expect(survivalOf(remission).map(({ low, high }) => [low.toFixed(3), high.toFixed(3)]).at(0)).toEqual(["0.620", "0.952"]);
    expect(survivalOf(remission).map(({ low, high }) => [low.toFixed(3), high.toFixed(3)]).at(-1)).toEqual(["0.188", "0.680"]);
  });

  it("is the textbook's with late entry", () => {
    // Moore, Applied Survival Analysis Using R (2016), 3.5: six patients with their times of entry and exit.
    const late = [seen(9, false, 2), seen(11, true, 5), seen(9, false, 3), seen(8, false, 3), seen(4, true, 2), seen(9, true, 5)];
    expect(survivalOf(late).map(({ time, atRisk, ended, share }) => [time, atRisk, ended, share])).toEqual([[4, 4, 1, 0.75], [9, 4, 1, 0.5625], [11, 1, 1, 0]]);
    // The same without regard to entry: everyone at risk from the start, and the answer another.
    expect(survivalOf(late.map((life) => ({ ...life, entry: 0 }))).map(({ atRisk }) => atRisk)).toEqual([6, 4, 1]);
  });

  it("has no median where it does not come down to half", () => {
    const curve = survivalOf([seen(5), seen(10, false), seen(10, false), seen(10, false)]);
    expect(medianOf(curve)).toEqual({ value: null, low: 5, high: null });
  });

  it("is the same of lives that are counted", () => {
    expect(daysOf(remission.slice(0, 3).concat(remission[3]!))).toEqual(daysOf([{ ...seen(6), n: 3 }, { ...seen(6, false), n: 1 }]));
  });

  it("says nothing of a day that nobody was watched to", () => {
    const lives = [seen(5), seen(10, false)];
    expect(livesPast(survivalOf(lives), daysOf(lives), 7)?.value).toBe(0.5);
    expect(livesPast(survivalOf(lives), daysOf(lives), 10)).toBeNull();
    expect(livesPast([], [], 1)).toBeNull();
  });

  it("agrees with counting those at risk one by one", () => {
    const life = fc.record({ entry: fc.integer({ min: 0, max: 20 }), stay: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() }).map(({ entry, stay, ended }): Life => ({ entry, exit: entry + stay, ended }));
    fc.assert(
      fc.property(fc.array(life, { maxLength: 40 }), (lives) => {
        let share = 1;
        for (const step of survivalOf(lives)) {
          const atRisk = lives.filter(({ entry, exit }) => entry < step.time && step.time <= exit);
          const ended = atRisk.filter((one) => one.ended && one.exit === step.time);
          share *= 1 - ended.length / atRisk.length;
          expect([step.atRisk, step.ended]).toEqual([atRisk.length, ended.length]);
          expect(atRiskOn(daysOf(lives), step.time)).toBe(atRisk.length);
          expect(step.share).toBeCloseTo(share, 12);
          expect(step.low).toBeLessThanOrEqual(step.share);
          expect(step.high).toBeGreaterThanOrEqual(step.share);
        }
      }),
    );
  });
});
