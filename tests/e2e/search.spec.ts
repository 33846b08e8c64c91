import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';

// Anything is found from the keyboard in seconds: tasks.md, tasks 3 and 4.
const CONSULTANT = 'erhverv@distrikt.example';
const FIRM = 'Demolund Maskinfabrik A/S';

const field = (page: Page) => page.getByRole('combobox', { name: 'Søg eller gå til' });

async function numberOf(page: Page): Promise<string> {
	await page.goto(`/companies?q=${encodeURIComponent(FIRM)}`);
	const number = (await page.locator('main').textContent())?.match(/\d\d ?\d\d ?\d\d ?\d\d/)?.[0].replaceAll(' ', '');
	return number ?? '';
}

test.describe('by keyboard', () => {
	test('a firm by its number takes no tap and at most 11 keys', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		const number = await numberOf(page);
		expect(number).toMatch(/^\d{8}$/);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		await page.keyboard.press('Control+k');
		await page.keyboard.type(number);
		await page.keyboard.press('Enter');
		await expect(page.locator('h1')).toHaveText(FIRM);
		expect([await hand.taps(), await hand.keys()]).toEqual([0, 11]);
	});

	test('a firm by five letters takes no tap and at most 8 keys, and nobody waits for the hits', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		await page.keyboard.press('Control+k');
		await page.keyboard.type('demol');
		await page.keyboard.press('Enter');
		await expect(page.locator('h1')).toHaveText(FIRM);
		expect([await hand.taps(), await hand.keys()]).toEqual([0, 8]);
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
		// Playwright puts é in without a key going down: only a field takes it.
		await expect(field(page)).toBeFocused();
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
		const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
		expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
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
