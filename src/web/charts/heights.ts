// Apart from the charts that draw as high, since those come with Plot: a page keeps their room before it is loaded.

/** A pay band: its head, a row a point, the scale. */
export function bandHeight(points: number): number {
  return bandHeadPx + points * 28 + 30;
}

/** What stands above a pay band: the name of what is stated. */
export const bandHeadPx = 20;

/** Strips of pay, a row a group. */
export function bandsHeight(groups: number): number {
  return groups * 30 + 40;
}

/** Effects, a row each. */
export function forestHeight(effects: number): number {
  return effects * 24 + 34;
}

/** Lines over time: vacancies by month, and how many are still open. */
export const lineHeight = 210;
