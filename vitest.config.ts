import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/web/**", "node_modules/**"],
    testTimeout: 60_000,
    // Most of the time goes into waiting for processes: on two cores one file at a time took nearly twice as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default"],
  },
});
