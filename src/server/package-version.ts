import { readFileSync } from "node:fs";
import { packageRoot } from "../lib/package-root.ts";

/** The version of the package: `"0.1.0"`. What reads postings has one of its own (reading/read.ts). */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(new URL("package.json", packageRoot()), "utf8")) as { version: string }).version;
}
