import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SavedBrief } from "../terms/saved-brief.ts";

/** A file that is there and cannot be read as a saved description: cut, changed by hand, or of a later version of Strata. */
export class DamagedBrief extends Error {
  override name = "DamagedBrief";
}

/** A saved description by the name of its file; null where there is none. Throws DamagedBrief where there is one that cannot be read. */
export async function readBrief(dir: string, name: string): Promise<SavedBrief | null> {
  const text = await readFile(join(dir, name), "utf8").catch(absent);
  return text === null ? null : briefIn(text, name);
}

/** The names of the files in a folder of saved descriptions. */
export async function briefFiles(dir: string): Promise<string[]> {
  return ((await readdir(dir).catch(absent)) ?? []).filter((name) => name.endsWith(".json")).toSorted();
}

/** For `catch`: what is not there is null. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** A file's text as what it must be. */
function briefIn(text: string, name: string): SavedBrief {
  let value: unknown;
  try {
    value = JSON.parse(text);
    // Files of before formats were named differ from the first in this alone.
    if (typeof value === "object" && value !== null && !("format" in value)) value = { format: 1, ...(JSON.parse(text.replaceAll(/"reviewed":"(\d{4}-\d\d)-\d\d"/g, '"recorded":"$1"')) as object) };
  } catch (error) {
    throw new DamagedBrief(`The file briefs/${name} of this description is damaged: it is not JSON. Restore it from a backup, or remove the description.`, { cause: error });
  }
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : null;
  if (format !== 1) throw new DamagedBrief(`The file briefs/${name} of this description has the format ${JSON.stringify(format)?.slice(0, 40)}; this Strata reads format 1. Restore it from a backup, open it with the Strata that wrote it, or remove the description.`);
  const parsed = SavedBrief.safeParse(value);
  if (parsed.success && `${parsed.data.id}.json` === name) return parsed.data;
  const wrong = parsed.success ? "id" : (parsed.error.issues[0]?.path.join(".") ?? "");
  throw new DamagedBrief(`The file briefs/${name} of this description is damaged at ${wrong || "its top"}. Restore it from a backup, or remove the description.`);
}
