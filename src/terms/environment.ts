import { z } from "zod";
import { Evidence } from "./evidence.ts";

/** What a posting says of the technical environment the person will work in. */
export const EnvironmentTopic = z.enum(["stack", "scale", "team", "ownership", "on-call", "data", "maturity", "plan"]);
export type EnvironmentTopic = z.infer<typeof EnvironmentTopic>;

export const Environment = z.object({ what: EnvironmentTopic, evidence: z.array(Evidence) });
export type Environment = z.infer<typeof Environment>;
