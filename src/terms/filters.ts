import { z } from "zod";
import { dayOf } from "../lib/day.ts";
import { Country } from "./country.ts";
import { Domain } from "./domain.ts";
import { Layer } from "./layer.ts";
import { Region } from "./place.ts";
import { Role } from "./role.ts";
import { Seniority } from "./seniority.ts";
import { Workplace } from "./workplace.ts";

/** "a,b" or a list of such → a list without blanks and repeats. */
export function listOf<T extends z.ZodType<string>>(one: T) {
  return z.preprocess(split, z.array(one).max(100)).transform((list) => [...new Set(list)]);
}

/** "a,b", or a list of such, in parts. */
export function split(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => (typeof part === "string" ? part.split(",").map((word) => word.trim()) : [part]));
  return parts.filter((part) => part !== "");
}

/** ISO 4217, as the runtime knows it. */
const currencies = new Set(Intl.supportedValuesOf("currency"));
export const Currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "a currency is three letters, as in USD or EUR")
  .transform((code) => code.toUpperCase())
  .refine((code) => currencies.has(code), { error: ({ input }) => `there is no currency ${String(input)}; its code is three letters of ISO 4217, as in USD or EUR` });
const Words = z.string().trim().min(1).max(200);
const Day = z.string().refine((text) => dayOf(text) === text, { error: ({ input }) => `no day is written ${JSON.stringify(String(input).slice(0, 40))}; write it as in 2025-10-31` });

/** What narrows the market, under the names it has on the command line, in the API and in a page's address; what is empty or null does not narrow it. */
export const Filters = z.object({
  region: listOf(Region),
  country: listOf(Country),
  city: listOf(Words),
  role: listOf(Role),
  layer: listOf(Layer),
  seniority: listOf(Seniority),
  domain: listOf(Domain),
  workplace: listOf(Workplace),
  employer: listOf(Words),
  skill: listOf(Words),
  title: Words.nullish().transform((words) => words ?? null),
  since: Day.nullish().transform((day) => day ?? null),
  until: Day.nullish().transform((day) => day ?? null),
  currency: Currency.nullish().transform((code) => code ?? null),
});
export type Filters = z.infer<typeof Filters>;

/** Whatever takes filters, refusing days the wrong way round: no vacancy is of a cut that ends before it begins, which would look like an empty market. What is made of a schema (`extend`, `pick`) is made before. */
export function withDaysInOrder<Asks extends z.ZodObject>(asks: Asks): Asks {
  return asks.superRefine((asked, { addIssue }) => {
    const { since, until } = asked as Partial<Filters>;
    // What is no day is refused as that.
    if (dayOf(since) && dayOf(until) && since! > until!) addIssue({ code: "custom", path: ["since"], message: `is after until ${until}: no day lies between them` });
  });
}
