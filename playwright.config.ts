import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { E2E_URL } from './tests/e2e/house.ts';

// The built product (`npm run build` first), for each worker on a port and a fresh demo database of its own. A spec runs on the
// desktop unless its name says `phone`; journeys that are about a telephone set `test.use({ viewport })` themselves.
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: '.cache/e2e/results',
	timeout: 60_000,
	expect: { timeout: 10_000 },
	fullyParallel: false,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	// A browser on a busy machine now and then stands still; what passes only the second time is named at the end.
	retries: 1,
	reporter: 'line',
	use: {
		...devices['Desktop Chrome'],
		baseURL: E2E_URL,
		viewport: { width: 1280, height: 800 },
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		trace: 'on-first-retry',
		launchOptions: { executablePath: chromium, args: isRoot ? ['--no-sandbox', '--disable-background-networking'] : [] },
	},
	projects: [
		{ name: 'desktop', testIgnore: /\.phone\.spec\.ts$/ },
		{ name: 'phone', testMatch: /\.phone\.spec\.ts$/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
	],
});
