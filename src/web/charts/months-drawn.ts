/** Of fewer vacancies in a month its shares are no strata: one more moves a layer by a tenth. */
export const fewestOfMonth = 10;

type OfMonth = { month: string; n: number };

/** The months whose shares are drawn, first to last: none at either end that has too few vacancies, where strata, which have no intervals, would jump; nor any where that leaves one month, or where half have too few. As curves of time open end where few are watched. */
export function monthsDrawn(rows: readonly OfMonth[]): string[] {
  const sizes = new Map<string, number>();
  for (const { month, n } of rows) sizes.set(month, (sizes.get(month) ?? 0) + n);
  const months = [...sizes.keys()].toSorted();
  const isFull = (month: string): boolean => sizes.get(month)! >= fewestOfMonth;
  const drawn = months.slice(months.findIndex(isFull), months.findLastIndex(isFull) + 1);
  return drawn.length < 2 || months.filter(isFull).length < months.length / 2 ? [] : drawn;
}
