import { defineConfig } from "vitest/config";

// The pages in a real browser against a real server: one file after the other, as they share the machine's two cores.
export default defineConfig({
  test: {
    include: ["test/web/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ["default"],
  },
});
