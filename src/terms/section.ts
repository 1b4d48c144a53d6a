import { z } from "zod";

/** What a part of a posting speaks of. `intro` is text before the first heading that is understood. */
export const Section = z.enum(["title", "location", "intro", "responsibilities", "requirements", "preferred", "about", "benefits", "legal"]);
export type Section = z.infer<typeof Section>;
