import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { OTHER_PORT } from './house.ts';

// One command, a browser: the demo. A second command: an empty house for real use. On folders of its own.
const URL = `http://localhost:${OTHER_PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'distrikt-'));
const environment = {
	...process.env,
	PORT: String(OTHER_PORT),
	APP_URL: URL,
	DATABASE_URL: `file:${folder}/distrikt.db`,
	DEMO_PASSWORD: '',
	LOG_LEVEL: 'error',
};

let server: ChildProcess | undefined;
test.setTimeout(120_000);
test.afterEach(() => stop());

/** Starts the product and answers what it printed when it was ready. */
function start(env: Record<string, string> = {}): Promise<string> {
	return new Promise((resolve, reject) => {
		let printed = '';
		server = spawn(process.execPath, ['server.js'], { env: { ...environment, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
		server.stdout?.on('data', (chunk) => {
			printed += chunk;
			if (/answers at[\s\S]*\n\n/.test(printed)) resolve(printed);
		});
		server.stderr?.on('data', (chunk) => {
			printed += chunk;
		});
		server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
	});
}

async function stop() {
	if (!server || server.exitCode !== null) return;
	const ended = new Promise((resolve) => server?.once('exit', resolve));
	server.kill('SIGTERM');
	await ended;
}

async function signIn(page: Page, email: string, password: string) {
	await page.context().clearCookies();
	await page.goto(`${URL}/sign-in`);
	await page.getByLabel('E-mail').fill(email);
	await page.locator('[name=password]').fill(password);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${URL}/`);
}

test('a first start shows the demo municipality to four people, a second command empties it for real use', async ({ page }) => {
	const printed = await start();
	const password = printed.match(/Password of all four: (\S+)/)?.[1] ?? '';
	expect(printed).toContain(URL);
	expect(password.length).toBeGreaterThanOrEqual(12);

	await signIn(page, 'erhverv@distrikt.example', password);
	await expect(page.getByRole('link', { name: 'Registrér dialog' }).first()).toBeVisible();
	await page.goto(`${URL}/districts`);
	for (const name of ['Ejby', 'Hvissinge/Tavleholm Nord', 'Glostrup Sydvest', 'Bymidten', 'Kirkebjerg', 'Rangerarealet'])
		await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
	await page.goto(`${URL}/dialogues`);
	expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(20);
	for (const person of ['beskaeftigelse', 'leder', 'admin']) await signIn(page, `${person}@distrikt.example`, password);
	await page.goto(`${URL}/admin/people`);
	await expect(page.getByText('leder@distrikt.example')).toBeVisible();

	await stop();
	const again = await start();
	expect(again).not.toContain(password);
	await signIn(page, 'erhverv@distrikt.example', password);
	await stop();

	const reset = spawnSync(process.execPath, ['scripts/run.js', 'reset', '--yes'], { env: environment, encoding: 'utf8' });
	expect(reset.status, reset.stderr).toBe(0);
	const empty = await start({ DEMO: 'off' });
	const link = empty.match(/http\S+first-run\?code=\S+/)?.[0] ?? '';
	await page.context().clearCookies();
	await page.goto(`${URL}/first-run?code=wrong`);
	expect(await violationsOf(page)).toEqual([]);
	await fillFirstRun(page);
	await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
	await page.goto(link);
	await fillFirstRun(page);
	await expect(page).toHaveURL(`${URL}/`);
	await page.goto(`${URL}/companies`);
	await expect(page.getByRole('main')).toContainText('Ingen virksomheder');
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect((await page.request.get(link)).status()).toBe(404);
});

async function fillFirstRun(page: Page) {
	await page.locator('[name=name]').fill('Asta Prøvesen');
	await page.locator('[name=email]').fill('asta@kommune.example');
	await page.locator('[name=unit]').fill('Digitalisering');
	await page.locator('[name=password]').fill('en-lang-adgangskode-her');
	await page.locator('[name=repeat]').fill('en-lang-adgangskode-her');
	await page.locator('form[method=post] button[type=submit]').last().click();
}
