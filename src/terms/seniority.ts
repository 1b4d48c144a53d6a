import { z } from "zod";

/** From least to most senior, with managers of people last. */
export const Seniority = z.enum(["intern", "entry", "mid", "senior", "lead", "manager", "director"]);
export type Seniority = z.infer<typeof Seniority>;
