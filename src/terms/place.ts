import { z } from "zod";
import { Evidence } from "./evidence.ts";

export const Region = z.enum(["us", "uk", "europe", "uae", "apac", "other"]);
export type Region = z.infer<typeof Region>;

/** A place the posting offers: ISO 3166-1 alpha-2 country, region, ISO 3166-2 subdivision, city. A part that is not said or not certain is null. */
export const Place = z.object({
  country: z.string().nullable(),
  region: Region.nullable(),
  subdivision: z.string().nullable(),
  city: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type Place = z.infer<typeof Place>;
