import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's Chromium where there is one; otherwise Playwright's own (`npx playwright install chromium`).
const debian = "/usr/bin/chromium";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/e2e.json" }],
  ],
  use: {
    baseURL: process.env.KAPGEL_URL ?? "http://localhost:3000",
    locale: "tr-TR",
    timezoneId: "Europe/Istanbul",
    // Recording slows every step: PLAYWRIGHT_TRACE=1 npm run test:e2e shows what happened.
    trace: process.env.PLAYWRIGHT_TRACE ? "retain-on-failure" : "off",
    serviceWorkers: "block", // each journey asks the server; what is kept for later has a journey of its own
    contextOptions: { reducedMotion: "reduce" }, // a pulsing dot keeps a core busy where there is no graphics card
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      ...(existsSync(debian) ? { executablePath: debian } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
