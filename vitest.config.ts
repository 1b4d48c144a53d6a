import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/web/**", "node_modules/**"],
    // Only what hangs takes so long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share what they load: the reader and the market anew for each of 150 files was a fifth of the time. A test that sets something of the process puts it back.
    isolate: false,
    // Most of the time goes into waiting for processes: on two cores one file at a time took nearly twice as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default"],
  },
});
