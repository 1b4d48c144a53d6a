import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import { makeDocument } from "./layout.ts";
import { readDegree } from "./readers/degree.ts";
import { readDomain } from "./readers/domain.ts";
import { readEnvironment } from "./readers/environment.ts";
import { findFlags } from "./readers/flags.ts";
import { readPay } from "./readers/pay.ts";
import { readPlaces } from "./readers/places.ts";
import { readProduction } from "./readers/production.ts";
import { readSeniority } from "./readers/seniority.ts";
import { readSkills } from "./readers/skills.ts";
import { readVisa } from "./readers/visa.ts";
import { readWorkplace } from "./readers/workplace.ts";
import { readYears } from "./readers/years.ts";
import { readRole } from "./role/role.ts";

/** Changes whenever the same posting may be read differently: stored readings of another engine are read again. */
export const engine = "0.1.2";

/**
 * Reads a posting: what the work is, where, for how much, asking for what; each finding with its evidence.
 * Pure and deterministic: the same posting gives the same reading. Offsets are UTF-16 units into `text`.
 */
export function read(posting: Posting, options: { withText?: boolean } = {}): Reading {
  const doc = makeDocument(posting);
  const places = readPlaces(doc);
  const years = readYears(doc);
  const reading: Omit<Reading, "flags"> = {
    id: posting.id ?? null,
    engine,
    language: doc.language,
    ...readRole(doc),
    seniority: readSeniority(doc, years),
    workplace: readWorkplace(doc, places),
    places,
    pay: readPay(doc, places),
    skills: readSkills(doc),
    domain: readDomain(doc),
    years,
    degree: readDegree(doc),
    production: readProduction(doc),
    visa: readVisa(doc),
    environment: readEnvironment(doc),
    sections: doc.sections,
  };
  return { ...reading, flags: findFlags(doc, reading), ...(options.withText ? { text: doc.text } : {}) };
}
