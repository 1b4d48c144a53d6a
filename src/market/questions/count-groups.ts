import { roleName, type Role } from "../../terms/role.ts";
import { type Grouped, monthText, textOf } from "./group.ts";

/** How postings are grouped for counting. The value is null where the posting does not say. */
export type Group = Grouped & {
  /** Brings values of `column` together once they are counted: what is dear to do to every posting. Null leaves a value out. */
  fold?: (value: string) => string;
  /** A condition on the postings that a share is of, where the groups are not of one column: those that say it at all. */
  says?: string;
  /** A posting that does not say is counted all the same: nobody knows how many say it. */
  countsSilent?: true;
  /** Shares are of all postings, whether they say any such thing or not. */
  ofAll?: boolean;
  /** The name people read, where it is not what `told` gives: an expression over the value, or a function of what was told. */
  nameOf?: (value: string) => string;
  name?: (id: string) => string;
};

export const groups = {
  role: { column: "r.role", name: (id) => roleName(id as Role) },
  layer: { column: "r.layer" },
  seniority: { column: "r.seniority", countsSilent: true },
  domain: { column: "r.domain" },
  workplace: { column: "r.workplace" },
  employer: { column: "r.employer", told: (value) => `(SELECT name FROM employer WHERE number = ${value})` },
  month: { column: "r.month", told: monthText },
  country: { column: "r.country", list: "countries", told: textOf, says: "len(r.countries) > 0" },
  region: { column: "r.region", list: "regions", told: textOf, says: "len(r.regions) > 0" },
  skill: { column: "r.skill", list: "skills", told: (value) => `(SELECT id FROM skill WHERE number = ${value})`, nameOf: (value) => `(SELECT name FROM skill WHERE number = ${value})`, says: "len(r.skills) > 0", ofAll: true },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;
