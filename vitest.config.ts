import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": resolve(import.meta.dirname),
  "server-only": resolve(import.meta.dirname, "tests/server-only.ts"),
};
const project = (name: string, include: string[], testTimeout = 20_000) => ({
  resolve: { alias },
  test: { name, include, testTimeout, hookTimeout: 120_000 },
});

export default defineConfig({
  test: {
    // One file at a time: the machine is small, and suites that load the database must not disturb each other's figures.
    fileParallelism: false,
    projects: [
      project("unit", ["{app,components,dev,lib,messages}/**/*.test.ts"]),
      project("stack", ["tests/stack/**/*.test.ts"], 180_000),
      project("db", ["tests/db/**/*.test.ts"], 180_000),
      project("api", ["tests/api/**/*.test.ts"], 180_000),
    ],
  },
});
