// Where and how the browser tests run: one release site, Debian's Chromium, four ways of sitting before it.
// It refuses retries: what passes at a second try has failed.
import { defineConfig } from "@playwright/test";

const chromium = process.env["PALABRA_CHROMIUM"] ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  globalSetup: "./support/lay.ts",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "es-ES",
    timezoneId: "Europe/Madrid",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      testMatch: /(alive|everywhere)\/.*\.spec\.ts/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: "tablet",
      testMatch: /(alive|everywhere)\/.*\.spec\.ts/,
      use: { viewport: { width: 1024, height: 768 }, hasTouch: true },
    },
    {
      name: "narrow",
      testMatch: /(alive\/accessible|everywhere\/cuenta)\.spec\.ts/,
      use: { viewport: { width: 768, height: 1024 }, hasTouch: true },
    },
    {
      name: "nojs",
      testMatch: /(plain|everywhere)\/.*\.spec\.ts/,
      use: { viewport: { width: 1024, height: 768 }, javaScriptEnabled: false },
    },
  ],
});
