import { z } from "zod";

/** The kinds of boards that Strata fetches. */
export const atsNames = ["ashby", "greenhouse", "lever", "smartrecruiters", "workable", "recruitee", "personio", "teamtailor", "workday", "hackernews"] as const;
export type Ats = (typeof atsNames)[number];

/**
 * One employer's board: `{ ats: "ashby", name: "openai" }`. The name is what the board's address says; a board on the employer's own domain is named by that domain
 * ("recruitee:jobs.example.com"). `host` only where a kind of board stands in several places and the name does not say which ("eu").
 */
export const BoardRef = z.object({ ats: z.enum(atsNames), name: z.string().min(1).max(200), host: z.string().optional() });
export type BoardRef = z.infer<typeof BoardRef>;

/** A reference as a person types it: `refText({ ats: "lever", name: "acme", host: "eu" })` → `"lever:acme@eu"` */
export function refText({ ats, name, host }: BoardRef): string {
  return `${ats}:${name}${host === undefined ? "" : `@${host}`}`;
}

/**
 * What ids of a board are unique in. A European host has boards of its own, of another employer perhaps; elsewhere the host is a way to the same board.
 * `sourceName({ ats: "lever", name: "Acme", host: "eu" })` → `"lever:acme@eu"`
 */
export function sourceName({ ats, name, host }: BoardRef): string {
  return `${ats}:${name.toLowerCase()}${host === "eu" ? "@eu" : ""}`;
}
