import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { TARGETS, TYPED } from './targets.ts';

// Journey 3: a talk with a sentence and a dated follow-up, in seconds.
const NOTE = TYPED.note;
// As long and another's own, so that one test never finds what another saved.
const NOTE_BY_KEYS = NOTE.replace('to lærlinge', 'ti lærlinge');
const NOTE_BARE = NOTE.replace('to lærlinge', 'en lærling');
const FOLLOW_UP = `${TYPED.task} ${TYPED.day}`;
const CONSULTANT = 'erhverv@distrikt.example';

const field = (page: Page, name: string) => page.locator(`form#talk [name="${name}"]`);
const recent = (page: Page) => page.locator('form#talk input[name="recentId"]').first();
const nameOf = async (page: Page) => ((await recent(page).locator('xpath=..').textContent()) ?? '').trim();

/** Wherever the talk must stand after saving, the manager's district page included. */
async function standsEverywhere(page: Page, note: string) {
	const said = () => expect(page.getByText(note).filter({ visible: true }).first()).toBeVisible();
	await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	await said();
	const addressOf = (start: string) => page.locator(`main a[href^="${start}"]`).first().getAttribute('href');
	const [site, district] = [await addressOf('/sites/'), await addressOf('/districts/')];
	for (const address of [site, district, '/']) {
		await page.goto(address ?? '');
		await said();
	}
	await page.context().clearCookies();
	await signIn(page, 'leder@distrikt.example');
	await page.goto(district ?? '');
	await said();
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('from my day to saved it takes at most 5 taps, 82 keys and 37 s', async ({ page, hand }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();

		hand.decides('to log a talk');
		await hand.presses(page.locator('nav a[href="/dialogues/new"]:visible').first());
		hand.decides('the firm');
		await hand.presses(recent(page));
		hand.decides('the note');
		await expect(field(page, 'note')).toBeFocused();
		await page.keyboard.type(NOTE);
		hand.decides('the follow-up');
		await hand.presses(field(page, 'followUp'));
		await page.keyboard.type(FOLLOW_UP);
		await expect(page.locator('form#talk output').first()).toContainText('7. dec.');
		hand.decides('to save');
		await hand.presses(page.getByRole('button', { name: 'Gem dialog' }));
		await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();

		await hand.meets(TARGETS.talk.phone);
		await standsEverywhere(page, NOTE);
	});

	test('a saved talk is taken back and put back with one tap each', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await recent(page).tap();
		const note = `Fortrudt ${Date.now()}`;
		await field(page, 'note').fill(note);
		await page.getByRole('button', { name: 'Gem dialog' }).tap();
		await expect(page.getByText(note).filter({ visible: true }).first()).toBeVisible();
		await page.getByRole('button', { name: 'Fortryd' }).tap();
		await expect(page.getByRole('status').filter({ hasText: 'trukket tilbage' })).toBeVisible();
		await expect(page.getByText(note)).toHaveCount(0);
		await page.getByRole('button', { name: 'Fortryd' }).tap();
		await expect(page.getByRole('status').filter({ hasText: 'gendannet' })).toBeVisible();
		await expect(page.getByText(note).filter({ visible: true }).first()).toBeVisible();
	});

	test('nothing lies under the save button, and no page scrolls sideways', async ({ page }) => {
		await signIn(page, CONSULTANT);
		for (const path of ['/', '/dialogues', '/dialogues/new']) {
			await page.goto(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBeLessThanOrEqual(0);
		}
		const save = page.getByRole('button', { name: 'Gem dialog' });
		await expect(save).toBeInViewport();
		expect((await save.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	});
});

test('by keyboard alone it takes at most 92 keys and 34 s, and no tap', async ({ page, hand }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	const firm = await nameOf(page);
	await page.goto('/');
	await atRest(page);
	await hand.reset();

	hand.decides('to log a talk');
	await page.keyboard.press('n');
	hand.decides('the firm');
	await expect(field(page, 'firm')).toBeFocused();
	await page.keyboard.type(firm.slice(0, 5));
	// No waiting for the hits: Enter takes the first one whenever it comes.
	await page.keyboard.press('Enter');
	hand.decides('the note');
	await expect(field(page, 'note')).toBeFocused();
	await page.keyboard.type(NOTE_BY_KEYS);
	hand.decides('the follow-up');
	await page.keyboard.press('Tab');
	await expect(field(page, 'followUp')).toBeFocused();
	await page.keyboard.type(FOLLOW_UP);
	await expect(field(page, 'firm')).toHaveValue(firm);
	hand.decides('to save');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('status').filter({ hasText: '7. dec.' })).toBeVisible();

	await hand.meets(TARGETS.talk.desk);
	expect(await hand.taps()).toBe(0);
	await expect(page.locator('h1')).toContainText(firm);
	await standsEverywhere(page, NOTE_BY_KEYS);
});

test('the hits can be walked, taken and closed by keys', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	const box = field(page, 'firm');
	await box.pressSequentially('a');
	const options = page.getByRole('option');
	await expect(options.nth(1)).toBeVisible();
	await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowDown');
	await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Escape');
	await expect(box).toHaveAttribute('aria-expanded', 'false');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	const second = await options.nth(1).locator('span span').first().textContent();
	await page.keyboard.press('Enter');
	await expect(box).toHaveValue(second ?? '');
	await expect(field(page, 'note')).toBeFocused();
});

test('a day that cannot be is refused, and nothing typed is lost', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	// Ctrl+Enter is the scripts' key.
	await atRest(page);
	await field(page, 'note').fill(NOTE);
	await field(page, 'followUp').fill('Ring 31/2');
	await field(page, 'note').press('Control+Enter');
	await expect(page.getByRole('alert')).toContainText('Den dag findes ikke');
	await expect(page.getByRole('alert')).toContainText('hvilken virksomhed');
	await expect(field(page, 'note')).toHaveValue(NOTE);
	await expect(field(page, 'followUp')).toHaveValue('Ring 31/2');
	await page.getByRole('button', { name: 'om 2 uger' }).click();
	await expect(field(page, 'followUp')).toHaveValue('Ring om 2 uger');
});

test('a doubtful day is asked about: both days stand to be chosen', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await field(page, 'followUp').fill('Ring næste torsdag om lærlinge');
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.getByRole('alert')).toContainText('Mener du');
	const days = page.getByRole('group', { name: 'Sæt dagen' }).getByRole('button');
	await expect(days).toHaveText([/^tor/, /^tor/]);
	await days.first().click();
	await expect(field(page, 'followUp')).toHaveValue(/^Ring om lærlinge \d+\.\d+\.\d{4}$/);
	await expect(days).toHaveCount(3);
});

test('a sentence about a day that comes while the button is pressed does not move the button away', async ({ page }) => {
	// Narrow, so that the sentence takes more than the line that waits for it.
	await page.setViewportSize({ width: 390, height: 844 });
	await signIn(page, CONSULTANT);
	await page.goto('/companies?sort=-talk');
	const firm = await page.locator('main a[href^="/companies/"][data-row]').first().getAttribute('href');
	await page.goto(`/follow-ups/new?company=${firm?.split('/').at(-1)}`);
	await atRest(page);
	await page.locator('[name="text"]').fill('Ring om lærlinge');
	await page.locator('[name="due"]').fill('næste torsdag');
	const save = page.locator('main form[method="post"]').getByRole('button', { name: /^(Gem|Opret)/ });
	const before = await save.boundingBox();
	await page.mouse.move((before?.x ?? 0) + 20, (before?.y ?? 0) + 10);
	await page.mouse.down();
	await expect(page.locator('[name="due"]')).not.toBeFocused();
	expect(await save.boundingBox()).toEqual(before);
	await page.mouse.up();
	await expect(page.getByText('Mener du').first()).toBeVisible();
});

test('a firm nobody knows is created with the talk, without losing the sentence', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await field(page, 'note').pressSequentially('Vil flytte hertil.');
	await field(page, 'firm').pressSequentially('Helt Ny Prøvevirksomhed');
	await page.getByRole('option', { name: 'Opret' }).click();
	await expect(page).toHaveURL(/\/dialogues\/new$/);
	await expect(field(page, 'person')).toBeFocused();
	await expect(field(page, 'note')).toHaveValue('Vil flytte hertil.');
	expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('flytte');
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.locator('h1')).toContainText('Helt Ny Prøvevirksomhed');
	await expect(page.getByText('Vil flytte hertil.').filter({ visible: true }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the same form saves, by a recent firm or by its name', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		const firm = await nameOf(page);
		for (const [way, choose] of [
			['chip', () => recent(page).check()],
			['navn', () => field(page, 'firm').fill(firm)],
		] as const) {
			await page.goto('/dialogues/new');
			await choose();
			await field(page, 'note').fill(`${NOTE_BARE} ${way}`);
			await field(page, 'followUp').fill(FOLLOW_UP);
			await page.getByRole('button', { name: 'Gem dialog' }).click();
			await expect(page.locator('h1')).toContainText(firm);
			await expect(page.getByRole('status').filter({ hasText: '7. dec.' })).toBeVisible();
			await expect(page.getByText(`${NOTE_BARE} ${way}`).filter({ visible: true }).first()).toBeVisible();
		}
	});

	test('a name that fits several firms asks which, and keeps the text', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await field(page, 'firm').fill('a');
		await field(page, 'note').fill(`${NOTE_BARE} valgt`);
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.getByRole('alert')).toContainText('Vælg den rigtige');
		await expect(field(page, 'note')).toHaveValue(`${NOTE_BARE} valgt`);
		await page.locator('input[name="chosenId"]').nth(1).check();
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.getByText(`${NOTE_BARE} valgt`).filter({ visible: true }).first()).toBeVisible();
	});

	test('a firm nobody knows is created, once firms of like names were shown', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await field(page, 'firm').fill('Uden Script Prøvefirma');
		await field(page, 'note').fill(`${NOTE_BARE} ny`);
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.getByRole('alert')).toContainText('Vi kender ingen virksomhed');
		await page.locator('input[name="chosenId"][value="new"]').check();
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.locator('h1')).toContainText('Uden Script Prøvefirma');
		await expect(page.getByText(`${NOTE_BARE} ny`).filter({ visible: true }).first()).toBeVisible();
	});

	test('further subjects are named by text and by chips', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		const firm = await nameOf(page);
		await recent(page).check();
		await field(page, 'note').fill(`${NOTE_BARE} flere`);
		await page.locator('summary', { hasText: 'Flere virksomheder' }).click();
		await field(page, 'also').fill('findes slet ikke');
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.getByRole('alert')).toContainText('findes slet ikke');
		await field(page, 'also').fill('Kirkebjerg');
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.locator('h1')).toContainText(firm);
	});
});
