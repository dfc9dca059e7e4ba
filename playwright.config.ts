/** Browser tests in Chromium, at desktop and phone width, against servers they start themselves. */
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./tests/support/find-browser.ts";

const executablePath = findBrowser();
const commandSpecs = ["**/*-command.spec.ts", "**/*.crash.spec.ts"];
// isbot takes a headless browser for a crawler: these are the user agents that people have.
const desktopAgent = devices["Desktop Chrome"].userAgent;
const phoneAgent = devices["Pixel 7"].userAgent;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/seeded-folder.ts",
  outputDir: "test-results/e2e",
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Two browsers, servers and databases share the machine: what failed beside others is tried twice
  // more, each time on a server of its own, and the report names it as flaky.
  retries: 2,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: "list",
  use: {
    // Each trace is a film of the page: a third of the CPU, taken where it is looked at.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    // Requests that a worker makes pass by page.route; offline.spec.ts allows it.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
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
      // No browser: the start command itself, and servers that are killed.
      name: "commands",
      testMatch: commandSpecs,
      timeout: 180_000,
    },
    {
      name: "desktop",
      testIgnore: commandSpecs,
      grepInvert: /@phone-only/,
      use: { userAgent: desktopAgent, viewport: { width: 1280, height: 800 } },
    },
    {
      // A test that makes sense on a phone has the tag "@phone" (or "@phone-only").
      name: "phone",
      testIgnore: commandSpecs,
      grep: /@phone/,
      use: {
        userAgent: phoneAgent,
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
