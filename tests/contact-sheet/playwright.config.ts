import base from "../../playwright.config.ts";

export default {
  ...base,
  testDir: ".",
  outputDir: "../../test-results/contact-sheet",
  timeout: 1_800_000,
  reporter: "list",
};
