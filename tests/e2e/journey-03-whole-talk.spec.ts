import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { TARGETS, TYPED } from './targets.ts';

// Journey 3 to the full: a talk with what it says about land and skills, and task 2, a firm and a person nobody has met before.
const NOTE = TYPED.note;
const FOLLOW_UP = `${TYPED.task} ${TYPED.day}`;
/** Sixteen signs, as the firms' names in the products compared; another one for a second try. */
const newName = (stem: string, retry: number) => `${stem}${retry}`.padEnd(16, 'o');
const CONSULTANT = 'erhverv@distrikt.example';

const field = (page: Page, name: string) => page.locator(`form#talk [name="${name}"]`);
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Dialogen er gemt' });
const openForm = async (page: Page) => {
	await signIn(page, CONSULTANT);
	await page.goto('/');
	await atRest(page);
};

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a talk with one position and one need takes at most 12 taps', async ({ page, hand }) => {
		await openForm(page);
		await hand.reset();
		await page.locator('nav a[href="/dialogues/new"]:visible').first().tap();
		await page.locator('form#talk input[name="recentId"]').first().tap();
		await expect(field(page, 'note')).toBeFocused();
		await page.keyboard.type(NOTE);
		await page.locator('summary', { hasText: 'Grundejers holdning' }).tap();
		await page.locator('form#talk input[name="stances[0].level"][value="4"]').tap();
		// A firm that owns nothing we know of is made an owner by a tick alone.
		await field(page, 'stances[0].makesOwner').tap();
		await page.locator('summary', { hasText: 'Kompetencebehov' }).tap();
		await field(page, 'needs[0].wording').tap();
		await page.keyboard.type('svejser');
		await field(page, 'followUp').tap();
		await page.keyboard.type(FOLLOW_UP);
		await page.getByRole('button', { name: 'Gem dialog' }).tap();
		await expect(saved(page)).toBeVisible();
		expect(await hand.taps()).toBeLessThanOrEqual(12);

		await page.goto('/dialogues');
		await page.locator('main a[href^="/dialogues/0"]').first().click();
		await expect(page.locator('main')).toContainText('svejser');
		await expect(page.getByRole('heading', { name: 'Grundejers holdning' })).toBeVisible();
	});

	test('a new firm and person in the same form take at most 7 taps, 110 keys and 50 s', async ({ page, hand }, { retry }) => {
		const firm = newName('Nytling Prøve ', retry);
		await openForm(page);
		await hand.reset();
		hand.decides('to log a talk');
		await hand.presses(page.locator('nav a[href="/dialogues/new"]:visible').first());
		hand.decides('the firm');
		await hand.presses(field(page, 'firm'));
		await page.keyboard.type(firm);
		await hand.presses(page.getByRole('option', { name: 'Opret' }));
		hand.decides('the person');
		await expect(field(page, 'person')).toBeFocused();
		await page.keyboard.type(TYPED.person);
		hand.decides('the telephone');
		await hand.presses(field(page, 'personPhone'));
		await page.keyboard.type(TYPED.phone);
		hand.decides('the note');
		await hand.presses(field(page, 'note'));
		await page.keyboard.type(NOTE);
		// The day first, by one press: what is to be done is typed where the cursor then stands.
		hand.decides('the follow-up');
		await hand.presses(page.getByRole('button', { name: 'om 2 uger' }).first());
		await expect(field(page, 'followUp')).toBeFocused();
		await page.keyboard.type(TYPED.task);
		hand.decides('to save');
		await hand.presses(page.getByRole('button', { name: 'Gem dialog' }));
		await expect(saved(page)).toBeVisible();
		await hand.meets(TARGETS.newFirm.phone);
		await expect(page.locator('h1')).toContainText(firm);
		for (const stands of [TYPED.person, TYPED.task])
			await expect(page.getByText(stands, { exact: true }).filter({ visible: true }).first()).toBeVisible();
	});
});

test('by keyboard a new firm and person take at most 122 keys and 45 s, and no tap', async ({ page, hand }, { retry }) => {
	const firm = newName('Tastling Sme ', retry);
	await openForm(page);
	await hand.reset();
	hand.decides('to log a talk');
	await page.keyboard.press('n');
	hand.decides('the firm');
	await expect(field(page, 'firm')).toBeFocused();
	await page.keyboard.type(firm);
	await expect(page.getByRole('option', { name: 'Opret' })).toBeVisible();
	await page.keyboard.press('Enter');
	hand.decides('the person');
	await expect(field(page, 'person')).toBeFocused();
	await page.keyboard.type(TYPED.person.replace('Holm', 'Dahl'));
	hand.decides('the telephone');
	await page.keyboard.press('Tab');
	await expect(field(page, 'personPhone')).toBeFocused();
	await page.keyboard.type(TYPED.phone.replace(/7$/, '8'));
	hand.decides('the note');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(field(page, 'note')).toBeFocused();
	await page.keyboard.type(NOTE);
	hand.decides('the follow-up');
	await page.keyboard.press('Tab');
	await page.keyboard.type(FOLLOW_UP);
	// In a field of one line Enter is enough.
	hand.decides('to save');
	await page.keyboard.press('Enter');
	await expect(saved(page)).toBeVisible();
	await hand.meets(TARGETS.newFirm.desk);
	expect(await hand.taps()).toBe(0);
	await expect(page.locator('h1')).toContainText(firm);
	await expect(page.getByText('Mette Dahl').filter({ visible: true }).first()).toBeVisible();
});

test('firms of like names are shown before one is created, and one press takes the one that was meant', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	const known = ((await page.locator('form#talk input[name="recentId"]').first().locator('xpath=..').textContent()) ?? '').trim();
	await field(page, 'firm').pressSequentially(`${known} Nord`);
	await page.getByRole('option', { name: 'Opret' }).click();
	await page.getByRole('button', { name: known }).first().click();
	await expect(field(page, 'firm')).toHaveValue(known);
	await expect(field(page, 'pickedId')).toHaveValue(/^company:/);
});

test('the first field takes an owner, who is named with what they are', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/landowners');
	const name = ((await page.locator('main a[href^="/landowners/0"]').first().textContent()) ?? '').trim();
	await page.goto('/dialogues/new');
	await atRest(page);
	await field(page, 'firm').pressSequentially(name.slice(0, 12));
	await page.getByRole('option').filter({ hasText: 'Grundejer' }).first().click();
	await expect(field(page, 'pickedId')).toHaveValue(/^landowner:/);
	await field(page, 'note').fill('Vil gerne høre om lokalplanen.');
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page).toHaveURL(/\/landowners\//);
	await expect(page.getByText('Vil gerne høre om lokalplanen.').filter({ visible: true }).first()).toBeVisible();
});
