import { monthOf } from "../../figures.ts";
import { filterWords } from "../../words/filters.ts";

/** First days of the market's months, newest first, at most two years of them; a day from the address that is none of them as it is. */
export function monthsBetween(first: string | null, last: string | null, chosen?: string): [day: string, name: string][] {
  const months: [string, string][] = [];
  if (first !== null && last !== null) {
    let [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
    for (let i = 0; i < 24; i++) {
      const day = `${year}-${String(month).padStart(2, "0")}-01`;
      if (day.slice(0, 7) < first.slice(0, 7)) break;
      months.push([day, filterWords.sinceMonth(monthOf(day))]);
      [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    }
  }
  return chosen === undefined || months.some(([day]) => day === chosen) ? months : [...months, [chosen, filterWords.sinceMonth(chosen)]];
}
