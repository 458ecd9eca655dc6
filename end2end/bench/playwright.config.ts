// How the browser's rows of script/bench are measured: one at a time, on the release site, as a tablet or a desk has it.
import { defineConfig } from "@playwright/test";
import tests from "../playwright.config.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../results",
  globalSetup: "../support/lay.ts",
  timeout: 180_000,
  workers: 1,
  retries: 0,
  reporter: "line",
  use: { ...tests.use, screenshot: "off", trace: "off", viewport: { width: 1024, height: 768 } },
});
