import { Layer } from "../terms/layer.ts";
import { Region } from "../terms/place.ts";
import { Seniority } from "../terms/seniority.ts";

/** What narrows a page, as it stands in its address. */
export type Filters = { region?: Region; country?: string; layer?: Layer; seniority?: Seniority; since?: string };

/** Reads filters from an address; what is not one is left out, so that an old or mistyped address still opens. */
export function readFilters(search: Record<string, unknown>): Filters {
  const { region, country, layer, seniority, since } = search;
  return {
    region: Region.safeParse(region).data,
    country: typeof country === "string" && /^[A-Z]{2}$/.test(country) ? country : undefined,
    layer: Layer.safeParse(layer).data,
    seniority: Seniority.safeParse(seniority).data,
    since: typeof since === "string" && /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : undefined,
  };
}

/** Whether anything is narrowed. */
export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
