import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": resolve(import.meta.dirname),
  "server-only": resolve(import.meta.dirname, "tests/server-only.ts"),
};
type Options = { testTimeout?: number; fileParallelism?: boolean; maxWorkers?: number };
const project = (name: string, include: string[], options: Options = {}) => ({
  resolve: { alias },
  test: { name, include, testTimeout: 20_000, hookTimeout: 120_000, ...options },
});

export default defineConfig({
  test: {
    // One file at a time: the machine is small, and suites that load the database must not disturb each other's figures. What is
    // tested alone waits for clocks more than it works.
    fileParallelism: false,
    projects: [
      project("unit", ["{app,components,dev,lib,messages}/**/*.test.ts"], {
        fileParallelism: true,
        maxWorkers: 2,
      }),
      project("stack", ["tests/stack/**/*.test.ts"], { testTimeout: 180_000 }),
      project("db", ["tests/db/**/*.test.ts"], { testTimeout: 180_000 }),
      project("api", ["tests/api/**/*.test.ts"], { testTimeout: 180_000 }),
    ],
  },
});
