import { expect, test } from "vitest";
import { kernelSource } from "../src/reading/kernel-bytes.ts";
import { kernelSourceHash } from "../scripts/kernel-source.ts";

test("the kernel's bytes are those of its sources: npm run kernel", () => {
  expect(kernelSource).toBe(kernelSourceHash());
});
