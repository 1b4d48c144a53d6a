import { date } from "./figures.ts";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always", style: "short" });
const units = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]] as const;
/** Farther away a day is told by its date. */
const farMs = 14 * 86_400_000;

/** How far a moment is away, in its largest unit. `ago("2026-10-01T08:00:00Z", Date.parse("2026-10-01T10:30:00Z"))` → `"3 hr. ago"` */
export function ago(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  if (Number.isNaN(ms) || Math.abs(ms) > farMs) return date(iso);
  const [unit, size] = units.find(([, one]) => Math.abs(ms) >= one) ?? [null, 1];
  return unit === null ? (ms > 0 ? "in under a minute" : "just now") : relative.format(Math.round(ms / size), unit);
}

const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** `moment("2026-10-01T08:00:00Z")` → `"1 Oct 2026, 08:00 UTC"` */
export function moment(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : `${exact.format(at)} UTC`;
}

/** What is left of work of which `done` of `all` took `ms`; null where too little is done to tell. `timeLeft(10, 40, 20_000)` → `"1 min"` */
export function timeLeft(done: number, all: number, ms: number): string | null {
  if (done < 3) return null;
  const left = ((all - done) * ms) / done;
  return left < 50_000 ? `${Math.max(5, Math.ceil(left / 5000) * 5)} s` : `${Math.round(left / 60_000)} min`;
}
