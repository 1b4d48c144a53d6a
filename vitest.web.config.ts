import { defineConfig } from "vitest/config";

// The pages in a real browser against a real server, two files at a time: each waits as much as it works, for the network to be idle and for what it started.
export default defineConfig({
  test: {
    include: ["test/web/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    isolate: false,
    maxWorkers: 2,
    reporters: ["default"],
  },
});
