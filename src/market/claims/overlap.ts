import { indexOf } from "../questions/pay-cells.ts";
import { intervalOf, replicate } from "../statistics/replicate.ts";
import { Cut, whereOf } from "../questions/cut.ts";
import { commandFor, type Finding, type Looking } from "./asked.ts";
import { sizeOf } from "./shares.ts";

/** Postings of an employer, early or late, inside AI or software outside it; `skill` null counts the postings themselves. */
type Cell = { employer: string | null; late: boolean; ai: boolean; skill: string | null; n: number };

const draws = 200;

/**
 * How much more the skills of AI postings and of software postings outside AI overlap in the later half of the time than in the earlier. Overlap: of each skill the smaller of
 * the two shares, over the larger, both summed (Ruzicka): 1 where both ask for the same, 0 where for nothing in common.
 */
export async function measureOverlap({ market, within }: Looking): Promise<Finding> {
  const where = whereOf(Cut.parse(within));
  const sql = `WITH cut AS (SELECT r.key, r.employer, r.opened, r.layer <> 'outside'::layer AS ai, r.skills FROM vacancy r WHERE ${where.sql} AND r.opened IS NOT NULL AND (r.layer <> 'outside' OR r.role = 'outside-software')),
  middle AS (SELECT quantile_disc(opened, 0.5) AS day FROM cut)
SELECT e.name AS employer, late, ai, skill.id AS skill, n FROM (
  SELECT employer, opened > middle.day AS late, ai, NULL AS number, count(*)::INTEGER AS n FROM cut, middle GROUP BY ALL
  UNION ALL SELECT employer, opened > day, ai, number, count(*)::INTEGER FROM (SELECT *, unnest(skills) AS number FROM cut, middle) GROUP BY ALL) c
LEFT JOIN employer e ON e.number = c.employer LEFT JOIN skill ON skill.number = c.number ORDER BY ALL`;
  const cells = await market.rows<Cell>(sql, where.values);
  const size = sizeOf(cells.filter((cell) => cell.skill === null));
  const command = commandFor("skills", {});
  const quarters = new Set(cells.filter((cell) => cell.skill === null).map((cell) => `${cell.late}${cell.ai}`));
  if (quarters.size < 4) return { measured: { ...size, value: null, low: null, high: null, unit: "points", missing: "vacancies of both kinds of work in both halves of the time are needed" }, sql, values: where.values, command };
  const employers = indexOf(cells.map((cell) => cell.employer));
  const change = changeOf(cells, employers);
  const interval = intervalOf(replicate(employers.size, change, draws), employers.size);
  return { measured: { ...size, value: change(new Uint16Array(employers.size).fill(1)), low: interval?.[0] ?? null, high: interval?.[1] ?? null, unit: "points", note: "points of overlap, later half less earlier half" }, sql, values: where.values, command };
}

/** The change by how often each employer was drawn. Marked hot: all draws walk every cell, so that cells are laid out flat. */
function changeOf(cells: readonly Cell[], employers: ReadonlyMap<string | null, number>): (times: Uint16Array) => number | null {
  const skills = indexOf(cells.flatMap((cell) => cell.skill ?? []));
  const employer = Int32Array.from(cells, (cell) => employers.get(cell.employer)!);
  const part = Uint8Array.from(cells, (cell) => (cell.late ? 2 : 0) + (cell.ai ? 1 : 0));
  const number = Int32Array.from(cells, (cell) => (cell.skill === null ? -1 : skills.get(cell.skill)!));
  const sizes = Int32Array.from(cells, (cell) => cell.n);
  return (times) => {
    const counts = Array.from({ length: 4 }, () => new Float64Array(skills.size));
    const totals = [0, 0, 0, 0];
    for (let i = 0; i < sizes.length; i++) {
      const n = sizes[i]! * times[employer[i]!]!;
      if (number[i]! < 0) totals[part[i]!]! += n;
      else counts[part[i]!]![number[i]!]! += n;
    }
    if (totals.some((total) => total === 0)) return null;
    const overlap = (one: number, other: number): number => {
      let [least, most] = [0, 0];
      for (let skill = 0; skill < skills.size; skill++) {
        const [a, b] = [counts[one]![skill]! / totals[one]!, counts[other]![skill]! / totals[other]!];
        least += Math.min(a, b);
        most += Math.max(a, b);
      }
      return most === 0 ? 0 : least / most;
    };
    return overlap(2, 3) - overlap(0, 1);
  };
}
