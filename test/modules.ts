import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** `to` as written; `typeOnly`: nothing of it is there when the program runs; `lazy`: loaded when it is called for. */
export type Import = { from: string; to: string; typeOnly: boolean; lazy: boolean };
export type Module = { path: string; folder: string; source: string; lines: number; imports: Import[] };

/** The modules of src with what they import. */
export function findModules(): Module[] {
  return findFiles("src").map((path) => {
    const source = readFileSync(join(root, path), "utf8");
    return { path, folder: folderOf(path), source, lines: source.split("\n").length - 1, imports: importsOf(path, source) };
  });
}

/** TypeScript files under a folder of the repository. */
export function findFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
    .toSorted();
}

/** `folderOf("src/market/store.ts")` → `"market"`; a file of src itself, `""` */
export function folderOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? "";
}

function importsOf(from: string, source: string): Import[] {
  const found = source.matchAll(/^(?:import|export)\s(type\s)?[^;"]*?\bfrom\s"([^"]+)"|^import\s"([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...found].map(([, type, named, bare, dynamic]) => ({ from, to: (named ?? bare ?? dynamic)!, typeOnly: type !== undefined, lazy: dynamic !== undefined }));
}
