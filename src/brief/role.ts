import type { Brief } from "../terms/brief.ts";
import type { Layer } from "../terms/layer.ts";
import type { Reading } from "../terms/reading.ts";
import { layerOf, roleName, type Role } from "../terms/role.ts";
import { listed } from "./quotes.ts";
import { percent } from "./words.ts";

/**
 * From here on a role that is read is more likely right than wrong. Of 2,634 labelled postings, each read by a model that had not seen its employer, 220 were below:
 * 35 % of those were right, 75 % among the three likeliest; from 0.4 to 0.5 it was 53 %.
 */
const SURE = 0.4;

/** The role that outputs and figures are made for; null where the reading is too unsure and nobody has chosen, or no work is described. */
export type BriefRole = { value: Role | null; layer: Layer | null; chosen: boolean };

type Told = { reading: Pick<Reading, "role" | "layer">; options: { role: Role | null } };

/** As its author chose; else as it reads, where that can be trusted. */
export function roleOf({ reading: { role }, options }: Told): BriefRole {
  if (options.role !== null) return { value: options.role, layer: layerOf(options.role), chosen: true };
  return role.value === null || isUnsure(role) ? { value: null, layer: null, chosen: false } : { value: role.value, layer: layerOf(role.value), chosen: false };
}

/** Whether a role was read that is more likely wrong than right. */
export function isUnsure({ value, confidence }: Pick<Reading["role"], "value" | "confidence">): boolean {
  return value !== null && confidence < SURE;
}

/** The role in a line: `"By content: ML engineer (confidence 72 %)"`. */
export function roleSays(brief: Pick<Brief, "reading" | "options" | "likely">): string {
  const { role } = brief.reading;
  const { value, chosen } = roleOf(brief);
  const read = role.value === null ? unreadSays(brief) : brief.likely.length > 0 ? `By content it may be ${likelyText(brief.likely)}` : `By content: ${roleName(role.value)} (confidence ${percent(role.confidence)})`;
  return chosen ? `${roleName(value!)}, as chosen. ${read}` : read;
}

function unreadSays({ reading: { role }, likely }: Pick<Brief, "reading" | "likely">): string {
  if (likely.length > 0) return `There is no description to read: by its title alone it may be ${likelyText(likely)}`;
  return `What the work is cannot be told from the text: ${role.because}`;
}

/** `"AI product engineer (18 %), LLM engineer (15 %) or Agent engineer (12 %)"` */
export function likelyText(likely: Brief["likely"]): string {
  return listed(likely.map(({ role, confidence }) => `${roleName(role)} (${percent(confidence)})`), "or");
}
