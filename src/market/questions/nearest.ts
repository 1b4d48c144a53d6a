import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { nearestWeights as weights } from "../../terms/nearness.ts";
import { layerOf, Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { QuestionRefused } from "../problems.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, sizeOf } from "./answer.ts";
import { Cut, cutFlags, type Where, whereOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/**
 * A vacancy near to a description. `score` is of 100, the sum of `points`; `shared` are the skills that both name, `skills` how many the vacancy names in all.
 * `key` is the posting's number in the store, as text.
 */
export const NearestRow = z.object({
  key: z.string(),
  title: z.string().nullable(),
  employer: z.string().nullable(),
  location: z.string().nullable(),
  url: z.string().nullable(),
  posted: z.string().nullable(),
  role: Role,
  seniority: Seniority.nullable(),
  countries: z.array(z.string()),
  score: z.number(),
  points: z.object({ role: z.number(), seniority: z.number(), place: z.number(), skills: z.number() }),
  shared: z.array(z.string()),
  skills: z.number(),
});
export type NearestRow = z.infer<typeof NearestRow>;

/** Here the parameters describe what is compared; they narrow nothing but the layer, which is that of the role. */
export const NearestQuestion = Cut.pick({ role: true, seniority: true, country: true, region: true, skill: true });
export type NearestQuestion = z.infer<typeof NearestQuestion>;

const Part = z.enum(["role", "seniority", "place", "skills"]);
type Part = z.infer<typeof Part>;

/** `compared`: what was said of the description; no vacancy has points for the rest. */
const NearestAnswer = answerOf(NearestRow).extend({ compared: z.array(Part) });
type NearestAnswer = Answer<NearestRow> & { compared: Part[] };

const most = 5;

/** The five vacancies nearest to a description, of five employers: by role, level, place and the skills both name (their part of all that either names). The newer one first where two are as near. */
export async function askNearest(market: Market, question: NearestQuestion): Promise<NearestAnswer> {
  const layers = [...new Set(question.role.map(layerOf))];
  const cut = Cut.parse({ layer: layers });
  const where = whereOf(cut);
  const query = nearestQuery(where, question);
  const compared = Part.options.filter((part) => ways[part].given.some((name) => question[name].length > 0));
  const [size, rows] = await Promise.all([sizeOf(market, where), compared.length > 0 ? market.rows<NearestRow>(query.sql, query.values) : []]);
  return { ...answered(cut, size, rows, query), compared };
}

/** Each part of nearness: its name in a table, and what says it of the description. */
const ways: Record<Part, { name: string; given: readonly (keyof NearestQuestion)[] }> = {
  role: { name: "role", given: ["role"] },
  seniority: { name: "level", given: ["seniority"] },
  place: { name: "place", given: ["country", "region"] },
  skills: { name: "skills", given: ["skill"] },
};

/** What was not compared, with the options that give it, and how many points that leaves. Empty where all was. */
function leftOut(compared: readonly Part[]): string {
  const left = Part.options.filter((part) => !compared.includes(part));
  if (left.length === 0) return "";
  const told = left.map((part) => `${ways[part].name} (${ways[part].given.map((name) => `--${name}`).join(" or ")})`);
  return `\nNot given, so not compared (of 100 that leaves ${compared.reduce((sum, part) => sum + weights[part], 0)}):\n${told.join(", ")}.`;
}

/** `shortened("Computer Vision Engineer", 10)` → `"Computer…"` */
function shortened(text: string | null, columns: number): string {
  const letters = [...(text ?? "–")];
  return letters.length <= columns ? letters.join("") : `${letters.slice(0, columns - 1).join("").trimEnd()}…`;
}

function nearestQuery(where: Where, { role, seniority, country, region, skill }: NearestQuestion): { sql: string; values: Record<string, DuckDBValue> } {
  const values: Record<string, DuckDBValue> = { ...where.values };
  const named = (name: string, list: readonly string[]): string[] =>
    list.map((value, i) => {
      values[`${name}${i}`] = value;
      return `$${name}${i}`;
    });
  const levels = Seniority.options;
  const beside = [...new Set(seniority.flatMap((one) => [levels[levels.indexOf(one) - 1], levels[levels.indexOf(one) + 1]]))].flatMap((one) => one ?? []);
  const asked = `(SELECT coalesce(list(number), []) FROM skill WHERE ${oneOf("id", named("skill", skill))})`;
  const sql = `WITH described AS (SELECT ${asked} AS wanted),
  near AS (SELECT r.key, r.employer, r.opened, r.role, r.seniority, r.countries, list_intersect(r.skills, wanted) AS common, len(r.skills) AS skills, len(wanted) AS wanted,
    ${weights.role} * ${oneOf("r.role", named("wantedRole", role))}::INTEGER AS role_points,
    CASE WHEN ${oneOf("r.seniority", named("seniority", seniority))} THEN ${weights.seniority} WHEN ${oneOf("r.seniority", named("beside", beside))} THEN ${weights.seniority / 2} ELSE 0 END AS seniority_points,
    CASE WHEN ${anyIn("countries", named("country", country))} THEN ${weights.place} WHEN ${anyIn("regions", named("region", region))} THEN ${weights.place / 2} ELSE 0 END AS place_points
  FROM vacancy r, described WHERE ${where.sql}),
  scored AS (SELECT *, round(${weights.skills} * len(common) / greatest(1, skills + wanted - len(common)), 1) AS skill_points FROM near),
  nearest AS (SELECT *, role_points + seniority_points + place_points + skill_points AS score FROM scored
    QUALIFY row_number() OVER (PARTITION BY coalesce(employer::VARCHAR, 'posting ' || key) ORDER BY score DESC, opened DESC NULLS LAST, key) = 1 ORDER BY score DESC, opened DESC NULLS LAST, key LIMIT ${most})
SELECT n.key::VARCHAR AS key, p.title, p.employer, p.location, p.url, p.posted::VARCHAR AS posted, n.role::VARCHAR AS role, n.seniority::VARCHAR AS seniority, list_sort(n.countries) AS countries, score::DOUBLE AS score,
  {'role': role_points::DOUBLE, 'seniority': seniority_points::DOUBLE, 'place': place_points::DOUBLE, 'skills': skill_points::DOUBLE} AS points,
  coalesce((SELECT list(name ORDER BY name) FROM skill WHERE list_contains(n.common, number)), []) AS shared, n.skills::INTEGER AS skills
FROM nearest n JOIN posting p USING (key) ORDER BY n.score DESC, n.opened DESC NULLS LAST, n.key`;
  return { sql, values };
}

function oneOf(column: string, parameters: readonly string[]): string {
  return parameters.length === 0 ? "FALSE" : `coalesce(${column} IN (${parameters.join(", ")}), FALSE)`;
}

function anyIn(list: string, parameters: readonly string[]): string {
  return parameters.length === 0 ? "FALSE" : `(${parameters.map((one) => `list_contains(r.${list}, ${one})`).join(" OR ")})`;
}

const notes = `Points of 100: role ${weights.role}, level ${weights.seniority} (half for the next one), country ${weights.place}\n(half for its region), skills ${weights.skills} times the part of all named that both name.\nOne an employer.`;

export const nearestQuestion = defineQuestion({
  about: "The five real vacancies nearest to a role, level, place and skills, with what makes them near",
  asks: NearestQuestion,
  flags: { role: cutFlags.role, seniority: cutFlags.seniority, country: cutFlags.country, region: cutFlags.region, skill: cutFlags.skill },
  answer: NearestAnswer,
  ask: (market, question) => {
    if (Object.values(question).every((list) => list.length === 0)) throw new QuestionRefused("Nothing to be near to: say what is compared with role, seniority, country, region or skill, as in: strata market nearest --role ml-engineer --country DE --skill pytorch");
    return askNearest(market, question);
  },
  title: "Nearest vacancies",
  columns: [
    { name: "title", kind: "text", head: "title", of: (row) => row.title, shown: (row) => shortened(row.title, 40) },
    { name: "employer", kind: "text", head: "employer", of: (row) => row.employer, shown: (row) => shortened(row.employer, 20) },
    { name: "score", kind: "number", head: "score", of: (row) => row.score },
    { name: "key", kind: "text", of: (row) => row.key },
    { name: "role", kind: "text", of: (row) => row.role },
    { name: "seniority", kind: "text", of: (row) => row.seniority },
    { name: "location", kind: "text", of: (row) => row.location },
    { name: "url", kind: "text", of: (row) => row.url },
    { name: "posted", kind: "text", of: (row) => row.posted },
    { name: "shared", kind: "text", of: (row) => row.shared.join("; ") },
  ],
  below: ({ points, shared }, { compared }) => [...compared.map((part) => `${ways[part].name} ${points[part]}`), ...shared.slice(0, 5)].join(" · "),
  notes,
  notesOf: ({ compared }) => `${notes}${leftOut(compared)}`,
});
