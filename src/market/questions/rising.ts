import { z } from "zod";
import { logOddsOf, standing } from "../statistics/log-odds.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, sizeOf } from "./answer.ts";
import { weighedNote } from "./count-answer.ts";
import { type Group, groups } from "./count-groups.ts";
import { Cap, type Counted, countGroups, noneOf, type Part } from "./counts.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";
import { titleCore } from "./title-sql.ts";

const RisingOf = z.enum(["skill", "title", "role", "domain"]);

/**
 * A skill or title in the newest months against the year before them. `odds` is the log-odds with an informative prior; `change` is "rising" or "fading" where it
 * stands among all that were compared (at most one in twenty of these by chance), else null. `isNew`: no posting named it before. A share of what no posting names is 0 with its interval, and null only where none says anything of the kind.
 */
export const RisingRow = z.object({
  group: z.string(),
  name: z.string(),
  n: z.number(),
  before: z.number(),
  employers: z.number(),
  employersBefore: z.number(),
  share: Share.nullable(),
  shareBefore: Share.nullable(),
  odds: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  z: z.number(),
  change: z.enum(["rising", "fading"]).nullable(),
  isNew: z.boolean(),
});
export type RisingRow = z.infer<typeof RisingRow>;

const monthsError = "must be a whole number of months from 1 to 24";
export const RisingQuestion = Cut.extend({ of: RisingOf.default("skill"), months: z.coerce.number({ error: monthsError }).int({ error: monthsError }).min(1, { error: monthsError }).max(24, { error: monthsError }).default(3), limit: limitOf(500) });
export type RisingQuestion = z.infer<typeof RisingQuestion>;

/** The vacancies that the shares of the newest months, or of those before, are of. */
const Period = z.object({ n: z.number(), employers: z.number() });
type Period = z.infer<typeof Period>;

const RisingAnswer = answerOf(RisingRow).extend({ cap: Cap, from: z.string().nullable(), boundary: z.string().nullable(), compared: z.number(), now: Period, before: Period });
type RisingAnswer = Answer<RisingRow> & { cap: Cap; from: string | null; boundary: string | null; compared: number; now: Period; before: Period };

/** Fewer postings, or fewer employers, are no change of the market. */
const fewestPostings = 5;
const fewestEmployers = 3;

const compared: Record<z.infer<typeof RisingOf>, Group> = { skill: groups.skill, role: groups.role, domain: groups.domain, title: { column: "r.title_key", fold: titleCore } };

/** What rises and fades: skills, titles, roles or domains of the newest months of a cut against the twelve before. What stands most clearly comes first. */
export async function askRising(market: Market, question: RisingQuestion): Promise<RisingAnswer> {
  const cut = Cut.parse(question);
  const whole = whereOfAi(cut);
  const span = await spanOf(market, whole, question.months);
  const where: Where = { sql: `${whole.sql} AND r.opened > $from::DATE`, values: { ...whole.values, from: span?.from ?? "9999-12-31", boundary: span?.boundary ?? "9999-12-31" } };
  const part: Group = { column: `CASE WHEN r.opened > $boundary::DATE THEN 'now' ELSE 'before' END` };
  const [size, counts] = await Promise.all([sizeOf(market, whole), countGroups(market, { where, by: compared[question.of], part })]);
  const [now, before] = [counts.parts.get("now"), counts.parts.get("before")];
  const rows = now === undefined || before === undefined ? [] : rowsOf(counts.rows, now, before);
  return { ...answered(cut, size, rows.slice(0, question.limit), counts), cap: counts.cap, from: span?.from ?? null, boundary: span?.boundary ?? null, compared: rows.length, now: periodOf(now, compared[question.of]), before: periodOf(before, compared[question.of]) };
}

function periodOf(part: Part | undefined, by: Group): Period {
  return part === undefined ? { n: 0, employers: 0 } : { n: by.ofAll ? part.postings : part.said, employers: part.employers };
}

/** The last day of what came before, and the day a year before that; null where no posting has a day. */
async function spanOf(market: Market, where: Where, months: number): Promise<{ from: string; boundary: string } | null> {
  const [row] = await market.rows<{ from: string | null; boundary: string | null }>(
    `SELECT (max(r.opened) - to_months($months::INTEGER))::DATE::VARCHAR AS boundary, (max(r.opened) - to_months($months::INTEGER + 12))::DATE::VARCHAR AS "from" FROM vacancy r WHERE ${where.sql}`,
    { ...where.values, months },
  );
  return row?.from && row.boundary ? { from: row.from, boundary: row.boundary } : null;
}

function rowsOf(counted: readonly Counted[], now: Part, before: Part): RisingRow[] {
  const groupsNow = new Map(counted.filter((row) => row.part === "now").map((row) => [row.group, row]));
  const groupsBefore = new Map(counted.filter((row) => row.part === "before").map((row) => [row.group, row]));
  const rows = [...new Set(counted.map((row) => row.group))].flatMap((group): RisingRow[] => {
    const [here, there] = [groupsNow.get(group), groupsBefore.get(group)];
    const [n, previous] = [here?.n ?? 0, there?.n ?? 0];
    if (n + previous < fewestPostings || Math.max(here?.employers ?? 0, there?.employers ?? 0) < fewestEmployers) return [];
    const { z: score, ...odds } = logOddsOf({ here: { share: here?.share.value ?? 0, n: here?.effective ?? now.effective }, there: { share: there?.share.value ?? 0, n: there?.effective ?? before.effective } });
    return [{ group, name: (here ?? there)!.name, n, before: previous, employers: here?.employers ?? 0, employersBefore: there?.employers ?? 0, share: here?.share ?? noneOf(now), shareBefore: there?.share ?? noneOf(before), odds, z: score, change: null, isNew: previous === 0 }];
  });
  const stands = standing(rows.map((row) => row.z));
  return rows.map((row, i): RisingRow => ({ ...row, change: !stands[i] ? null : row.z > 0 ? "rising" : "fading" })).toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.group < b.group ? -1 : 1));
}

/** The vacancies of a period as a phrase: "372 of 90 employers". */
function periodText({ n, employers }: Period): string {
  return `${n.toLocaleString("en-US")} of ${employers.toLocaleString("en-US")} employers`;
}

const notes = "z: log-odds with an informative prior over its error. Named rising or fading:\nat most one in twenty of these by chance. % with 95 % intervals.";

export const risingQuestion = defineQuestion({
  about: "Rising and fading skills, emerging titles: the newest months against the year before",
  asks: RisingQuestion,
  flags: { ...cutFlags, of: { value: "WHAT", choices: RisingOf.options, about: "of skill (else title, role, domain)" }, months: { value: "N", about: "so many newest months (else 3) against the twelve before" }, limit: { value: "N", about: "so many (else 50)" } },
  answer: RisingAnswer,
  ask: askRising,
  title: "Rising and fading",
  columns: [
    { name: "group", kind: "text", head: "what", of: (row) => row.group, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    { name: "n", kind: "count", head: "n", of: (row) => row.n },
    { name: "employers", kind: "count", head: "empl.", of: (row) => row.employers },
    { name: "share", kind: "share", head: "% now", of: (row) => row.share },
    { name: "n_before", kind: "count", head: "before", of: (row) => row.before },
    { name: "employers_before", kind: "count", of: (row) => row.employersBefore },
    { name: "share_before", kind: "share", head: "% before", of: (row) => row.shareBefore },
    { name: "odds", kind: "change", of: (row) => row.odds },
    { name: "z", kind: "number", head: "z", of: (row) => row.z },
    { name: "change", kind: "text", head: "change", empty: true, of: (row) => row.change },
  ],
  notes,
  notesOf: (found) => `${found.boundary === null ? "No vacancy has a day.\n" : `Opened after ${found.boundary} (${periodText(found.now)}),\nagainst ${found.from} to that day (${periodText(found.before)});\n${found.compared} compared.\n`}${notes}\n${weighedNote({ ...found, labels: null })}`,
});
