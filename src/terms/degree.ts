import { z } from "zod";

/** The lowest degree that a posting accepts as a requirement; `none` where it says that none is needed. */
export const Degree = z.enum(["none", "bachelor", "master", "phd"]);
export type Degree = z.infer<typeof Degree>;
