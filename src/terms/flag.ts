import { z } from "zod";
import { Evidence } from "./evidence.ts";

export const FlagId = z.enum(["title-content", "conflated", "level-years", "pay-missing", "pay-wide", "no-environment", "certificates", "buzzwords", "remote-attendance"]);
export type FlagId = z.infer<typeof FlagId>;

/** Something in the posting that a careful reader would stop at. */
export const Flag = z.object({ id: FlagId, severity: z.enum(["info", "warn"]), because: z.string(), evidence: z.array(Evidence) });
export type Flag = z.infer<typeof Flag>;
