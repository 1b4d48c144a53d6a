import type { Posting } from "../../terms/posting.ts";
import type { Market } from "../store.ts";

/** A posting as it was imported, to be read again for its evidence, and what the store knows of it. */
type StoredPosting = { key: string; source: string; posting: Posting; posted: string | null; closed: string | null; gone: string | null; firstSeen: string; lastSeen: string };

/** The posting under `key`, a number as text; null where there is none. */
export async function getPosting(market: Market, key: string): Promise<StoredPosting | null> {
  if (!/^\d{1,20}$/.test(key) || BigInt(key) > 0xffff_ffff_ffff_ffffn) return null;
  const [row] = await market.rows<Record<string, string | boolean | null>>(
    `SELECT * EXCLUDE (key, posted, closed, first_seen, last_seen, missed, gone, stamp), posted::VARCHAR AS posted, closed::VARCHAR AS closed, gone::VARCHAR AS gone, first_seen::VARCHAR AS first_seen, last_seen::VARCHAR AS last_seen
     FROM posting WHERE key = $key::UBIGINT`,
    { key },
  );
  if (row === undefined) return null;
  const { source, posted, closed, gone, first_seen: firstSeen, last_seen: lastSeen, employer, ...fields } = row;
  return { key, source, posted, closed, gone, firstSeen, lastSeen, posting: { ...fields, company: employer } } as StoredPosting;
}
