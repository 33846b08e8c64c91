import { createHash, randomBytes } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { hearComplaints } from './complaints.ts';
import { type Hand, handOn } from './hand.ts';
import { E2E_FILE, E2E_URL } from './house.ts';
import { openHouse } from './open-house.ts';

export { expect } from '@playwright/test';

const DAY_MS = 86_400_000;

/** Signs a demo person in by a session row of their own: what is under test is what comes after. */
export async function signIn(page: Page, email: string): Promise<void> {
	const token = randomBytes(32).toString('base64url');
	const hash = createHash('sha256').update(token).digest('base64url');
	const now = Date.now();
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE);
	database
		.prepare(
			'insert into sessions (id, token_hash, user_id, created_at, last_seen_at, expires_at) select ?, ?, id, ?, ?, ? from users where email = ?',
		)
		.run(v7(), hash, now, now, now + DAY_MS, email);
	database.close();
	await page.context().addCookies([{ name: 'distrikt', value: token, url: process.env.E2E_APP_URL ?? E2E_URL, httpOnly: true, sameSite: 'Lax' }]);
}

/** Loaded, taken over by React, and its effects run: keys pressed from here on are heard. */
export async function atRest(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactProps')));
	await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
}

interface Fixtures {
	/** Counts what a hand does and what it costs, across pages. */
	hand: Hand;
	/** Lines of error a test provokes on purpose (`test.use`); any other fails it. */
	expectedErrors: RegExp | undefined;
	complaints: undefined;
}

export const test = base.extend<Fixtures, { house: undefined }>({
	house: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
		async ({}, use) => {
			const close = await openHouse();
			await use(undefined);
			await close();
		},
		{ scope: 'worker', auto: true, timeout: 120_000 },
	],
	hand: async ({ page, hasTouch }, use) => use(await handOn(page, hasTouch === true)),
	expectedErrors: [undefined, { option: true }],
	complaints: [
		async ({ browser, context, expectedErrors }, use) => {
			const complaints: string[] = [];
			hearComplaints(context, complaints, expectedErrors);
			const open = browser.newContext.bind(browser);
			browser.newContext = async (options) => {
				const other = await open(options);
				hearComplaints(other, complaints, expectedErrors);
				return other;
			};
			await use(undefined);
			browser.newContext = open;
			expect(complaints, 'errors in the console').toEqual([]);
		},
		{ auto: true },
	],
});
