import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { violationsOf } from './axe.ts';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { E2E_FILE } from './house.ts';
import { TARGETS } from './targets.ts';

// Anything is found from the keyboard in seconds, by number or by name.
const CONSULTANT = 'erhverv@distrikt.example';
const FIRM = 'Demolund Maskinfabrik A/S';

const field = (page: Page) => page.getByRole('combobox', { name: 'Søg eller gå til' });

/** The firm's registration number and its telephone, as digits. */
function numbersOf(name: string): [cvr: string, phone: string] {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE, { readonly: true });
	const [row] = database.prepare<[string], { cvr: string; phone: string }>('select cvr, phone_key phone from companies where name = ?').all(name);
	database.close();
	return [row?.cvr ?? '', row?.phone ?? ''];
}

test.describe('by keyboard', () => {
	// A number has one bearer: to search is the one decision, nothing is chosen after it.
	test('a firm by its number or its telephone takes no tap, at most 11 keys and 5 s', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		for (const number of numbersOf(FIRM)) {
			expect(number).toMatch(/^\d{8}$/);
			await page.goto('/');
			await atRest(page);
			await hand.reset();
			hand.decides('to search');
			await page.keyboard.press('Control+k');
			await page.keyboard.type(number);
			await page.keyboard.press('Enter');
			await expect(page.locator('h1')).toHaveText(FIRM);
			await hand.meets(TARGETS.number.desk);
		}
	});

	test('a number that is pasted takes 5 keys', async ({ page, hand, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await signIn(page, CONSULTANT);
		const [number] = numbersOf(FIRM);
		await page.goto('/');
		await atRest(page);
		await page.evaluate((text) => navigator.clipboard.writeText(text), `DK ${number.replace(/..(?=.)/g, '$& ')}`);
		await hand.reset();
		hand.decides('to search');
		await page.keyboard.press('Control+k');
		await expect(field(page)).toBeFocused();
		await page.keyboard.press('Control+v');
		await page.keyboard.press('Enter');
		await expect(page.locator('h1')).toHaveText(FIRM);
		await hand.meets({ taps: 0, keys: 5, seconds: 3.4 });
	});

	test('a firm by five letters takes no tap, at most 8 keys and 6 s, and nobody waits for the hits', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		hand.decides('to search');
		await page.keyboard.press('Control+k');
		hand.decides('the firm');
		await page.keyboard.type('demol');
		await page.keyboard.press('Enter');
		await expect(page.locator('h1')).toHaveText(FIRM);
		await hand.meets(TARGETS.visit.desk);
	});

	test('the hits are walked, counted aloud, and left with Escape', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await page.keyboard.press('Control+k');
		await expect(field(page)).toBeFocused();
		await page.keyboard.type('maskin');
		await expect(page.getByRole('status').filter({ hasText: 'fundet' })).toBeAttached();
		const options = page.getByRole('dialog').getByRole('option');
		await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('ArrowDown');
		await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/search\?q=maskin$/);
		await page.keyboard.press('Control+k');
		await expect(field(page)).toHaveValue('');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});

	test('a talk is begun with the firm filled in', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await page.keyboard.press('Control+k');
		await page.keyboard.type('registrér dialog med demolund');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/dialogues\/new\?company=/);
	});

	test('with the single keys off, Ctrl-K still opens; slash is a slash', async ({ page }) => {
		await signIn(page, 'leder@distrikt.example');
		await page.goto('/account');
		await atRest(page);
		await page.keyboard.press('/');
		await expect(field(page)).toBeFocused();
		await page.keyboard.press('Escape');
		const answer = await page.request.post('/account/preferences', { form: { shortcuts: 'off' }, headers: { origin: new URL(page.url()).origin } });
		expect(answer.ok()).toBe(true);
		await page.goto('/');
		await atRest(page);
		await page.keyboard.press('/');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await page.keyboard.press('Control+k');
		await expect(field(page)).toBeFocused();
		await page.request.post('/account/preferences', { form: { shortcuts: 'on' }, headers: { origin: new URL(page.url()).origin } });
	});
});

/** Everything fetched from here on, the palette that is, comes late; says whether anything was fetched. */
async function hold(page: Page, until: () => Promise<unknown>): Promise<() => boolean> {
	let isHeld = false;
	await page.route(/\/assets\/.*\.js/, async (route) => {
		isHeld = true;
		await until();
		await route.continue();
	});
	return () => isHeld;
}

test('what is typed before the palette has come is not lost', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/');
	await atRest(page);
	let release = () => {};
	const typed = new Promise<void>((resolve) => {
		release = resolve;
	});
	const wasHeld = await hold(page, () => typed);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('demol');
	await page.keyboard.press('Enter');
	expect(wasHeld()).toBe(true);
	release();
	await expect(page.locator('h1')).toHaveText(FIRM);
});

for (const delay of [7, 13, 19])
	test(`letters typed every ${delay} ms while the palette comes stand behind those typed before it`, async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		const wasHeld = await hold(page, () => new Promise((done) => setTimeout(done, 100)));
		await page.keyboard.press('Control+k');
		await page.keyboard.type('demolund maskinfabrik', { delay });
		await expect(field(page)).toHaveValue('demolund maskinfabrik');
		expect(wasHeld()).toBe(true);
		await page.keyboard.press('Enter');
		await expect(page.locator('h1')).toHaveText(FIRM);
	});

/** Signed in at the start page; the palette, asked for by Ctrl-K, comes when `release` is called. */
async function withPaletteHeld(page: Page): Promise<() => void> {
	await signIn(page, CONSULTANT);
	await page.goto('/');
	await atRest(page);
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await hold(page, () => released);
	await page.keyboard.press('Control+k');
	return release;
}

test('ø, é and letters taken back before the palette has come stand in it as they were typed', async ({ page }) => {
	const release = await withPaletteHeld(page);
	await page.keyboard.type('kølerværkq');
	await page.keyboard.press('Backspace');
	const keys = await page.context().newCDPSession(page);
	await keys.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
	await keys.send('Input.insertText', { text: 'é' });
	await page.keyboard.press('Home');
	await page.keyboard.press('Delete');
	release();
	await expect(field(page)).toBeFocused();
	// The cursor stays where it was.
	await page.keyboard.type('m');
	await expect(field(page)).toHaveValue('mølerværké');
});

test('a letter of two keys begun before the palette has come is finished before it takes over', async ({ page }) => {
	const release = await withPaletteHeld(page);
	await page.keyboard.type('caf');
	const keys = await page.context().newCDPSession(page);
	await keys.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
	release();
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await keys.send('Input.insertText', { text: 'é' });
	await page.keyboard.type(' ø');
	await expect(field(page)).toHaveValue('café ø');
});

test('Escape before the palette has come calls it off, and the focus is where it was', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/companies');
	await atRest(page);
	const here = page.getByRole('searchbox');
	await here.focus();
	const wasHeld = await hold(page, () => new Promise((done) => setTimeout(done, 300)));
	await page.keyboard.press('Control+k');
	await expect(here).not.toBeFocused();
	await page.keyboard.type('de');
	await page.keyboard.press('Escape');
	await expect(here).toBeFocused();
	expect(wasHeld()).toBe(true);
	await page.keyboard.press('Control+k');
	await expect(field(page)).toBeFocused();
	await expect(field(page)).toHaveValue('');
	await page.keyboard.press('Escape');
	await expect(here).toBeFocused();
});

test('a starred firm stands first when nothing is typed, and the star is taken back', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/search?q=demolund%20mask&kind=company');
	await page.locator('main').getByRole('link', { name: FIRM }).first().click();
	await page.getByRole('button', { name: 'Gør til favorit' }).click();
	await expect(page.getByRole('button', { name: 'Fjern fra favoritter' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(FIRM);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Fjern fra favoritter' }).click();
	await expect(page.getByRole('button', { name: 'Gør til favorit' })).toBeVisible();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a firm by its number takes at most 2 taps, 9 keys and 7 s', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		const [number] = numbersOf(FIRM);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		hand.decides('to search');
		await hand.presses(page.getByRole('link', { name: 'Søg', exact: true }));
		await expect(field(page)).toBeFocused();
		await page.keyboard.type(number);
		await hand.presses(page.getByRole('option', { name: FIRM }).first());
		await expect(page.locator('h1')).toHaveText(FIRM);
		await hand.meets(TARGETS.number.phone);
	});

	test('the glass in the top bar opens it, and it fits', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await page.getByRole('link', { name: 'Søg', exact: true }).tap();
		await field(page).fill('fabrik');
		await expect(page.getByRole('option', { name: FIRM }).first()).toBeVisible();
		const box = await page.getByRole('dialog').boundingBox();
		expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(true);
		await page.getByRole('option', { name: FIRM }).first().tap();
		await expect(page.locator('h1')).toHaveText(FIRM);
	});
});

test('the palette is fit for everybody, in both themes', async ({ page }) => {
	await signIn(page, CONSULTANT);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.goto('/');
		await atRest(page);
		await page.keyboard.press('Control+k');
		await page.keyboard.type('fabrik');
		await expect(page.getByRole('option').first()).toBeVisible();
		expect(await violationsOf(page, { within: 'dialog[open]' }), colorScheme).toEqual([]);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the same is found on the search page, by kind, and a number opens its record', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await page.getByRole('link', { name: 'Søg', exact: true }).first().click();
		await page.getByRole('searchbox').fill('fabrik');
		await page.getByRole('searchbox').press('Enter');
		await expect(page.getByRole('link', { name: FIRM }).first()).toBeVisible();
		await page
			.getByRole('link', { name: /^Dialoger/ })
			.last()
			.click();
		await expect(page).toHaveURL(/kind=dialogue/);
		await page.goto('/search?q=demolund%20mask&kind=site');
		const number = (await page.locator('main').textContent())?.match(/P (\d{10})/)?.[1] ?? '';
		await page.goto('/search');
		await page.getByRole('searchbox').fill(`P-nr. ${number.replace(/(....)(?=.)/g, '$1 ')}`);
		await page.getByRole('searchbox').press('Enter');
		await expect(page).toHaveURL(/\/sites\//);
		await expect(page.locator('h1')).toContainText('Demolund Maskinfabrik');
	});
});
