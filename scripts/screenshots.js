// Makes the README's pictures from a fresh demo: `npm run screenshots`. Both themes, Danish.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { systemChromium } from './chromium.js';
import { run } from './processes.js';
import { isBuilt } from './stamps.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/screenshots/`;
const pictures = `${root}docs/pictures/`;
const port = 3219;
const url = `http://localhost:${port}`;
const password = 'billeder-til-laeseren';

// Pictures of what the sources say now.
if (!isBuilt()) run(process.execPath, ['scripts/build.js']);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
mkdirSync(pictures, { recursive: true });
const server = spawn(process.execPath, ['server.js'], {
	cwd: root,
	stdio: 'inherit',
	env: {
		...process.env,
		NODE_ENV: 'production',
		PORT: String(port),
		APP_URL: url,
		DATABASE_URL: `file:${folder}distrikt.db`,
		DEMO: 'on',
		DEMO_PASSWORD: password,
		LOG_LEVEL: 'error',
	},
});
while (
	!(await fetch(`${url}/readyz`).then(
		(answer) => answer.ok,
		() => false,
	))
) {
	if (server.exitCode !== null) throw new Error('The server did not start: npm run build first');
	await sleep(100);
}

const browser = await chromium.launch({
	executablePath: systemChromium(),
	args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-background-networking'] : [],
});
try {
	for (const theme of ['light', 'dark']) {
		await onTheDesk(theme);
		await onThePhone(theme);
		await twoInOneForm(theme);
	}
} finally {
	await browser.close();
	server.kill('SIGTERM');
}

async function signedIn(theme, viewport, extra = {}, email = 'erhverv@distrikt.example') {
	const context = await browser.newContext({
		baseURL: url,
		viewport,
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		colorScheme: theme,
		reducedMotion: 'reduce',
		...extra,
	});
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.locator('[name=email]').fill(email);
	await page.locator('[name=password]').fill(password);
	await page.locator('form[method=post] button[type=submit]').first().click();
	await page.waitForURL('**/');
	return { context, page };
}

async function onTheDesk(theme) {
	const { context, page } = await signedIn(theme, { width: 1280, height: 860 });
	await shoot(page, `my-day-${theme}`);
	await page.goto('/districts/kirkebjerg');
	await shoot(page, `district-${theme}`);
	await page.goto('/companies?sort=talk');
	await shoot(page, `companies-${theme}`);
	await page.goto('/companies?sort=-talk');
	await page.locator('main table a[href^="/companies/"]').first().click();
	await page.waitForURL(/\/companies\/[0-9a-f-]{36}/);
	await shoot(page, `company-${theme}`);
	await page.goto(`${page.url()}/prep`);
	await shoot(page, `prep-sheet-${theme}`);
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').waitFor();
	await page.keyboard.type('stål');
	await page.getByRole('option', { name: /Stål/ }).first().waitFor();
	await shoot(page, `search-${theme}`);
	await context.close();
}

/** Two people change the same field of one firm; the second is asked. */
async function twoInOneForm(theme) {
	const first = await signedIn(theme, { width: 1280, height: 860 });
	await first.page.goto('/companies?sort=-talk');
	await first.page.locator('main table a[href^="/companies/"]').first().click();
	await first.page.waitForURL(/\/companies\/[0-9a-f-]{36}/);
	const edit = `${first.page.url()}/edit`;
	const second = await signedIn(theme, { width: 1280, height: 860 }, {}, 'beskaeftigelse@distrikt.example');
	await first.page.goto(edit);
	await second.page.goto(edit);
	await second.page.locator('form#company [name=website]').fill(`ny-hjemmeside-${theme}.example`);
	await second.page.locator('form#company button[type=submit], form#company button:not([type])').last().click();
	await second.page.waitForURL(/\/companies\/[0-9a-f-]{36}$/);
	await first.page.locator('form#company [name=website]').fill('vores-side.example');
	await first.page.locator('form#company button[type=submit], form#company button:not([type])').last().click();
	await first.page.getByRole('alert').first().waitFor();
	await first.page.evaluate(() => window.scrollTo(0, 0));
	await shoot(first.page, `two-people-${theme}`);
	await first.context.close();
	await second.context.close();
}

async function onThePhone(theme) {
	const { context, page } = await signedIn(theme, { width: 390, height: 844 }, { hasTouch: true, deviceScaleFactor: 2 });
	await page.goto('/dialogues/new');
	await page.locator('[name=recentId]').first().check({ force: true });
	await page.locator('[name=note]').fill('Talte om to lærlinge og mere plads til værkstedet i foråret.');
	await page.locator('form#talk [name="followUp"]').fill('Ring om lærlinge 7/12');
	await page.evaluate(() => window.scrollTo(0, 0));
	await shoot(page, `talk-on-the-phone-${theme}`);
	await context.close();
}

async function shoot(page, name) {
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: `${pictures}${name}.png` });
}
