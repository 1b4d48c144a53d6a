import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Problem } from "../terms/found.ts";
import { headBytes } from "../sources/limits.ts";

/** Why a file cannot be had, in words; the system's own where it is none of the usual reasons. */
const reasons: Record<string, [reason: string, detail: string]> = {
  ENOENT: ["no such file", "is the path right?"],
  EISDIR: ["a directory", "give the files in it, as in DIR/*.json"],
  EACCES: ["not readable", "this user may not read it"],
  EPERM: ["not readable", "this user may not read it"],
  ENOTDIR: ["no such file", "a part of the path is a file"],
  ELOOP: ["no such file", "its links go in a circle"],
  ENAMETOOLONG: ["no such file", "the path is too long"],
};

/** The bytes of a file; `onBytes` is told how many came. Errors are the system's. */
export async function* bytesOf(path: string, onBytes: (n: number) => void = () => undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: headBytes * 4 })) {
    onBytes((chunk as Buffer).length);
    yield chunk as Buffer;
  }
}

/** A system's error about a file as a problem; null where it is another kind of error. */
export function fileProblem(error: unknown, path: string): Problem | null {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return null;
  const [reason, detail] = reasons[code] ?? ["cannot be read", message];
  return { where: path, reason, detail };
}

/** Where a problem lies in what is `name`d: the file as a whole has no place in it. */
export function placeIn(name: string, where: string): string {
  return where === "file" ? name : `${name}: ${where}`;
}

/** Bytes in all files together; what cannot be seen counts nothing. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then((found) => (found.isFile() ? found.size : 0), () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What ids of a file are unique in: its name without folders and endings. `sourceOf("/data/postings.jsonl.gz")` → `"postings"` */
export function sourceOf(path: string): string {
  const name = basename(path);
  return name.replace(/(?<=.)(\.(?:jsonl|ndjson|json|csv|tsv|txt|html?|xml|rss|parquet|gz))+$/i, "") || name;
}
