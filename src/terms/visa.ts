import { z } from "zod";

/** Whether the employer sponsors a work permit, where the posting says so. */
export const Visa = z.enum(["offered", "refused"]);
export type Visa = z.infer<typeof Visa>;
