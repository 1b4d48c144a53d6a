import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot } from "../../lib/package-root.ts";
import { Posting } from "../../terms/posting.ts";
import { Role } from "../../terms/role.ts";

// The files of data/sample/market. What each field means stands at the head of its file.

export const SampleLanguage = z.enum(["en", "de", "fr", "nl"]);
export type SampleLanguage = z.infer<typeof SampleLanguage>;

const byLanguage = z.partialRecord(SampleLanguage, z.string());

export const Employer = z.strictObject({
  name: z.string(),
  taste: z.string(),
  trade: z.string(),
  people: z.number(),
  at: z.array(z.string()).min(1),
  work: z.enum(["onsite", "hybrid", "remote"]),
  visa: z.enum(["offered", "refused", "silent"]),
  about: byLanguage,
});
export type Employer = z.infer<typeof Employer>;

const City = z.strictObject({ state: z.string().optional(), level: z.number().default(1), local: z.union([z.string(), byLanguage]).optional() });
const Country = z.strictObject({ name: z.string(), local: byLanguage.optional(), cities: z.record(z.string(), City) });

/** `marked`: the title says the level itself. */
export const SampleLevel = z.enum(["intern", "entry", "mid", "senior", "lead", "manager", "director", "marked"]);
export type SampleLevel = z.infer<typeof SampleLevel>;

export const Variation = z.strictObject({
  role: Role,
  titles: z.array(z.string()).min(1),
  levels: z.partialRecord(SampleLevel, z.number()),
  years: z.string().optional(),
  weight: z.number().default(1),
  gender: z.string().optional(),
  formal: z.boolean().default(false),
  trades: z.array(z.string()).optional(),
  apart: z.boolean().default(false),
  hourly: z.boolean().default(false),
  total: z.boolean().default(false),
  lists: z.tuple([z.number(), z.number(), z.number()]).default([0, 1, 2]),
  drop: z.array(z.string()).default([]),
  swap: z.record(z.string(), z.string()).default({}),
  keep: z.array(z.string()).default([]),
});
export type Variation = z.infer<typeof Variation>;

const lines = z.array(z.string()).min(1);
const Headings = z.strictObject({ about: lines, role: lines, duties: lines, demands: lines, pluses: lines, team: lines, offer: lines, process: lines });
export const Phrases = z.strictObject({
  headings: Headings,
  role: lines,
  team: lines,
  engineering: lines,
  process: lines,
  hybrid: lines,
  onsite: lines,
  remote: lines,
  offered: lines,
  refused: lines,
  pay: lines,
  total: lines,
  noPay: lines,
  benefits: z.record(z.string(), lines),
  close: lines,
  years: z.string(),
});
export type Phrases = z.infer<typeof Phrases>;
export type SampleHeadings = z.infer<typeof Headings>;

const More = z.partialRecord(Role, z.strictObject({ duties: lines, demands: lines, pluses: lines }));
const Demand = z.strictObject({ weight: z.number(), trend: z.number(), pay: z.number(), open: z.number() });
type Demand = z.infer<typeof Demand>;

/** All that the invented market is made of. */
export type Ingredients = {
  postings: Posting[];
  employers: Employer[];
  countries: z.infer<typeof Countries>;
  roles: Record<Role, Demand>;
  tastes: Record<string, Partial<Record<Role, number>>>;
  variations: Record<string, Variation>;
  more: z.infer<typeof More>;
  phrases: Record<SampleLanguage, Phrases>;
};

const Countries = z.record(z.string(), Country);

/** Reads data/sample, some 300 KB in a fifth of a second. */
export function loadIngredients(): Ingredients {
  const folder = new URL("data/sample/", packageRoot());
  const file = (name: string): unknown => parse(readFileSync(new URL(name, folder), "utf8"));
  return {
    postings: readdirSync(new URL("postings/", folder))
      .toSorted()
      .map((name) => Posting.parse(file(`postings/${name}`))),
    employers: z.array(Employer).parse(file("market/employers.yaml")),
    countries: Countries.parse(file("market/cities.yaml")),
    roles: z.record(Role, Demand).parse(file("market/roles.yaml")),
    tastes: z.record(z.string(), z.partialRecord(Role, z.number())).parse(file("market/tastes.yaml")),
    variations: z.record(z.string(), Variation).parse(file("market/variations.yaml")),
    more: More.parse(file("market/more.yaml")),
    phrases: z.record(SampleLanguage, Phrases).parse(file("market/phrases.yaml")),
  };
}
