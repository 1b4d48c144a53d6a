import { z } from "zod";
import { Evidence } from "./evidence.ts";

export const Region = z.enum(["us", "uk", "europe", "uae", "apac", "other"]);
export type Region = z.infer<typeof Region>;

/** What people call them. */
export const regionNames: Record<Region, string> = { us: "United States", uk: "United Kingdom", europe: "Europe", uae: "United Arab Emirates", apac: "Asia-Pacific", other: "Elsewhere" };

/** A place the posting offers: ISO 3166-1 alpha-2 country, region, ISO 3166-2 subdivision, city. A part that is not said or not certain is null. */
export const Place = z.object({
  country: z.string().nullable(),
  region: Region.nullable(),
  subdivision: z.string().nullable(),
  city: z.string().nullable(),
  evidence: z.array(Evidence),
});
export type Place = z.infer<typeof Place>;

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** What is no code stays as it is. `countryName("GB")` → `"United Kingdom"` */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code;
}

/** EU, EEA and Switzerland. */
const europe = "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
const apac = "AU BD BN BT CK CN FJ FM HK ID IN JP KH KI KR LA LK MH MM MN MO MV MY NP NR NU NZ PG PH PK PW SB SG TH TL TO TV TW VN VU WS";

/** `regionOf("DE")` → `"europe"` */
export function regionOf(country: string): Region {
  if (country === "US") return "us";
  if (country === "GB") return "uk";
  if (country === "AE") return "uae";
  return europe.includes(country) ? "europe" : apac.includes(country) ? "apac" : "other";
}
