import { type Layer, layers } from "../terms/layer.ts";
import { type Pay, periodsPerYear } from "../terms/pay.ts";
import type { Place } from "../terms/place.ts";
import type { Reading } from "../terms/reading.ts";
import type { Skill } from "../terms/skill.ts";

/** What the store keeps of a reading: values without their evidence, which the same engine finds again in the stored posting. */
export type ReadingRow = {
  engine: string;
  language: string | null;
  role: string | null;
  runnerUp: string | null;
  margin: number;
  confidence: number;
  layer: Layer | null;
  mix: (number | null)[];
  conflation: number | null;
  seniority: string | null;
  workplace: string | null;
  domain: string | null;
  years: number | null;
  degree: string | null;
  production: boolean | null;
  visa: string | null;
  places: Pick<Place, "country" | "region" | "subdivision" | "city">[];
  pay: (Omit<Pay, "evidence"> & { yearly: number | null })[];
  skills: Pick<Skill, "id" | "name" | "need">[];
};

export function readingRow(reading: Reading): ReadingRow {
  const { mix } = reading;
  return {
    engine: reading.engine,
    language: reading.language,
    role: reading.role.value,
    runnerUp: reading.role.runnerUp,
    margin: reading.role.margin,
    confidence: reading.role.confidence,
    layer: reading.layer,
    mix: layers.map((layer) => mix?.[layer] ?? null),
    conflation: reading.conflation,
    seniority: reading.seniority.value,
    workplace: reading.workplace.value,
    domain: reading.domain.value,
    years: reading.years.value,
    degree: reading.degree.value,
    production: reading.production.value,
    visa: reading.visa.value,
    places: reading.places.map(({ country, region, subdivision, city }) => ({ country, region, subdivision, city })),
    pay: reading.pay.map((pay) => ({ min: pay.min, max: pay.max, currency: pay.currency, period: pay.period, kind: pay.kind, place: pay.place, yearly: yearlyOf(pay) })),
    skills: reading.skills.map(({ id, name, need }) => ({ id, name, need })),
  };
}

/**
 * The middle of a range, for a year of full-time work. An open range ("up to", "from") has no middle: null.
 * `yearlyOf({min: 50, max: 70, period: "hour", …})` → `124800`
 */
function yearlyOf(pay: Omit<Pay, "evidence">): number | null {
  return pay.min === null || pay.max === null ? null : ((pay.min + pay.max) / 2) * periodsPerYear[pay.period];
}
