import { skillVocabulary } from "../reading/readers/skill-vocabulary.ts";
import type { Evidence } from "../terms/evidence.ts";
import type { Reading } from "../terms/reading.ts";
import { listed, sectionOf } from "./quotes.ts";

/** One thing that is asked for: a skill, or one of several. */
export type SkillAsked = { ids: string[]; name: string; evidence: Evidence[] };

type Told = { text: string; reading: Pick<Reading, "skills" | "sections" | "language"> };
type Place = { id: string; start: number; end: number };

/**
 * What a description requires, where "A or B" is one requirement with alternatives: `"Python; PyTorch or TensorFlow"` → Python, and PyTorch or TensorFlow.
 * What is also asked for by itself is no alternative.
 */
export function skillsAsked({ text, reading }: Told): SkillAsked[] {
  const required = reading.skills.filter(({ need }) => need === "required");
  const places: Place[] = required.flatMap(({ id, evidence }) => evidence.map(({ start, end }) => ({ id, start, end }))).toSorted((a, b) => a.start - b.start);
  const groups = rowsOf(text, places).flatMap((row) => choicesIn(text, row, reading.language));
  const alone = new Set(places.filter((place) => sectionOf(reading, place.start) === "requirements" && !groups.some((group) => group.includes(place))).map(({ id }) => id));
  const asked: SkillAsked[] = [];
  const taken = new Set<string>();
  for (const skill of required) {
    if (taken.has(skill.id)) continue;
    const group = alone.has(skill.id) ? undefined : groups.find((choice) => choice.some(({ id }) => id === skill.id) && choice.every(({ id }) => !alone.has(id) && !taken.has(id)));
    const ids = group === undefined ? [skill.id] : [...new Set(group.map(({ id }) => id))];
    for (const id of ids) taken.add(id);
    const members = ids.map((id) => required.find((one) => one.id === id)!);
    asked.push({ ids, name: listed(members.map(({ name }) => name), "or"), evidence: group === undefined ? skill.evidence : members.flatMap(({ evidence }) => evidence).filter(({ start }) => group.some((place) => place.start === start)) });
  }
  return asked;
}

const GAP_UNITS = 24;
const gap = /^["”’)]*\s*(?:[,/|]|,?\s*(?:and\/or|or|oder|ou|of|bzw\.|beziehungsweise|and|und|et|en|&|resp\.))?\s*(?:\(?(?:alternatively|ideally|preferably|even|also|alternativ|idealerweise|sinon|liever)\s)?["“‘(]*$/iu;

/** Places that stand side by side in one enumeration. */
function rowsOf(text: string, places: readonly Place[]): Place[][] {
  const rows: Place[][] = [];
  for (const place of places) {
    const last = rows.at(-1)?.at(-1);
    if (last !== undefined && place.start - last.end <= GAP_UNITS && place.start > last.end && gap.test(text.slice(last.end, place.start))) rows.at(-1)!.push(place);
    else rows.push([place]);
  }
  return rows.filter((row) => row.length > 1);
}

const oneOf = /\b(?:(?:at least |any )?one (?:or more )?of(?: the following| these)?|either|(?:mindestens |wenigstens )?ein(?:e[mnrs]?)? (?:der|von)(?: folgenden)?|entweder|(?:au moins )?l['’]une? (?:des|de)|soit|(?:minimaal |ten minste )?(?:een|één) van(?: de)?)\s*:?\s*[\p{L}\s]{0,40}[:(]?\s*["“(]?$/iu;

/** Of the line before an enumeration so much may say that one of it is enough. */
const LEAD_UNITS = 90;

/** The choices of an enumeration: its members between two "and", joined by "or"; all of it behind "one of". */
function choicesIn(text: string, row: readonly Place[], language: string | null): Place[][] {
  const joints = row.slice(1).map((place, i) => jointOf(text.slice(row[i]!.end, place.start), language));
  const before = text.slice(Math.max(0, row[0]!.start - LEAD_UNITS), row[0]!.start);
  if (!joints.includes("or") && oneOf.test(before.slice(before.lastIndexOf("\n") + 1))) return [[...row]];
  const parts: { places: Place[]; joints: Joint[] }[] = [{ places: [row[0]!], joints: [] }];
  for (const [i, joint] of joints.entries()) {
    if (joint === "and") parts.push({ places: [row[i + 1]!], joints: [] });
    else {
      parts.at(-1)!.places.push(row[i + 1]!);
      parts.at(-1)!.joints.push(joint);
    }
  }
  return parts.flatMap(({ places, joints: own }) => (own.includes("or") ? [places] : slashed(places, own)));
}

type Joint = "or" | "and" | "slash" | "comma";

function jointOf(between: string, language: string | null): Joint {
  // Dutch "of" is "or"; English "of" joins nothing here.
  if (/\b(?:or|oder|ou|bzw\.|beziehungsweise)(?![\p{L}])/iu.test(between) || (language === "nl" && /\bof\b/i.test(between))) return "or";
  if (/\b(?:and|und|et|en)\b|&/i.test(between)) return "and";
  return /[/|]/.test(between) ? "slash" : "comma";
}

/** "PyTorch/TensorFlow": things of one kind side by side are alternatives, "Python/Django" is not. */
function slashed(places: readonly Place[], joints: readonly Joint[]): Place[][] {
  const runs: Place[][] = [[places[0]!]];
  for (const [i, joint] of joints.entries()) {
    const next = places[i + 1]!;
    if (joint === "slash" && groupOf(places[i]!) === groupOf(next)) runs.at(-1)!.push(next);
    else runs.push([next]);
  }
  return runs.filter((run) => run.length > 1);
}

function groupOf({ id }: Place): string | undefined {
  return skillVocabulary().byId.get(id)?.group;
}
