// Compiles kernel/assembly to src/reading/kernel-bytes.ts: npm run kernel. Fetches the compiler on first use: only who changes the kernel needs it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kernelSourceHash } from "./kernel-source.ts";

const compiler = "kernel/node_modules/.bin/asc";
const made = "src/reading/kernel-bytes.ts";

if (!existsSync(compiler)) run("npm", ["ci", "--prefix", "kernel"]);
const out = mkdtempSync(join(tmpdir(), "strata-kernel-"));
run(compiler, ["kernel/assembly/index.ts", "--outFile", join(out, "kernel.wasm"), "--runtime", "stub", "-O3", "--noAssert", "--importMemory", "--enable", "simd"]);
const bytes = readFileSync(join(out, "kernel.wasm"));
rmSync(out, { recursive: true });
writeFileSync(
  made,
  `// Made by npm run kernel from kernel/assembly. Do not edit.

/** Of the sources that the bytes were compiled from. */
export const kernelSource = "${kernelSourceHash()}";

/** The kernel as WebAssembly, in base 64. */
export const kernelBytes = "${bytes.toString("base64")}";
`,
);
process.stdout.write(`${made}: ${bytes.length} bytes of WebAssembly\n`);

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
}
