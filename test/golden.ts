import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot } from "../src/lib/package-root.ts";
import { read } from "../src/reading/read.ts";
import { skillVocabulary } from "../src/reading/readers/skill-vocabulary.ts";
import { wordsOf } from "../src/reading/text/words.ts";
import { Degree } from "../src/terms/degree.ts";
import { Domain } from "../src/terms/domain.ts";
import type { FlagId } from "../src/terms/flag.ts";
import { Language } from "../src/terms/language.ts";
import { Layer } from "../src/terms/layer.ts";
import { Pay } from "../src/terms/pay.ts";
import { Posting } from "../src/terms/posting.ts";
import type { Reading } from "../src/terms/reading.ts";
import { Role } from "../src/terms/role.ts";
import { Seniority } from "../src/terms/seniority.ts";
import type { Need } from "../src/terms/skill.ts";
import { Visa } from "../src/terms/visa.ts";
import { Workplace } from "../src/terms/workplace.ts";

const PayFact = Pay.omit({ place: true, evidence: true });

/** What a person found in a posting of data/sample, by the taxonomy. `skills` must be found and may be more; `notSkills` are words of the text that must not be taken for skills. */
export const Facts = z.strictObject({
  id: z.string(),
  role: Role,
  layer: Layer,
  seniority: Seniority,
  workplace: Workplace.nullable(),
  countries: z.array(z.string()),
  pay: z.array(PayFact),
  years: z.number().nullable(),
  degree: Degree.nullable(),
  production: z.boolean(),
  visa: Visa.nullable(),
  domain: Domain.nullable(),
  language: Language,
  skills: z.strictObject({ required: z.array(z.string()), preferred: z.array(z.string()) }),
  notSkills: z.array(z.string()),
  mismatch: z.boolean(),
  conflated: z.boolean(),
});
export type Facts = z.infer<typeof Facts>;

export type Golden = { slug: string; posting: Posting; facts: Facts };

/** One fact that the reader sees otherwise. `field` is unique in a posting: "pay", "skill Python". */
export type Miss = { slug: string; field: string; expected: string; got: string };

// From the package's folder, as the printing script runs bundled, from another place than this file's.
const postingsDir = new URL("data/sample/postings/", packageRoot());
const factsDir = new URL("test/readings/", packageRoot());
const knownFile = new URL("test/readings/known-misses.yaml", packageRoot());

/** The invented postings with their facts, by name. */
export function findGolden(): Golden[] {
  return readdirSync(postingsDir)
    .toSorted()
    .map((file) => ({
      slug: file.replace(".yaml", ""),
      posting: Posting.parse(parse(readFileSync(new URL(file, postingsDir), "utf8"))),
      facts: Facts.parse(parse(readFileSync(new URL(file, factsDir), "utf8"))),
    }));
}

/** Misses that are known, each with its reason: slug → field → reason. */
export function findKnown(): Map<string, Map<string, string>> {
  const known = z.record(z.string(), z.record(z.string(), z.string())).parse(parse(readFileSync(knownFile, "utf8")) ?? {});
  return new Map(Object.entries(known).map(([slug, fields]) => [slug, new Map(Object.entries(fields))]));
}

/** Writes the list of known misses again without those that are no more; comments at its top stay. */
export function pruneKnown(stillMissed: (slug: string, field: string) => boolean): number {
  const lines = readFileSync(knownFile, "utf8").split("\n");
  let slug = "";
  const kept = lines.filter((line) => {
    slug = /^(\S+):$/.exec(line)?.[1] ?? slug;
    const field = /^ {2}(?:"([^"]+)"|([^":]+)): /.exec(line);
    return field === null || stillMissed(slug, (field[1] ?? field[2])!);
  });
  const filled = kept.filter((line, i) => !/^\S+:$/.test(line) || kept[i + 1]?.startsWith("  "));
  writeFileSync(knownFile, filled.join("\n"));
  return lines.length - filled.length;
}

/** Where the reading of a posting differs from its facts, field by field. */
export function findMisses({ slug, posting, facts }: Golden): Miss[] {
  const reading = read(posting);
  const misses: Miss[] = [];
  const compare = (field: string, expected: unknown, got: unknown): void => {
    if (show(expected) !== show(got)) misses.push({ slug, field, expected: show(expected), got: show(got) });
  };
  const flagged = (id: FlagId): boolean => reading.flags.some((flag) => flag.id === id);
  compare("language", facts.language, reading.language);
  compare("role", facts.role, reading.role.value);
  compare("layer", facts.layer, reading.layer);
  compare("mismatch", facts.mismatch, flagged("title-content"));
  compare("conflated", facts.conflated, flagged("conflated"));
  for (const field of ["seniority", "workplace", "years", "degree", "visa", "domain"] as const) compare(field, facts[field], reading[field].value);
  compare("production", facts.production, reading.production.value === true);
  compare("countries", facts.countries.toSorted(), countriesOf(reading));
  compare("pay", facts.pay.map(showPay).toSorted(), reading.pay.map(showPay).toSorted());
  for (const name of facts.skills.required) compare(`skill ${name}`, "required", needOf(reading, name));
  for (const name of facts.skills.preferred) compare(`skill ${name}`, "preferred", orPreferred(needOf(reading, name)));
  for (const word of facts.notSkills) compare(`not a skill: ${word}`, "absent", tagOf(reading, word));
  return misses;
}

function show(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") || "none" : String(value);
}

function showPay({ min, max, currency, period, kind }: z.infer<typeof PayFact>): string {
  return `${min ?? "?"} to ${max ?? "?"} ${currency} a ${period} (${kind})`;
}

function countriesOf(reading: Reading): string[] {
  return [...new Set(reading.places.flatMap((place) => place.country ?? []))].toSorted();
}

/** The need under which a skill was found, by its id: the facts may write a name as the text does. */
function needOf(reading: Reading, name: string): Need | "absent" | "not in the vocabulary" {
  const id = idOf(name);
  if (id === null) return "not in the vocabulary";
  return reading.skills.find((skill) => skill.id === id)?.need ?? "absent";
}

/** The taxonomy knows two needs: what is only described counts with the pluses. */
function orPreferred(need: string): string {
  return need === "mentioned" ? "preferred" : need;
}

function idOf(name: string): string | null {
  const { byName, phrases } = skillVocabulary();
  const words = wordsOf(name).join(" ");
  return byName.get(words) ?? Object.keys(phrases).find((id) => phrases[id]!.some((phrase) => wordsOf(phrase).join(" ") === words))?.replace(/^\?/, "") ?? null;
}

function tagOf(reading: Reading, word: string): string {
  const same = (text: string): boolean => text.toLowerCase() === word.toLowerCase();
  const tag = reading.skills.find((skill) => same(skill.name) || skill.evidence.some((evidence) => same(evidence.text)));
  return tag === undefined ? "absent" : tag.name;
}
