import { likeness } from "./fingerprint.ts";

/** A posting as it is compared with others of its block. `place` is its location, folded. Days count from 1970; `end` is null while it is open. */
export type Member = { key: bigint; text: bigint; sketch: Uint8Array; source: string; department: string | null; place: string | null; start: number; end: number | null };

/** Who looks again after so long starts a new search, also with the words of the old one. */
const longestPause = 180;
/** Texts that are less alike are of two vacancies. Measured on labelled pairs of real postings: docs/decisions/0012-vacancies.md. */
const leastLikeness = 0.75;
/** Who publishes a title twice at one place at one time means two openings, unless the texts differ by no more than a slip. */
const leastLikenessBeside = 0.97;
/** Of 256 bits, 8 by 8: texts with a likeness of 0.75 have one such part in common in 9,999 of 10,000 cases. */
const bandBytes = 1;

/**
 * Which members of one block (same employer, same title) are of one vacancy: for each the number of its component. Members are joined where their texts are the same, or
 * nearly so, and no long pause lies between them; who is joined with one is joined with all that one is joined with. The order of the members does not matter.
 */
export function componentsOf(members: readonly Member[]): number[] {
  const parents = members.map((_, i) => i);
  const find = (i: number): number => {
    while (parents[i] !== i) i = parents[i] = parents[parents[i]!]!;
    return i;
  };
  const join = (a: number, b: number): void => void (parents[find(a)] = find(b));
  joinSameTexts(members, join);
  joinLikeTexts(members, join, find);
  return parents.map((_, i) => find(i));
}

type Join = (a: number, b: number) => void;

/** In the order of time each is joined with those before it, unless the longest of them ended too long ago. */
function joinSameTexts(members: readonly Member[], join: Join): void {
  for (const same of groupedBy(members, (member) => [member.text.toString()])) {
    let last = same[0]!;
    for (const i of same.toSorted((a, b) => members[a]!.start - members[b]!.start).slice(1)) {
      if (near(members[last]!, members[i]!)) join(last, i);
      const [before, now] = [members[last]!.end, members[i]!.end];
      if (!near(members[last]!, members[i]!) || (before !== null && (now === null || now > before))) last = i;
    }
  }
}

function joinLikeTexts(members: readonly Member[], join: Join, find: (i: number) => number): void {
  for (const some of groupedBy(members, bandsOf)) {
    // Copies are joined by their texts already: a thousand of them are not to be looked at pair by pair.
    if (some.every((i) => find(i) === find(some[0]!))) continue;
    for (const [n, a] of some.entries()) {
      for (const b of some.slice(n + 1)) if (find(a) !== find(b) && alike(members[a]!, members[b]!)) join(a, b);
    }
  }
}

/** Whether two postings of one employer and title, whose texts differ, are of one vacancy. */
function alike(a: Member, b: Member): boolean {
  if (!near(a, b)) return false;
  // Two departments that use one template.
  if (a.department !== null && b.department !== null && a.department !== b.department) return false;
  return likeness(a.sketch, b.sketch) >= (isBeside(a, b) ? leastLikenessBeside : leastLikeness);
}

/** Whether two postings stand side by side: on one source, at one place, at one time. */
function isBeside(a: Member, b: Member): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return a.source === b.source && a.place !== null && a.place === b.place && (first.end === null || second.start <= first.end);
}

function near(a: Member, b: Member): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return first.end === null || second.start - first.end <= longestPause;
}

function bandsOf({ sketch }: Member): string[] {
  const bands: string[] = [];
  for (let at = 0; at < sketch.length; at += bandBytes) bands.push(`${at}:${sketch[at]}`);
  return bands;
}

/** Groups of two and more by any of the names that `namesOf` gives. */
function groupedBy(members: readonly Member[], namesOf: (member: Member) => string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, member] of members.entries()) {
    for (const name of namesOf(member)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [i]);
      else group.push(i);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
