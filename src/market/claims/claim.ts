import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot } from "../../lib/package-root.ts";
import { Domain } from "../../terms/domain.ts";
import { Layer } from "../../terms/layer.ts";
import { PayKind } from "../../terms/pay.ts";
import { Region } from "../../terms/place.ts";
import { Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { FirstOf } from "../questions/first.ts";

const ClaimCut = z.strictObject({ country: z.array(z.string()).default([]), role: z.array(Role).default([]), layer: z.array(Layer).default([]), seniority: z.array(Seniority).default([]) });
export type ClaimCut = z.infer<typeof ClaimCut>;

/** What a posting has to be, to be counted. */
export const What = z.union([
  z.strictObject({ skill: z.string() }),
  z.strictObject({ domain: z.union([Domain, z.literal("any")]) }),
  z.strictObject({ layer: z.array(Layer) }),
  z.strictObject({ seniority: z.array(Seniority) }),
  z.strictObject({ role: z.array(Role) }),
  z.strictObject({ production: z.literal(true) }),
]);
export type What = z.infer<typeof What>;

const namesBy = { region: Region, country: z.string().refine(isCountry), domain: Domain };

/** What comes first, and what after it: those of one step in either order, all that is not named after the last, and what is `aside` anywhere after the first. */
const First = z
  .strictObject({ of: z.literal("first"), in: FirstOf, by: z.enum(["region", "country", "domain"]), expect: z.array(z.array(z.string()).min(1)).min(1), aside: z.array(z.string()).optional(), cut: ClaimCut.prefault({}) })
  .superRefine(({ by, expect, aside = [] }, context) => {
    const named = [...expect.flat(), ...aside];
    for (const [i, name] of named.entries()) {
      if (!namesBy[by].safeParse(name).success) context.addIssue({ code: "custom", message: `${name} is no ${by}` });
      if (named.indexOf(name) < i) context.addIssue({ code: "custom", message: `${name} is named twice` });
    }
  });

/** What is measured for a claim; each `of` has its function in ledger.ts. */
export const Measure = z.discriminatedUnion("of", [
  z.strictObject({ of: z.enum(["pay", "pay-top"]), cut: ClaimCut, kind: z.array(PayKind), currency: z.string() }),
  z.strictObject({ of: z.literal("pay-trend"), cut: ClaimCut }),
  z.strictObject({ of: z.literal("pay-trend-gap"), roles: z.array(Role) }),
  z.strictObject({ of: z.literal("premium-first"), expect: Layer }),
  z.strictObject({ of: z.literal("premium-skills"), skills: z.array(z.string()) }),
  First,
  z.strictObject({ of: z.literal("share"), cut: ClaimCut, what: What, title: z.string().optional() }),
  z.strictObject({ of: z.literal("share-trend"), cut: ClaimCut, what: What }),
  z.strictObject({ of: z.enum(["share-growth", "count-growth"]), cut: ClaimCut, what: What }),
  z.strictObject({ of: z.literal("skill-overlap") }),
  z.strictObject({ of: z.literal("open-past"), days: z.number(), cut: ClaimCut }),
  z.strictObject({ of: z.literal("own"), what: z.string() }),
]);
export type Measure = z.infer<typeof Measure>;

/** The range that the figure must lie in for the claim to hold; null at an end leaves it open. */
export const Range = z.tuple([z.number().nullable(), z.number().nullable()]);
export type Range = z.infer<typeof Range>;

export const Claim = z.strictObject({ id: z.string(), source: z.string(), says: z.string(), measure: Measure.nullable(), range: Range.nullable().default(null), taken_as: z.string().optional() });
export type Claim = z.infer<typeof Claim>;

const Source = z.strictObject({ title: z.string(), publisher: z.string().optional(), date: z.coerce.date().transform((date) => date.toISOString().slice(0, 10)).optional() });
export type Source = z.infer<typeof Source>;

const Ledger = z.strictObject({ sources: z.record(z.string(), Source), claims: z.array(Claim) });
type Ledger = z.infer<typeof Ledger>;

/** By its one ISO code: `isCountry("GB")` → `true`, `isCountry("UK")` → `false` */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && new Intl.Locale(`und-${code}`).region === code;
}

/** The published claims, from data/claims.yaml. */
export function readClaims(text = readFileSync(new URL("data/claims.yaml", packageRoot()), "utf8")): Ledger {
  return Ledger.parse(parse(text));
}
