import { z } from "zod";
import { Brief, BriefFindingId } from "./brief.ts";
import { SecretId } from "./secret-id.ts";

/** What differs between two versions of a description: its fields, its lines, and the findings that went or came. */
export const BriefChanges = z.object({
  fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  mended: z.array(BriefFindingId),
  arisen: z.array(BriefFindingId),
});
export type BriefChanges = z.infer<typeof BriefChanges>;

/** `source` is the description as it was given, to be edited further. */
const Source = z.object({ description_html: z.string().nullable(), description_text: z.string().nullable() });

/** One saved state, with its brief as it was on that day: figures of the market are not asked again. */
export const BriefVersion = z.object({ version: z.number().int(), saved: z.string(), note: z.string().nullable(), source: Source, brief: Brief });
export type BriefVersion = z.infer<typeof BriefVersion>;

/** A saved description with all its versions, the oldest first. `format` is that of the file. `share` is the secret under which others may read its newest version; null where none may. */
export const SavedBrief = z.object({ format: z.literal(1), id: SecretId, made: z.string(), share: SecretId.nullable(), versions: z.array(BriefVersion).min(1) });
export type SavedBrief = z.infer<typeof SavedBrief>;

/** The same as lists show it. */
export const SavedBriefRow = z.object({ id: SecretId, title: z.string().nullable(), company: z.string().nullable(), made: z.string(), saved: z.string(), versions: z.number(), flags: z.number(), shared: z.boolean() });
export type SavedBriefRow = z.infer<typeof SavedBriefRow>;
