import { defineConfig } from '@playwright/test';

/**
 * Real Chromium: `CHROMIUM` names one (scripts/test.mjs finds or installs it). Each file starts a server of its own. `TRACE=1` keeps a
 * trace of each test that fails; making them takes half as long again, for all tests.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  // No test is about time: these end what hangs, on a busy machine as well.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // Browser and server fill two cores; two tests at a time were no faster there (measured), and only disturb each other.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
