import { z } from "zod";

/** The specialisation that the work itself requires. */
export const Domain = z.enum([
  "vision",
  "nlp",
  "speech",
  "recommendation",
  "robotics",
  "autonomous-driving",
  "finance",
  "health",
  "life-science",
  "security",
  "advertising",
  "commerce",
  "industrial",
  "legal",
  "education",
  "public-sector",
  "gaming",
  "geospatial",
  "climate",
  "hr",
]);
export type Domain = z.infer<typeof Domain>;
