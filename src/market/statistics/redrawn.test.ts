import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { bandOf, columnsOf, drawnEnds, quantilesBy, type Stated } from "./quantiles.ts";
import { enoughEmployers, evenEmployers, redrawnEnds } from "./redrawn.ts";
import { replicate, tailOf } from "./replicate.ts";

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
const draws = 4000;

/** Pay of `employers`, each with its own level; sizes from one posting to `most`, figures rounded to `step` as employers round theirs. */
function payOf(random: Random, employers: number, most: number, step: number): Stated[] {
  return Array.from({ length: employers }, (_, employer) => {
    const level = 100 + 15 * random.normal();
    return Array.from({ length: Math.ceil(most ** random.next()) }, (): Stated => ({ employer, value: Math.round((level + 8 * random.normal()) / step) * step, n: random.whole(1, 3) }));
  }).flat().toSorted((a, b) => a.value - b.value);
}

describe("the ends of intervals without drawing", () => {
  const markets = [[16, 3, 5], [20, 1, 1], [20, 12, 1], [30, 6, 10], [50, 12, 0.001], [80, 40, 5], [200, 12, 1], [400, 4, 10]] as const;

  it.each(markets)("are those of 4,000 draws of %d employers with up to %d figures each, rounded to %d", (employers, most, step) => {
    const rows = payOf(new Random(employers + most), employers, most, step);
    const columns = columnsOf(rows);
    expect(evenEmployers(columns.sizes)).toBeGreaterThan(enoughEmployers - 3);
    const quantiles = quantilesBy(rows, probabilities);
    const drawn = replicate(employers, quantiles, draws);
    const tail = tailOf(employers);
    for (const [i, probability] of probabilities.entries()) {
      const [low, high] = redrawnEnds(columns, probability, employers);
      const part = (test: (value: number) => boolean): number => drawn.filter((one) => test(one[i]!)).length / draws;
      // Many draws may come to the very figure: the part below it and the part up to it hold the part that is sought between them. Chance alone is 0.0025.
      expect(part((value) => value < low)).toBeLessThan(tail + 0.011);
      expect(part((value) => value <= low)).toBeGreaterThan(tail - 0.011);
      expect(part((value) => value > high)).toBeLessThan(tail + 0.011);
      expect(part((value) => value >= high)).toBeGreaterThan(tail - 0.011);
    }
  });

  it("are as far apart as those of draws, over many markets", () => {
    const random = new Random(3);
    let [wide, drawnWide] = [0, 0];
    for (let market = 0; market < 30; market++) {
      const columns = columnsOf(payOf(random, 30, 8, 1));
      const [low, high] = redrawnEnds(columns, 0.5, 30);
      const [drawn] = drawnEnds(columns, [0.5], 30, draws);
      wide += high - low;
      drawnWide += drawn![1] - drawn![0];
    }
    expect(wide / drawnWide).toBeGreaterThan(0.97);
    expect(wide / drawnWide).toBeLessThan(1.03);
  });

  it("are the figure itself where all state the same", () => {
    const rows = Array.from({ length: 30 }, (_, employer): Stated => ({ employer, value: 90, n: 2 }));
    expect(redrawnEnds(columnsOf(rows), 0.5, 30)).toEqual([90, 90]);
  });

  it("are what a band has, and left to draws where one employer has most of the postings", () => {
    const even = payOf(new Random(5), 40, 4, 1);
    const lopsided = [...even, ...Array.from({ length: 40 }, (_, i): Stated => ({ employer: 40, value: 80 + i, n: 25 }))].toSorted((a, b) => a.value - b.value);
    const endsOf = (rows: Stated[], employers: number) => bandOf(rows, probabilities, employers).map((one) => [one!.low, one!.high]);
    expect(endsOf(even, 40)).toEqual(probabilities.map((one) => redrawnEnds(columnsOf(even), one, 40)));
    expect(endsOf(even, 40)).not.toEqual(drawnEnds(columnsOf(even), probabilities, 40));
    expect(endsOf(lopsided, 41)).toEqual(drawnEnds(columnsOf(lopsided), probabilities, 41));
    expect(endsOf(lopsided, 41)).not.toEqual(probabilities.map((one) => redrawnEnds(columnsOf(lopsided), one, 41)));
  });

  it("are told by how many employers of even size tell as much", () => {
    expect(evenEmployers(Float64Array.of(30, 10, 10))).toBeCloseTo(2500 / 1100);
    expect(evenEmployers(Float64Array.from({ length: 100 }, (_, i) => (i === 0 ? 300 : 1)))).toBeLessThan(enoughEmployers);
  });
});
