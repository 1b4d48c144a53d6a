import { z } from "zod";
import type { Market } from "../store.ts";

/** One of a vacancy's postings. `gone`: the first day on which its board no longer had it. */
const VacancyPosting = z.object({
  key: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  url: z.string().nullable(),
  posted: z.string().nullable(),
  closed: z.string().nullable(),
  gone: z.string().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
});

/** What several postings advertise: reposts, copies on other boards, one a place. `n`: its postings, of which the newest are listed; `ended` where all of them are closed or gone. */
export const Vacancy = z.object({ key: z.string(), opened: z.string().nullable(), ended: z.string().nullable(), firstSeen: z.string().nullable(), lastSeen: z.string().nullable(), n: z.number(), sources: z.number(), postings: z.array(VacancyPosting) });
export type Vacancy = z.infer<typeof Vacancy>;

const mostListed = 100;

/** The vacancy that a posting belongs to; null where its posting was not read. */
export async function getVacancy(market: Market, key: string): Promise<Vacancy | null> {
  const [vacancy] = await market.rows<Omit<Vacancy, "postings">>(
    `SELECT vacancy::VARCHAR AS key, ${days("opened", "ended")}, first_seen::VARCHAR AS "firstSeen", last_seen::VARCHAR AS "lastSeen",
  (SELECT count(*)::INTEGER FROM reading o WHERE o.vacancy = r.vacancy) AS n, (SELECT count(DISTINCT source)::INTEGER FROM posting p JOIN reading o USING (key) WHERE o.vacancy = r.vacancy) AS sources
FROM reading r WHERE key = $key::UBIGINT AND vacancy IS NOT NULL`,
    { key },
  );
  if (vacancy === undefined) return null;
  const postings = await market.rows<Vacancy["postings"][number]>(
    `SELECT key::VARCHAR AS key, source, title, location, url, ${days("posted", "closed", "gone")}, first_seen::VARCHAR AS "firstSeen", last_seen::VARCHAR AS "lastSeen"
FROM posting WHERE key IN (SELECT key FROM reading WHERE vacancy = $vacancy::UBIGINT) ORDER BY coalesce(posting.posted, posting.first_seen) DESC, posting.key LIMIT ${mostListed}`,
    { vacancy: vacancy.key },
  );
  return { ...vacancy, postings };
}

function days(...names: string[]): string {
  return names.map((name) => `${name}::VARCHAR AS ${name}`).join(", ");
}
