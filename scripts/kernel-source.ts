import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Of all that the kernel is compiled from, the compiler's version included: tells whether its bytes are those of its sources. */
export function kernelSourceHash(kernel = "kernel"): string {
  const hash = createHash("sha256").update(readFileSync(join(kernel, "package.json")));
  for (const file of readdirSync(join(kernel, "assembly")).toSorted()) hash.update(file).update(readFileSync(join(kernel, "assembly", file)));
  return hash.digest("hex");
}
