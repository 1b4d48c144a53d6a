import { z } from "zod";
import { Evidence } from "./evidence.ts";

/** `required` stands under requirements, `preferred` is a plus, `mentioned` is only described. */
export const Need = z.enum(["required", "preferred", "mentioned"]);
export type Need = z.infer<typeof Need>;

export const Skill = z.object({ id: z.string(), name: z.string(), need: Need, evidence: z.array(Evidence) });
export type Skill = z.infer<typeof Skill>;
