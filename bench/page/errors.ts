import { makeDocument } from "../../src/reading/layout.ts";
import { read } from "../../src/reading/read.ts";
import { featureText } from "../../src/reading/role/feature-text.ts";
import { roleModel } from "../../src/reading/role/model.ts";
import { featuresOf } from "../../src/reading/role/score.ts";
import { ROW, weightRows } from "../../src/reading/role/tables.ts";
import type { Posting } from "../../src/terms/posting.ts";
import type { Reading } from "../../src/terms/reading.ts";
import { roles, type Role } from "../../src/terms/role.ts";
import { judge, labels, postings, type Label } from "../development.ts";

export type Score = { name: string; value: number; low: number; high: number; n: number | null };

/** A feature of one posting: its value, and what it adds (value × weight) to the role that was read and to the label's. */
export type Decider = { feature: string; value: number; read: number; labelled: number };

export type WrongRole = { posting: Posting; reading: Reading; label: Label; deciders: Decider[] };

export type WrongField = { field: string; id: string; title: string; wanted: string; got: string; because: string; quotes: string[] };

export type Development = { scores: Score[]; pairs: { label: Label; reading: Reading }[]; wrongRoles: WrongRole[]; wrongFields: WrongField[] };

const fields = ["seniority", "workplace", "domain", "years", "degree", "production", "visa", "countries", "pay"] as const;

/** Features shown of each wrong role: those that most favour it, and those that most favour the label's. */
const DECIDERS = 6;

/** The readings of the development set beside its labels, and all that is wrong in them. */
export function judgeDevelopment(): Development {
  const byId = new Map(labels().map((label) => [label.id, label]));
  const all = postings().map((posting) => ({ posting, reading: read(posting), label: byId.get(posting.id!)! }));
  const readings = all.map(({ reading }) => reading);
  const wrong = all.filter(({ reading, label }) => !isRight(reading, label));
  return {
    scores: scoresOf(readings),
    pairs: all,
    wrongRoles: wrong.map((one) => ({ ...one, deciders: one.reading.role.value === null ? [] : decidersOf(one.posting, one.reading.role.value, one.label.role) })),
    wrongFields: fields.flatMap((field) => wrongIn(field, readings, new Map(all.map(({ posting }) => [posting.id!, posting])))),
  };
}

export function isRight({ role }: Reading, label: Label): boolean {
  return role.value === label.role || (label.also?.role !== undefined && role.value === label.also.role);
}

function scoresOf(readings: readonly Reading[]): Score[] {
  const scores = JSON.parse(judge(readings, ["--json"]).stdout) as Record<string, Omit<Score, "n">>;
  const gold = labels();
  const stated = gold.filter(({ pay }) => pay.length > 0).length;
  const counts: Record<string, number | null> = {
    "pay, postings that state it": stated,
    "false pay": gold.length - stated,
    "mix overlap": gold.filter(({ mix }) => mix !== null).length,
    "skill recall": gold.reduce((sum, { skills }) => sum + skills.filter(({ both }) => both !== false).length, 0),
    "skill precision": readings.reduce((sum, { skills }) => sum + skills.length, 0),
    // Of the skills that both name: the judge does not say how many.
    "skill required/not": null,
  };
  return Object.values(scores).map((score) => ({ ...score, n: score.name in counts ? counts[score.name]! : gold.length }));
}

const weights = weightRows();

function decidersOf(posting: Posting, chosen: Role, labelled: Role): Decider[] {
  const { names } = roleModel();
  const own = numberOf(chosen), theirs = numberOf(labelled);
  const all = featuresOf(makeDocument(posting)).map(({ feature, value }) => ({
    feature: featureText(names[feature]!),
    value,
    read: (value * weights[feature * ROW + own]!) / 100,
    labelled: (value * weights[feature * ROW + theirs]!) / 100,
  }));
  const sorted = all.toSorted((a, b) => b.read - b.labelled - (a.read - a.labelled));
  return sorted.length <= 2 * DECIDERS ? sorted : [...sorted.slice(0, DECIDERS), ...sorted.slice(-DECIDERS)];
}

function numberOf(id: Role): number {
  return roles.findIndex((role) => role.id === id);
}

/** The judge names each wrong posting of a field on a line: `ID wanted LABEL got READING`. */
function wrongIn(field: (typeof fields)[number], readings: readonly Reading[], byId: ReadonlyMap<string, Posting>): WrongField[] {
  const lines = judge(readings, ["--errors", field]).stdout.split("\n");
  return lines.flatMap((line) => {
    const [, id, wanted, got] = /^(\S+) wanted (.*) got (.*)$/.exec(line) ?? [];
    const reading = readings.find((one) => one.id === id);
    if (id === undefined || reading === undefined) return [];
    return [{ field, id, title: byId.get(id)?.title ?? "", wanted: wanted!, got: got!, ...saidOf(field, reading) }];
  });
}

function saidOf(field: (typeof fields)[number], reading: Reading): { because: string; quotes: string[] } {
  if (field === "countries") return { because: "", quotes: reading.places.flatMap(({ evidence }) => evidence.map(({ text }) => text)) };
  if (field === "pay") return { because: "", quotes: reading.pay.flatMap(({ evidence }) => evidence.map(({ text }) => text)) };
  const { because, evidence } = reading[field];
  return { because, quotes: evidence.map(({ text }) => text) };
}
