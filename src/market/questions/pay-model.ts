import type { Case } from "../statistics/regression.ts";
import { indexOf } from "./pay-cells.ts";
import type { PayPosting } from "./pay-postings.ts";

/** What explains pay beside the skills: each splits the postings into levels. */
export type Factor = "role" | "layer" | "seniority" | "country" | "region" | "domain" | "kind";

/** A level of fewer postings or employers than this is put with the others of its kind: its effect would be one firm's habit. */
export const fewestPostings = 10;
export const fewestEmployers = 5;

/** Why something is not among the columns: too few name it, or it says what others say already. */
export type Dropped = { name: string; why: "rare" | "collinear" };

export type Design = { cases: Case[]; names: string[]; references: Record<string, string>; dropped: Dropped[] };

/** Columns for the levels of each factor, for the skills most named, and for time where `overTime` says so. The most frequent level is what the others are compared with. */
export function designOf(postings: readonly PayPosting[], factors: readonly Factor[], { skills = [], mostSkills = 0, overTime = false }: { skills?: readonly string[]; mostSkills?: number; overTime?: boolean } = {}): Design {
  const names: string[] = overTime ? ["a year"] : [];
  const dropped: Dropped[] = [];
  const references: Record<string, string> = {};
  const levels = new Map<Factor, Map<string, string | null>>();
  for (const factor of factors) {
    const support = supportOf(postings, (posting) => [posting[factor]]);
    const known = [...support].filter(([, one]) => isEnough(one)).toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1));
    const reference = known[0]?.[0];
    if (reference === undefined) continue;
    references[factor] = reference;
    const rare = [...support].filter(([, one]) => !isEnough(one)).map(([level]) => level);
    dropped.push(...rare.toSorted().map((level): Dropped => ({ name: `${factor}: ${level}`, why: "rare" })));
    const others = known.slice(1).map(([level]) => level);
    names.push(...others.map((level) => `${factor}: ${level}`));
    if (rare.length > 0) names.push(`${factor}: others`);
    levels.set(factor, new Map([...support.keys()].map((level) => [level, level === reference ? null : `${factor}: ${rare.includes(level) ? "others" : level}`])));
  }
  const chosen = skillsOf(postings, skills, mostSkills, dropped);
  names.push(...chosen.map((skill) => `skill: ${skill}`));
  const place = new Map(names.map((name, i) => [name, i + 1]));
  const employers = indexOf(postings.map((posting) => posting.employer));
  const cases = postings.map((posting): Case => {
    const columns = [...levels].flatMap(([factor, of]) => of.get(posting[factor]) ?? []);
    const own = posting.skills.map((skill) => `skill: ${skill}`);
    const x = [...columns, ...own].flatMap((name) => (place.has(name) ? [[place.get(name)!, 1] as const] : []));
    return { y: Math.log(posting.yearly), employer: employers.get(posting.employer)!, x: overTime ? [[1, posting.years!] as const, ...x] : x };
  });
  return { cases, names, references, dropped };
}

type Support = { n: number; employers: Set<string> };

function supportOf(postings: readonly PayPosting[], of: (posting: PayPosting) => readonly string[]): Map<string, Support> {
  const support = new Map<string, Support>();
  for (const posting of postings) {
    for (const name of of(posting)) {
      const one = support.get(name) ?? { n: 0, employers: new Set() };
      one.n++;
      // Postings that name no employer may all be of one: they vouch for no other.
      if (posting.employer !== null) one.employers.add(posting.employer);
      support.set(name, one);
    }
  }
  return support;
}

function isEnough({ n, employers }: Support): boolean {
  return n >= fewestPostings && employers.size >= fewestEmployers;
}

/** Those asked for, then the most named; a skill that is too rare, or in all but too few postings, is none. */
function skillsOf(postings: readonly PayPosting[], asked: readonly string[], most: number, dropped: Dropped[]): string[] {
  const support = supportOf(postings, (posting) => posting.skills);
  const enough = [...support].filter(([, one]) => isEnough(one) && postings.length - one.n >= fewestPostings).toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1)).map(([name]) => name);
  for (const name of asked) if (!enough.includes(name)) dropped.push({ name: `skill: ${name}`, why: "rare" });
  return [...new Set([...asked.filter((name) => enough.includes(name)), ...enough.slice(0, most)])];
}
