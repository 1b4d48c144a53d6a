import { z } from "zod";

export const Workplace = z.enum(["onsite", "hybrid", "remote"]);
export type Workplace = z.infer<typeof Workplace>;
