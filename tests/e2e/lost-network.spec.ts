import type { Page } from '@playwright/test';
import { atRest, expect, signIn, test } from './fixtures.ts';

// The network goes while somebody writes: nothing typed is lost, and trying again makes one record of it.
const CONSULTANT = 'erhverv@distrikt.example';
const UNSENT = 'Ikke gemt: der er ingen forbindelse.';
const field = (page: Page, name: string) => page.locator(`form#talk [name="${name}"]`);
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: UNSENT });

test('a talk typed without a connection waits in its form and is saved once', async ({ page, context }) => {
	const note = `Skrevet uden net ${Date.now()}.`;
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().click();
	await field(page, 'note').fill(note);
	await field(page, 'followUp').fill('Ring 7/12 om lærlinge');

	await context.setOffline(true);
	for (const _ of ['once', 'again']) {
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(alert(page)).toBeVisible();
		await expect(alert(page).locator('xpath=..')).toBeFocused();
		await expect(field(page, 'note')).toHaveValue(note);
		await expect(field(page, 'followUp')).toHaveValue('Ring 7/12 om lærlinge');
		await expect(field(page, 'pickedId')).not.toHaveValue('');
	}

	await context.setOffline(false);
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();
	await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	await expect(page.getByText(note).filter({ visible: true })).toHaveCount(1);
	await page.goto('/dialogues');
	await expect(page.getByText(note).filter({ visible: true })).toHaveCount(1);
});

test('an answer lost on its way back makes no second talk', async ({ page }) => {
	const note = `Svaret forsvandt ${Date.now()}.`;
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().click();
	await field(page, 'note').fill(note);
	await page.route('**/dialogues/new.data*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		await route.fetch({ maxRedirects: 0 });
		await route.abort('connectionreset');
	});
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(alert(page)).toBeVisible();
	await page.unroute('**/dialogues/new.data*');
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	await page.goto('/dialogues');
	await expect(page.getByText(note).filter({ visible: true })).toHaveCount(1);
});

test.describe('a server that fails, or a gateway in its place', () => {
	test.use({ expectedErrors: /status of 502|^SyntaxError/ });

	test('takes no text away either', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await atRest(page);
		await field(page, 'note').fill('Serveren genstarter.');
		await page.route('**/dialogues/new.data*', (route) =>
			route.request().method() === 'POST' ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }) : route.continue(),
		);
		await page.getByRole('button', { name: 'Gem dialog' }).click();
		await expect(page.getByRole('alert').filter({ hasText: 'Måske ikke gemt' })).toBeVisible();
		await expect(field(page, 'note')).toHaveValue('Serveren genstarter.');
	});
});

test('a refused form keeps its errors and its text when the next try finds no connection', async ({ page, context }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await field(page, 'note').fill('Uden virksomhed.');
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.getByRole('alert')).toContainText('hvilken virksomhed');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(alert(page)).toBeVisible();
	await expect(field(page, 'note')).toHaveValue('Uden virksomhed.');
});

test('a firm’s edit survives the loss, and a colleague’s save meanwhile is told, not overwritten', async ({ page, context, browser }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/companies');
	const address = (await page.locator('main a[href^="/companies/0"]').first().getAttribute('href')) ?? '';
	const phoneOf = (on: Page) => on.locator('form#company [name="phone"]');
	await page.goto(`${address}/edit`);
	await atRest(page);
	await phoneOf(page).fill('11 11 11 11');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Gem' }).first().click();
	await expect(alert(page)).toBeVisible();
	await expect(phoneOf(page)).toHaveValue('11 11 11 11');

	const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await signIn(other, 'beskaeftigelse@distrikt.example');
	await other.goto(`${address}/edit`);
	await phoneOf(other).fill('22 22 22 22');
	await other.getByRole('button', { name: 'Gem' }).first().click();
	await expect(other).toHaveURL(new RegExp(`${address}$`));

	await context.setOffline(false);
	await page.getByRole('button', { name: 'Gem' }).first().click();
	const notice = page.getByRole('alert').filter({ hasText: 'har ændret det samme' });
	await expect(notice).toContainText('22 22 22 22');
	await expect(phoneOf(page)).toHaveValue('11 11 11 11');
	await other.goto(address);
	await expect(other.locator('main')).toContainText('22 22 22 22');
	await page.getByRole('button', { name: 'Gem' }).first().click();
	await expect(page).toHaveURL(new RegExp(`${address}$`));
	await expect(page.locator('main')).toContainText('11 11 11 11');
	await other.context().close();
});
