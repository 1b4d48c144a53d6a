import { z } from "zod";
import { layers } from "../../terms/layer.ts";
import { similarWeights } from "../../terms/nearness.ts";
import { Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import type { Market } from "../store.ts";
import { limitOf } from "./answer.ts";

/** A posting of other vacancies that asks for much the same: `likeness` from 0 to 1, `shared` the skills that both name, the rarest first. */
export const SimilarRow = z.object({ key: z.string(), title: z.string().nullable(), employer: z.string().nullable(), location: z.string().nullable(), posted: z.string().nullable(), closed: z.string().nullable(), role: Role, seniority: Seniority.nullable(), likeness: z.number(), shared: z.array(z.string()) });
export type SimilarRow = z.infer<typeof SimilarRow>;

export const SimilarQuestion = z.object({ limit: limitOf(50).default(5) });
/** `compared`: the vacancies of its role, itself left out, that the rows were picked from. */
export const SimilarAnswer = z.object({ compared: z.object({ n: z.number(), employers: z.number() }), rows: z.array(SimilarRow) });
export type SimilarAnswer = z.infer<typeof SimilarAnswer>;

/** One employer with many openings of a kind would fill the list. */
const mostOfEmployer = 2;

/**
 * The postings nearest to one posting by content, where `nearest` finds vacancies for a description by what it is told of it (role, level, place, skills): of its role, by the skills that both name (shared weight over all weight, a rare skill weighing more than one that everybody names),
 * by how far their mixes over the layers lie apart, and by level. Empty where its role is not known.
 */
export async function askSimilar(market: Market, key: string, limit: number): Promise<SimilarAnswer> {
  const apart = layers.map((layer) => `abs(r.mix_${layer} - me.mix_${layer})`).join(" + ");
  const found = await market.rows<SimilarRow & { n: number; employers: number }>(
    `WITH me AS (SELECT * FROM reading WHERE key = $key::UBIGINT AND role IS NOT NULL),
  near AS (SELECT r.key, r.employer, r.seniority IS NOT DISTINCT FROM me.seniority AS level, coalesce(1 - (${apart}) / 2, 0) AS mix FROM reading r, me WHERE r.key = r.vacancy AND r.role = me.role AND r.vacancy IS DISTINCT FROM me.vacancy),
  named AS (SELECT DISTINCT key, skill, name FROM reading_skill WHERE key IN (SELECT key FROM near) OR key = $key::UBIGINT),
  weight AS (SELECT skill, ln(1 + (SELECT count(*) FROM near) / count(*)) AS weight FROM named GROUP BY skill),
  sums AS (SELECT key, sum(weight) AS total, sum(weight) FILTER (skill IN (SELECT skill FROM named WHERE key = $key::UBIGINT)) AS common,
    list(name ORDER BY weight DESC, name) FILTER (skill IN (SELECT skill FROM named WHERE key = $key::UBIGINT)) AS shared FROM named JOIN weight USING (skill) GROUP BY key),
  scored AS (SELECT near.key, near.employer, shared, ${similarWeights.skills / 100} * coalesce(common / (total + (SELECT total FROM sums WHERE key = $key::UBIGINT) - common), 0) + ${similarWeights.mix / 100} * mix + ${similarWeights.level / 100} * level::INTEGER AS likeness FROM near LEFT JOIN sums USING (key)),
  best AS (SELECT * FROM scored QUALIFY row_number() OVER (PARTITION BY coalesce(employer, key::VARCHAR) ORDER BY likeness DESC, key) <= ${mostOfEmployer} ORDER BY likeness DESC, key LIMIT $limit)
SELECT best.key::VARCHAR AS key, p.title, p.employer, p.location, p.posted::VARCHAR AS posted, least(p.closed, p.gone)::VARCHAR AS closed, r.role, r.seniority, round(likeness, 3) AS likeness, coalesce(shared, [])[:6] AS shared,
  (SELECT count(*) FROM near)::INTEGER AS n, (SELECT count(DISTINCT employer) FROM near)::INTEGER AS employers
FROM best JOIN posting p USING (key) JOIN reading r USING (key) ORDER BY likeness DESC, best.key`,
    { key, limit },
  );
  const rows = found.map(({ n: _n, employers: _employers, ...row }) => row);
  return { compared: { n: found[0]?.n ?? 0, employers: found[0]?.employers ?? 0 }, rows };
}
