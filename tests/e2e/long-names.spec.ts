import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';

// Names come from registers and are as long as their owners like; no page may grow wider than the window for one.

const NAME = 'Vestegnsunderleverandørsammenslutningenforindustriværktøj A/S';

/** How far the page can be pushed to the side. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('a name of sixty letters in one word widens no page, on a narrow phone or at a desk', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/companies/new');
	await atRest(page);
	await page.getByLabel('Navn', { exact: true }).first().fill(NAME);
	await page.getByRole('button', { name: 'Opret virksomhed' }).click();
	await page.waitForURL(/\/companies\/[\w-]{36}/);
	const company = new URL(page.url()).pathname;
	const site = await page.locator('a[href^="/sites/"]').first().getAttribute('href');
	const id = company.split('/').at(-1);
	for (const path of [
		company,
		site ?? '',
		`${company}/prep`,
		`/history/company/${id}`,
		`/archival/company/${id}`,
		`/companies?q=${NAME.slice(0, 12)}`,
	]) {
		await page.goto(path);
		for (const width of [320, 390, 768, 1280]) {
			await page.setViewportSize({ width, height: 844 });
			expect(await tooWide(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
		}
	}
});

test("a contact's deeds stand in one row on a phone, and editing is in the menu", async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/contacts');
	await page.locator('tbody a[data-row]').first().click();
	await page.waitForURL(/\/contacts\/[\w-]{36}/);
	await atRest(page);
	const menu = page.locator('summary[aria-label^="Mere om"]');
	const log = page.locator('main').getByRole('link', { name: 'Registrér dialog' }).first();
	const [a, b] = [await menu.boundingBox(), await log.boundingBox()];
	expect(Math.abs((a?.y ?? 0) - (b?.y ?? 999))).toBeLessThan(8);
	await menu.click();
	await expect(page.locator('main').getByRole('link', { name: 'Redigér', exact: true }).filter({ visible: true }).first()).toBeVisible();
});
