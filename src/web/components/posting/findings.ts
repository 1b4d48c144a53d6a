import { layers, type MixLayer } from "../../../terms/layer.ts";
import { levelBasis, levelSays } from "../../../brief/level.ts";
import type { Evidence } from "../../../terms/evidence.ts";
import { countryName, type Place } from "../../../terms/place.ts";
import type { Reading } from "../../../terms/reading.ts";
import type { Need } from "../../../terms/skill.ts";
import { payRange } from "../../figures.ts";
import { degreeNames, domainNames, environmentNames, flagNames, languageName, layerNames, needNames, seniorityNames, visaNames, workplaceNames } from "../../words.ts";

/** How a finding's words are marked in the text. */
export type MarkStyle = { layer: MixLayer } | { fact: Need | "stated" | "flag" };

/** One line of the findings beside the text. `confidence` and `because` are null where a reader gives none. */
export type Finding = {
  id: string;
  name: string;
  value: string;
  style: MarkStyle;
  confidence: number | null;
  because: string | null;
  evidence: Evidence[];
};

export type FindingGroup = { id: string; heading: string; findings: Finding[] };

/** What a reading found, in the order people ask: what is wrong, what the work is, its terms, skills, surroundings. */
export function groupFindings(reading: Reading): FindingGroup[] {
  const groups = [
    { id: "flags", heading: "Worth a second look", findings: flags(reading) },
    { id: "work", heading: "The work, by layer", findings: work(reading) },
    { id: "terms", heading: "Terms", findings: terms(reading) },
    { id: "skills", heading: "Skills", findings: skills(reading) },
    { id: "environment", heading: "Technical environment", findings: environment(reading) },
  ];
  return groups.filter((group) => group.findings.length > 0);
}

/** Names of what the posting does not say. */
export function notStated(reading: Reading): string[] {
  const single = singles(reading).filter(([, finding, value]) => finding.value === null || value === "").map(([name]) => name.toLowerCase());
  return [...(reading.places.length === 0 ? ["place"] : []), ...(reading.pay.length === 0 ? ["pay"] : []), ...single];
}

function flags(reading: Reading): Finding[] {
  return reading.flags.map((flag) => ({
    id: `flag-${flag.id}`,
    name: flagNames[flag.id],
    value: "",
    style: { fact: "flag" },
    confidence: null,
    because: flag.because,
    evidence: flag.evidence,
  }));
}

type Stated = { value: unknown; confidence: number | null; because: string; evidence: Evidence[] };

function singles(reading: Reading): [name: string, finding: Stated, value: string][] {
  const { seniority, workplace, years, degree, production, visa, domain } = reading;
  return [
    ["Seniority", levelBasis(reading) === "none" ? { ...seniority, confidence: null } : seniority, levelSays(reading, (level) => seniorityNames[level]) ?? ""],
    ["Workplace", workplace, workplace.value === null ? "" : workplaceNames[workplace.value]],
    ["Years", years, years.value === null ? "" : `${years.value}+`],
    ["Degree", degree, degree.value === null ? "" : degreeNames[degree.value]],
    ["Production", production, production.value === null ? "" : production.value ? "Asked for" : "Not asked for"],
    ["Visa", visa, visa.value === null ? "" : visaNames[visa.value]],
    ["Domain", domain, domain.value === null ? "" : domainNames[domain.value]],
  ];
}

function terms(reading: Reading): Finding[] {
  const pay = reading.pay.map((range, i) => fact(`pay-${i}`, range.place === null ? "Pay" : `Pay, ${range.place}`, payRange(range), range.evidence));
  const places = reading.places.map((place, i) => fact(`place-${i}`, "Place", placeName(place), place.evidence));
  const stated = singles(reading)
    .filter(([, finding, value]) => finding.value !== null && value !== "")
    .map(([name, finding, value]) => ({ ...fact(name.toLowerCase(), name, value, finding.evidence), confidence: finding.confidence, because: finding.because }));
  const language = reading.language === null ? [] : [fact("language", "Language", languageName(reading.language), [])];
  return [...pay, ...places, ...stated, ...language];
}

function skills(reading: Reading): Finding[] {
  const order: Need[] = ["required", "preferred", "mentioned"];
  return reading.skills
    .toSorted((a, b) => order.indexOf(a.need) - order.indexOf(b.need))
    .map((skill) => ({ id: `skill-${skill.id}`, name: skill.name, value: needNames[skill.need], style: { fact: skill.need }, confidence: null, because: null, evidence: skill.evidence }));
}

function environment(reading: Reading): Finding[] {
  return reading.environment.map((part, i) => fact(`environment-${i}`, environmentNames[part.what], "", part.evidence));
}

function work(reading: Reading): Finding[] {
  return layers
    .map((layer) => ({ layer, evidence: reading.sentences.filter((sentence) => sentence.layer === layer).map((sentence) => sentence.evidence) }))
    .filter(({ evidence }) => evidence.length > 0)
    .map(({ layer, evidence }) => ({ id: `work-${layer}`, name: layerNames[layer], value: "", style: { layer }, confidence: null, because: null, evidence }));
}

function fact(id: string, name: string, value: string, evidence: Evidence[]): Finding {
  return { id, name, value, style: { fact: "stated" }, confidence: null, because: null, evidence };
}

export function placeName(place: Place): string {
  // ISO 3166-2 without its country: "US-CA" → "CA".
  const subdivision = place.subdivision?.slice(3) ?? null;
  const parts = [place.city, place.city === null ? subdivision : null, place.country === null ? null : countryName(place.country)];
  return parts.filter((part) => part !== null).join(", ") || (place.region === null ? "somewhere" : place.region);
}
