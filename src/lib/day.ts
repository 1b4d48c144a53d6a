/**
 * The calendar day of a time as postings write it: ISO 8601 (the day as written, whatever its zone) or Unix seconds or milliseconds; null for any other form.
 * `dayOf("2025-10-08T12:52:33.380+00:00")` → `"2025-10-08"` · `dayOf("03/04/2025")` → `null`: nobody can say which month
 */
export function dayOf(time: string | null | undefined): string | null {
  if (!time) return null;
  const written = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(time)?.[1];
  if (written !== undefined) return isDay(written) ? written : null;
  const digits = /^\s*(\d{10}|\d{13})\s*$/.exec(time)?.[1];
  if (digits === undefined) return null;
  return new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of a day that `dayOf` gave. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** `monthNames[Number("2026-11".slice(5)) - 1]` → `"November"` */
export const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
