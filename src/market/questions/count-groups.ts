import { roleName, type Role } from "../../terms/role.ts";
import { openedSql } from "./cut.ts";
import { placeJoin } from "./group.ts";

/** How postings are grouped for counting: by a column of the reading, or by a table in which a posting may stand more than once. */
export type Group = {
  /** The expression over `r` and what `join` adds; null where the posting does not say. */
  column: string;
  join?: string;
  /** Brings values of `column` together once they are counted: what is dear to do to every posting. Null leaves a value out. */
  fold?: (value: string) => string;
  /** A condition on the postings that a share is of, where the groups are not of one column: those that say it at all. */
  says?: string;
  /** Shares are of all postings, whether they say any such thing or not. */
  ofAll?: boolean;
  /** The name people read, where it is not the group's id: an expression, or a function of the id. */
  nameColumn?: string;
  name?: (id: string) => string;
};

export const monthColumn = `strftime(${openedSql}, '%Y-%m')`;

export const groups = {
  role: { column: "r.role", name: (id) => roleName(id as Role) },
  layer: { column: "r.layer" },
  seniority: { column: "r.seniority" },
  domain: { column: "r.domain" },
  workplace: { column: "r.workplace" },
  employer: { column: "r.employer" },
  month: { column: monthColumn },
  country: { column: "place.country", join: placeJoin("country"), says: "r.key IN (SELECT vacancy FROM reading_place WHERE country IS NOT NULL)" },
  region: { column: "place.region", join: placeJoin("region"), says: "r.key IN (SELECT vacancy FROM reading_place WHERE region IS NOT NULL)" },
  skill: { column: "s.skill", join: "JOIN reading_skill s USING (key)", nameColumn: "min(s.name)", says: "r.key IN (SELECT key FROM reading_skill)", ofAll: true },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;
