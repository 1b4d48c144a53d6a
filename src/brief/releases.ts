import table from "../../data/releases.json" with { type: "json" };

/** A technology and when anybody could first use it, as precise as its source: a year, a month or a day. */
export type Release = { name: string; released: string; what: string; source: { title: string; url: string } };
type Entry = Release & { phrases: string[]; except: string[] };

export const releases: Record<string, Entry> = table.technologies;

export function releaseOf(id: string): Release {
  return releases[id]!;
}
