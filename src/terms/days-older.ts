/** How far exchange rates lie behind what they convert. `daysOlder(1)` → `"1 day older than the newest vacancy"` */
export function daysOlder(days: number): string {
  return `${days.toLocaleString("en-US")} ${days === 1 ? "day" : "days"} older than the newest vacancy`;
}
