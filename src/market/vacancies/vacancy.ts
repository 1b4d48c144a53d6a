/** A vacancy as its postings' readings carry it: `vacancy` is the key of the posting that stands for it. Days count from 1970. */
export type Vacancy = { vacancy: bigint; opened: number | null; firstSeen: number; lastSeen: number; ended: number | null };

export function isSameVacancy(a: Vacancy, b: Vacancy): boolean {
  return a.vacancy === b.vacancy && a.opened === b.opened && a.firstSeen === b.firstSeen && a.lastSeen === b.lastSeen && a.ended === b.ended;
}
