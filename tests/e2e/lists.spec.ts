import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';

const filters = (page: Page) => page.getByRole('search', { name: 'Filtrér virksomheder' });

test('Anna narrows the firms with a few keys, sees what is set, lets it go again, and the address says no more than that', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/companies');
	await filters(page).getByRole('button', { name: 'Filter', exact: true }).press('Enter');
	const size = filters(page).getByRole('combobox', { name: 'Ansatte' });
	await expect(filters(page).locator('select').first()).toBeFocused();
	await size.selectOption('from-10');
	await expect(page).toHaveURL(/\/companies\?size=from-10$/);
	// What is open stays open for the next choice.
	await filters(page).getByRole('combobox', { name: 'Status' }).selectOption('all');
	await expect(page).toHaveURL(/\/companies\?size=from-10&status=all$/);
	await page.keyboard.press('Escape');
	await expect(size).toHaveCount(0);
	await expect(filters(page).getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
	await filters(page).getByRole('searchbox').fill('a');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/companies\?q=a&size=from-10&status=all$/);
	await filters(page)
		.getByRole('link', { name: /^Fjern filteret Ansatte/ })
		.click();
	await expect(page).toHaveURL(/\/companies\?q=a&status=all$/);
	await filters(page).getByRole('button', { name: 'Status: ' }).click();
	await expect(filters(page).getByRole('combobox', { name: 'Status' })).toBeFocused();
});

test('rows are walked with j and k and opened with Enter', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/companies');
	const rows = page.locator('main [data-row]');
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await expect(rows.nth(1)).toBeFocused();
	await page.keyboard.press('k');
	await expect(rows.first()).toBeFocused();
	const name = await rows.first().textContent();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name ?? '–');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the filters open by the page and are set by a button', async ({ page }) => {
		await signIn(page, 'erhverv@distrikt.example');
		await page.goto('/companies');
		await filters(page).getByRole('button', { name: 'Filter', exact: true }).click();
		await filters(page).getByRole('combobox', { name: 'Ansatte' }).selectOption('from-10');
		await filters(page).getByRole('button', { name: 'Filtrér' }).last().click();
		await expect(filters(page).getByRole('button', { name: 'Ansatte: Mindst 10' })).toBeVisible();
		await expect(page).toHaveURL(/size=from-10/);
	});
});

test('Astrid reads a firm’s whole name under the pointer where its cell is cut', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/follow-ups');
	const cut = await page
		.locator('.list td:not(:first-child)')
		.evaluateAll((cells) =>
			cells
				.filter((cell) => [cell, ...cell.querySelectorAll('a')].some((one) => one.scrollWidth > one.clientWidth && one.clientWidth > 0))
				.map((cell) => [cell.getAttribute('title'), cell.textContent]),
		);
	expect(cut.length).toBeGreaterThan(0);
	expect(cut.filter(([title]) => !title)).toEqual([]);
});

test('on a phone a row’s deeds stand at its end', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/follow-ups');
	const gap = await page
		.locator('.list tr:has(.row-deeds)')
		.first()
		.evaluate((row) => {
			const deeds = row.querySelector('.row-deeds');
			return deeds ? row.getBoundingClientRect().right - deeds.getBoundingClientRect().right : null;
		});
	expect(gap).toBeLessThan(24);
});
