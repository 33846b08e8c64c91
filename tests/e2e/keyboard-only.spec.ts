import { atRest, expect, test } from './fixtures.ts';
import { DEMO_PASSWORD } from './house.ts';

test('from signing in to a saved talk without touching a pointer', async ({ page, hand }) => {
	await page.goto('/sign-in');
	await atRest(page);
	await hand.reset();
	// The cursor may stand in the first field already; otherwise Tab finds it.
	for (
		let presses = 0;
		presses < 15 && !(await page.locator('input[name="email"]').evaluate((input) => input === document.activeElement));
		presses += 1
	)
		await page.keyboard.press('Tab');
	await page.keyboard.type('erhverv@distrikt.example');
	await page.keyboard.press('Tab');
	await page.keyboard.type(DEMO_PASSWORD);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/$/);
	await atRest(page);

	await page.keyboard.press('n');
	await expect(page.locator('[name="firm"]')).toBeFocused();
	// The chips of recent firms are radio buttons: Tab reaches them, Space takes one.
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(page.locator('[name="firm"]')).not.toHaveValue('');
	await page.keyboard.press('Tab');
	await expect(page.locator('[name="note"]')).toBeFocused();
	const note = `Kun med taster ${Date.now()}`;
	await page.keyboard.type(note);
	await page.keyboard.press('Tab');
	await page.keyboard.type('Ring i morgen');
	await page.keyboard.press('Enter');
	await expect(page.getByText(note).filter({ visible: true }).first()).toBeVisible();
	expect(await hand.taps()).toBe(0);
});

test('a follow-up settled by keyboard leads on to the next row', async ({ page }) => {
	await page.goto('/sign-in');
	await page.fill('input[name="email"]', 'erhverv@distrikt.example');
	await page.fill('input[name="password"]', DEMO_PASSWORD);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/$/);
	await page.goto('/follow-ups');
	await atRest(page);
	const settle = page.locator('main .row-deeds button[name="state"]');
	const before = await settle.count();
	expect(before).toBeGreaterThan(1);
	await settle.first().focus();
	const second = await settle.nth(1).getAttribute('formaction');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-message]')).toBeVisible();
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.closest('tr, li')?.querySelector('button')?.getAttribute('formaction')))
		.toBe(second);
});
