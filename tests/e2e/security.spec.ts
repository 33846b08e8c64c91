import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { DEMO_PASSWORD } from './house.ts';

async function signIn(page: Page) {
	await page.goto('/sign-in');
	await page.locator('input[name=email]').fill('erhverv@distrikt.example');
	await page.locator('input[name=password]').fill(DEMO_PASSWORD);
	await page.locator('input[name=password]').press('Enter');
	await expect(page).toHaveURL(/\/$/);
}

test('nothing on our pages is stopped by our own policy, and they come alive in the browser', async ({ page }) => {
	const complaints: string[] = [];
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)),
	);
	await signIn(page);
	for (const path of ['/', '/districts', '/companies', '/companies/new', '/dialogues', '/dialogues/new', '/account']) {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		// React marks the elements it took over.
		expect(await page.evaluate(() => Object.keys(document.documentElement).some((key) => key.startsWith('__react'))), path).toBe(true);
	}
	expect(complaints).toEqual([]);
});

test('after signing out, the back button shows nothing of the pages before', async ({ page }) => {
	await signIn(page);
	await page.goto('/companies');
	await page.evaluate(() => {
		const form = Object.assign(document.createElement('form'), { method: 'post', action: '/sign-out' });
		document.body.append(form);
		form.submit();
	});
	await expect(page).toHaveURL(/\/sign-in/);
	await page.goBack();
	await expect(page).toHaveURL(/\/sign-in/);
});

test('a page elsewhere cannot frame ours', async ({ page, baseURL }) => {
	await page.goto('about:blank');
	await page.setContent(`<iframe src="${baseURL}/sign-in"></iframe>`);
	await page.waitForTimeout(500);
	const inside = await page.frames().at(1)?.locator('input[name=email]').count();
	expect(inside ?? 0).toBe(0);
});
