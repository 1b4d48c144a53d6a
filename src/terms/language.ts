import { z } from "zod";

/** Languages whose sentences are read in full. */
export const readLanguages = ["en", "de", "fr", "nl"] as const;
export type ReadLanguage = (typeof readLanguages)[number];

/** ISO 639-1 code of the language a posting is written in. Outside `readLanguages` only places, pay and named technologies are read. */
export const Language = z.string().regex(/^[a-z]{2}$/);
export type Language = z.infer<typeof Language>;
