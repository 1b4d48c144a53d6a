import type { Flag } from "../terms/flag.ts";
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
export const engine = "0.1.4";

/**
 * Reads a posting: what the work is, where, for how much, asking for what; each finding with its evidence.
 * Pure and deterministic: the same posting gives the same reading. Offsets are UTF-16 units into `text`.
 */
export function read(posting: Posting, options: { withText?: boolean } = {}): Reading {
  const doc = makeDocument(posting);
  const places = readPlaces(doc);
  const years = readYears(doc);
  const { role, layer, mix, conflation, sentences } = readRole(doc);
  const reading: Reading = {
    id: posting.id ?? null,
    engine,
    language: doc.language,
    role,
    layer,
    mix,
    conflation,
    sentences,
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
    flags: none,
  };
  reading.flags = findFlags(doc, reading);
  if (options.withText) reading.text = doc.text;
  return reading;
}

/** In place of the flags until they are found from all the rest. */
const none: Flag[] = [];
