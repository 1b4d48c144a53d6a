import { dayNumber } from "../../lib/day.ts";
import type { Random } from "../../lib/random.ts";

/** The fourteen months of the invented market, by their first days; it ends on `lastDay`. */
export const months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"] as const;
export const lastDay = "2026-10-31";

/** Hiring rests in December and in summer and comes back after each. */
const seasons = [1.1, 1.05, 0.95, 0.65, 1.15, 1.05, 1.05, 1, 1, 0.95, 0.85, 0.8, 1.1, 1.1];

/** Of the postings that fill a place once; the others stand as long as the employer grows. */
const evergreen = 0.24;
/** The lowest of days that a posting stands. */
const fewestDays = 4;

/** How much is posted in a month, against the others, where it grows by `trend` over all of them. */
export function volumeIn(month: number, trend: number): number {
  return seasons[month]! * trend ** (month / (months.length - 1));
}

/** A day of a month; few are of a weekend. */
export function dayIn(month: number, random: Random): string {
  const year = Number(months[month]!.slice(0, 4));
  const days = new Date(Date.UTC(year, Number(months[month]!.slice(5)), 0)).getUTCDate();
  for (;;) {
    const day = `${months[month]}-${String(random.whole(1, days)).padStart(2, "0")}`;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if ((weekday !== 0 && weekday !== 6) || random.chance(0.15)) return day;
  }
}

/** When a posting is closed: days are log-normal around `median`, as times to fill a place are; null where that is later than the market's last day, or where it never is. */
export function closingDay(posted: string, median: number, random: Random): string | null {
  if (random.chance(evergreen)) return null;
  const closed = later(posted, Math.max(fewestDays, Math.round(median * Math.exp(0.7 * random.normal()))));
  return closed > lastDay ? null : closed;
}

/** The day so many days later. */
export function later(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}
