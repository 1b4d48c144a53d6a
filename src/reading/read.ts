import type { Flag } from "../terms/flag.ts";
import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import type { Document } from "./document.ts";
import { takeBody } from "./kernel.ts";
import { freeDocuments, keepDocument, makeDocument, makeTakenDocument } from "./layout.ts";
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
export const engine = "0.1.47";

export type Options = { withText?: boolean };

/**
 * Reads a posting: what the work is, where, for how much, asking for what; each finding with its evidence.
 * Pure and deterministic: the same posting gives the same reading. Offsets are UTF-16 units into `text`.
 */
export function read(posting: Posting, options: Options = {}): Reading {
  return readDocuments([makeDocument(posting)], options)[0]!;
}

/** Reads a posting that is laid out already, as `read` does. */
export function readDocument(doc: Document, options: Options = {}): Reading {
  return readDocuments([doc], options)[0]!;
}

/** Reads many postings, each as `read` does, in less time. */
export function readAll(postings: readonly Posting[], options: Options = {}): Reading[] {
  const readings: Reading[] = [];
  for (let from = 0; from < postings.length; from += BLOCK) {
    freeDocuments();
    const docs = postings.slice(from, from + BLOCK).map((posting) => keepDocument(makeDocument(posting)));
    readings.push(...readDocuments(docs, options));
  }
  return readings;
}

/**
 * Reads the postings in lines of JSON, each as `read(JSON.parse(line))` does, but takes their descriptions straight from the bytes.
 * `accepts` looks at each posting, whose description is an empty string by then. Null stands for a line that it refuses, or that is not plain (`takeBody`): that is better parsed.
 */
export function readLines(lines: readonly Uint8Array[], accepts: (value: unknown) => value is Posting, options: Options = {}): (Reading | null)[] {
  const readings: (Reading | null)[] = [];
  for (let from = 0; from < lines.length; from += BLOCK) {
    freeDocuments();
    const docs = lines.slice(from, from + BLOCK).map((line) => documentIn(line, accepts));
    const found = readDocuments(docs.filter((doc) => doc !== null), options);
    let next = 0;
    for (const doc of docs) readings.push(doc === null ? null : found[next++]!);
  }
  return readings;
}

/**
 * Postings read side by side: each reader goes over all of them before the next, so that its code and tables are at hand for all but the first.
 * Chosen of 4 to 128: with more, the collector of garbage meets more of them alive.
 */
const BLOCK = 32;

function documentIn(line: Uint8Array, accepts: (value: unknown) => value is Posting): Document | null {
  const rest = takeBody(line);
  const posting = rest === null ? null : parsed(rest);
  return accepts(posting) && isTaken(posting) ? keepDocument(makeTakenDocument(posting)) : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Whether the empty string in place of the description that `takeBody` took is all that the posting says of one: another may have its name in escapes. */
function isTaken({ description_html: html, description_text: text }: Posting): boolean {
  return !html && !text && (html === "" || text === "");
}

function readDocuments(docs: readonly Document[], { withText = false }: Options): Reading[] {
  const places = docs.map((doc) => readPlaces(doc));
  const years = docs.map((doc) => readYears(doc));
  const roles = docs.map((doc) => readRole(doc));
  const seniority = docs.map((doc, i) => readSeniority(doc, years[i]!));
  const workplace = docs.map((doc, i) => readWorkplace(doc, places[i]!));
  const pay = docs.map((doc, i) => readPay(doc, places[i]!));
  const skills = docs.map((doc) => readSkills(doc));
  const domain = docs.map((doc, i) => readDomain(doc, roles[i]!.role.value));
  const degree = docs.map((doc) => readDegree(doc));
  const production = docs.map((doc) => readProduction(doc));
  const visa = docs.map((doc) => readVisa(doc));
  const environment = docs.map((doc) => readEnvironment(doc));
  return docs.map((doc, i) => {
    const { role, layer, mix, conflation, sentences } = roles[i]!;
    const reading: Reading = {
      id: doc.posting.id ?? null,
      engine,
      language: doc.language,
      role,
      layer,
      mix,
      conflation,
      sentences,
      seniority: seniority[i]!,
      workplace: workplace[i]!,
      places: places[i]!,
      pay: pay[i]!,
      skills: skills[i]!,
      domain: domain[i]!,
      years: years[i]!,
      degree: degree[i]!,
      production: production[i]!,
      visa: visa[i]!,
      environment: environment[i]!,
      sections: doc.sections,
      flags: none,
    };
    reading.flags = findFlags(doc, reading);
    if (withText) reading.text = doc.text;
    return reading;
  });
}

/** In place of the flags until they are found from all the rest. */
const none: Flag[] = [];
