import buzzwords from "../../data/vocabulary/buzzwords.json" with { type: "json" };
import exclusions from "../../data/vocabulary/exclusions.json" with { type: "json" };
import payWords from "../../data/vocabulary/pay-words.json" with { type: "json" };
import { findDenied } from "../reading/readers/denied.ts";
import type { ReadLanguage } from "../terms/language.ts";
import { grouped } from "../lib/grouped.ts";
import { releases } from "./releases.ts";
import { asksNobody, isOfPeople } from "./asks-nobody.ts";
import { makePhrases, withSets, type PhraseHit, type PhraseLists, type Sets } from "./phrases.ts";

/** What to say in place of a word, in each language that is read: a finding tells it in English, the cleaner description in its own. */
type Instead = Record<ReadLanguage, string>;
type Entry = { instead?: Instead; phrases: string[]; ofPeople?: string[]; except: string[] };

/** Each list with, beside it, the longer phrases in which its words mean something else, and those that count of people only: "buzzwords", "not buzzwords" and "buzzwords of people". */
function listsOf(name: string, entries: Record<string, Entry>, sets: Sets = {}): PhraseLists {
  const of = (key: "phrases" | "ofPeople" | "except"): Record<string, string[]> => Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, (entry[key] ?? []).map((phrase) => withSets(phrase, sets))]));
  return { [name]: of("phrases"), [`${name} of people`]: of("ofPeople"), [`not ${name}`]: of("except") };
}

let finder: ((text: string) => PhraseHit[]) | null = null;

/** What the brief's own lists find in a text, by list; what stands in an exception is left out, and what nobody is asked to be or to send: "we don't want rockstars", "no photo". */
export function findPhrases(text: string): Map<string, PhraseHit[]> {
  finder ??= makePhrases({ ...listsOf("buzzwords", buzzwords.words, buzzwords.sets), ...listsOf("exclusions", exclusions.words), ...listsOf("pay", payWords.words), ...listsOf("releases", releases) });
  const byList = grouped(finder(text), (hit) => hit.list);
  const bare = touchingNone((byList.get("exclusions of people") ?? []).filter((hit) => isOfPeople(text, hit)), byList.get("exclusions") ?? []);
  byList.set("exclusions", [...(byList.get("exclusions") ?? []), ...bare].toSorted((a, b) => a.start - b.start));
  // "GPT-4" is not GPT at large, and a release of its own.
  for (const name of ["buzzwords", "exclusions", "pay", "releases"]) {
    const hits = byList.get(name) ?? [];
    const not = grouped(byList.get(`not ${name}`) ?? [], ({ id }) => id);
    const excepted = new Set([...not].flatMap(([id, others]) => touching(name === "releases" ? hits.filter((hit) => hit.id === id) : hits, others)));
    byList.set(name, hits.filter((hit) => !excepted.has(hit)));
  }
  for (const name of ["buzzwords", "exclusions"]) {
    const words = byList.get(name)!;
    const denied = findDenied(text, words);
    byList.set(name, words.filter((_, i) => !denied[i]));
  }
  byList.set("exclusions", withinNone(byList.get("exclusions")!.filter((hit) => !asksNobody(text, hit))));
  byList.set("pay", byList.get("pay")!.filter((hit) => hit.id !== "history" || !asksNobody(text, hit)));
  return byList;
}

/** Those hits that touch one of the others. Both stand in the order of the text, and the others apart from one another, as those of one id do. */
function touching(hits: readonly PhraseHit[], others: readonly PhraseHit[]): PhraseHit[] {
  let next = 0;
  return hits.filter(({ start, end }) => {
    while (next < others.length && others[next]!.end <= start) next++;
    return next < others.length && others[next]!.start < end;
  });
}

function touchingNone(hits: readonly PhraseHit[], others: readonly PhraseHit[]): PhraseHit[] {
  const touched = new Set(touching(hits, others));
  return hits.filter((hit) => !touched.has(hit));
}

/** Hits that lie within no longer one: "pregnant women need not apply" says nothing of women at large. */
function withinNone(hits: readonly PhraseHit[]): PhraseHit[] {
  let widest: PhraseHit | null = null;
  return hits.toSorted((a, b) => a.start - b.start || b.end - a.end).filter((hit) => {
    if (widest !== null && hit.end <= widest.end && (hit.start > widest.start || hit.end < widest.end)) return false;
    widest = hit;
    return true;
  });
}

/** What to say in place of a buzzword. */
export function insteadOf(id: string, language: ReadLanguage = "en"): string {
  return buzzwords.words[id as keyof typeof buzzwords.words].instead[language];
}

export type Exclusion = keyof typeof exclusions.words;
export const exclusionIds = Object.keys(exclusions.words) as Exclusion[];

/** What to ask for in place of what shuts people out. */
export function insteadOfExclusion(id: Exclusion, language: ReadLanguage = "en"): string {
  return exclusions.words[id].instead[language];
}

/** What to ask in place of what somebody earned before. */
export function insteadOfHistory(language: ReadLanguage = "en"): string {
  return payWords.words.history.instead[language];
}
