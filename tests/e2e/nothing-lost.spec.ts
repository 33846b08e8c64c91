import type { Browser, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { DEMO_PASSWORD, E2E_FILE } from './house.ts';

// Whatever happens while somebody writes – the network goes, the sign-in ends, the tab is closed, a colleague saves – what
// was typed is there, and nothing is there twice.

const CONSULTANT = 'erhverv@distrikt.example';
const EMPLOYMENT = 'beskaeftigelse@distrikt.example';

const field = (page: Page, form: string, name: string) => page.locator(`form#${form} [name="${name}"]`);
const kept = (page: Page) => page.getByRole('status').filter({ hasText: /^Kladde gemt kl\. \d\d\.\d\d$/ });
const save = (page: Page) => page.locator('[data-form-actions] button').first().click();

function inDatabase<T>(work: (database: Database.Database) => T): T {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE);
	try {
		return work(database);
	} finally {
		database.close();
	}
}

/** Lets every sign-in of this person end by itself, as after a night. */
const endSignIns = (email: string) =>
	inDatabase((database) =>
		database.prepare('update sessions set expires_at = ? where user_id = (select id from users where email = ?)').run(Date.now() - 60_000, email),
	);

const firms = (name: string) =>
	inDatabase((database) => database.prepare('select count(*) as n from companies where name = ?').get(name)) as { n: number };

/** A firm of its own for one test: what it is edited to is nobody else's business. */
async function makeFirm(page: Page, name: string): Promise<string> {
	await page.goto('/companies/new');
	await atRest(page);
	await field(page, 'company', 'name').fill(name);
	await save(page);
	await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

async function device(browser: Browser, email: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await signIn(page, email);
	return page;
}

/** Names that resemble no other firm's. */
const named = (stem: string) => `${stem} ${Math.random().toString(36).slice(2, 10)}${Date.now().toString(36)}`;

test('the network goes in mid-text: the page says so, keeps the text, and keeps it on the server when it is back', async ({ page, context }) => {
	const name = named('Netbrud');
	await signIn(page, CONSULTANT);
	await page.goto('/companies/new');
	await atRest(page);
	await field(page, 'company', 'name').fill(name);
	await expect(kept(page)).toBeVisible();
	await context.setOffline(true);
	await field(page, 'company', 'website').fill('skrevet-uden-net.example');
	await expect(page.getByRole('status').filter({ hasText: 'Ikke gemt – prøver igen' })).toBeVisible();
	await save(page);
	await expect(page.getByRole('alert').filter({ hasText: 'der er ingen forbindelse' })).toBeVisible();
	await expect(field(page, 'company', 'website')).toHaveValue('skrevet-uden-net.example');
	await context.setOffline(false);
	await expect(kept(page)).toBeVisible({ timeout: 20_000 });
	await save(page);
	await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	await expect(page.locator('main')).toContainText('skrevet-uden-net.example');
	expect(firms(name)).toEqual({ n: 1 });
	await page.goto('/drafts');
	await expect(page.getByText(name)).toHaveCount(0);
});

test('the tab is closed after the draft was kept: it opens on another device, is saved there, and is gone here', async ({ page, browser }) => {
	const name = named('Lukket fane');
	await signIn(page, CONSULTANT);
	await page.goto('/companies/new');
	await atRest(page);
	await field(page, 'company', 'name').fill(name);
	await field(page, 'company', 'isProtected').check();
	await expect(kept(page)).toBeVisible();
	await page.close();

	const other = await device(browser, CONSULTANT);
	await other.goto('/drafts');
	await other.locator('main li a').first().click();
	await expect(field(other, 'company', 'name')).toHaveValue(name);
	await expect(field(other, 'company', 'isProtected')).toBeChecked();
	await expect(other.getByText(/^Kladde fra kl\. \d\d\.\d\d er hentet/)).toBeVisible();
	await atRest(other);
	await save(other);
	await expect(other).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
	expect(firms(name)).toEqual({ n: 1 });
	await other.goto('/drafts');
	await expect(other.getByText(name)).toHaveCount(0);
	await other.context().close();
});

test('a talk begun on one device is finished on another: firm, note and next step are there, and it is saved once', async ({ page, browser }) => {
	const note = named('Halvt skrevet dialog');
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().click();
	await field(page, 'talk', 'note').fill(note);
	await field(page, 'talk', 'followUp').fill('Ring 7/12 om lærlinge');
	await expect(kept(page)).toBeVisible();
	const firm = await field(page, 'talk', 'pickedId').inputValue();
	await page.close();

	const other = await device(browser, CONSULTANT);
	await other.goto('/drafts');
	await other.locator('main li a').first().click();
	await expect(field(other, 'talk', 'note')).toHaveValue(note);
	await expect(field(other, 'talk', 'followUp')).toHaveValue('Ring 7/12 om lærlinge');
	await expect(field(other, 'talk', 'pickedId')).toHaveValue(firm);
	await atRest(other);
	await other.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(other.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();
	await other.goto('/dialogues');
	await expect(other.getByText(note)).toHaveCount(1);
	await other.goto('/drafts');
	await expect(other.locator('main')).not.toContainText('Halvt skrevet');
	await other.context().close();
});

test('what was typed in the last second before the tab goes is kept too', async ({ page, browser }) => {
	const name = named('Sidste sekund');
	await signIn(page, CONSULTANT);
	const address = await makeFirm(page, name);
	await page.goto(`${address}/edit`);
	await atRest(page);
	await field(page, 'company', 'website').fill('sidste-sekund.example');
	await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
	await expect(kept(page)).toBeVisible({ timeout: 2_000 });
	await page.close({ runBeforeUnload: false });
	const other = await device(browser, CONSULTANT, { javaScriptEnabled: false });
	await other.goto(`${address}/edit`);
	await expect(field(other, 'company', 'website')).toHaveValue('sidste-sekund.example');
	await other.getByRole('button', { name: 'Kassér kladde' }).click();
	await expect(field(other, 'company', 'website')).toHaveValue('');
	await other.getByRole('button', { name: 'Fortryd' }).click();
	await expect(other.getByText(name)).toBeVisible();
	await other.context().close();
});

for (const javaScriptEnabled of [true, false]) {
	test(`the sign-in ends in mid-text ${javaScriptEnabled ? 'with' : 'without'} scripts: after signing in again the form is as it was`, async ({
		browser,
	}) => {
		const name = named('Udløbet login');
		const page = await device(browser, CONSULTANT, { javaScriptEnabled });
		await page.goto('/companies/new');
		if (javaScriptEnabled) await atRest(page);
		await field(page, 'company', 'name').fill(name);
		await field(page, 'company', 'alternativeNames').fill('Første\nAndet');
		endSignIns(CONSULTANT);
		await save(page);
		await expect(page).toHaveURL(/\/sign-in\?next=/);
		expect(firms(name)).toEqual({ n: 0 });

		// A colleague at the same machine sees nothing of it.
		const back = page.url();
		await page.getByLabel('E-mail').fill(EMPLOYMENT);
		await page.getByLabel('Adgangskode').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Log ind', exact: true }).click();
		await expect(page).toHaveURL(/\/companies\/new/);
		await expect(field(page, 'company', 'name')).toHaveValue('');
		await page.context().clearCookies();

		await page.goto(back);
		await page.getByLabel('E-mail').fill(CONSULTANT);
		await page.getByLabel('Adgangskode').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Log ind', exact: true }).click();
		await expect(page.getByText('Din tekst er bevaret')).toBeVisible();
		await expect(field(page, 'company', 'name')).toHaveValue(name);
		await expect(field(page, 'company', 'alternativeNames')).toHaveValue('Første\nAndet');
		if (javaScriptEnabled) await atRest(page);
		await save(page);
		await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
		expect(firms(name)).toEqual({ n: 1 });
		await page.context().close();
	});
}

test('sent twenty times in parallel, then back and sent again with other words: one firm, and the writer is told', async ({ page }) => {
	const name = named('Tyve gange');
	await signIn(page, CONSULTANT);
	await page.goto('/companies/new');
	await atRest(page);
	await field(page, 'company', 'name').fill(name);
	const statuses = await page.evaluate(async () => {
		const form = document.querySelector<HTMLFormElement>('form#company');
		const body = () => new URLSearchParams([...new FormData(form ?? undefined)].map(([key, value]) => [key, String(value)]));
		const answers = await Promise.all(Array.from({ length: 20 }, () => fetch('/companies/new', { method: 'POST', body: body() })));
		return answers.map(({ status, redirected }) => [status, redirected]);
	});
	expect(statuses).toEqual(Array.from({ length: 20 }, () => [200, true]));
	expect(firms(name)).toEqual({ n: 1 });
	await field(page, 'company', 'website').fill('tilbage-og-send-igen.example');
	await save(page);
	await expect(page.getByRole('alert').filter({ hasText: 'Formularen er gemt før' })).toBeVisible();
	await expect(field(page, 'company', 'website')).toHaveValue('tilbage-og-send-igen.example');
	expect(firms(name)).toEqual({ n: 1 });
});

test.describe('two people in one form', () => {
	test('in different fields: both are saved, and the second is told', async ({ page, browser }) => {
		await signIn(page, CONSULTANT);
		const address = await makeFirm(page, named('Hver sit felt'));
		await page.goto(`${address}/edit`);
		await atRest(page);
		const other = await device(browser, EMPLOYMENT);
		await other.goto(`${address}/edit`);
		await field(other, 'company', 'phone').fill('22 22 22 22');
		await save(other);
		await expect(other).toHaveURL(new RegExp(`${address}$`));
		await field(page, 'company', 'website').fill('hver-sit-felt.example');
		await save(page);
		await expect(page.getByRole('status').filter({ hasText: /Gemt sammen med .+s ændring af telefon\./ })).toBeVisible();
		await expect(page.locator('main')).toContainText('22 22 22 22');
		await expect(page.locator('main')).toContainText('hver-sit-felt.example');
		await other.context().close();
	});

	for (const javaScriptEnabled of [true, false]) {
		test(`in the same field ${javaScriptEnabled ? 'with' : 'without'} scripts: both values are shown, and the writer decides`, async ({
			browser,
		}) => {
			const page = await device(browser, CONSULTANT, { javaScriptEnabled });
			const other = await device(browser, EMPLOYMENT);
			const address = await makeFirm(other, named('Samme felt'));
			await page.goto(`${address}/edit`);
			if (javaScriptEnabled) await atRest(page);
			await other.goto(`${address}/edit`);
			await field(other, 'company', 'phone').fill('22 22 22 22');
			await field(other, 'company', 'email').fill('de@firma.example');
			await save(other);
			await expect(other).toHaveURL(new RegExp(`${address}$`));

			await field(page, 'company', 'phone').fill('11 11 11 11');
			await field(page, 'company', 'email').fill('mig@firma.example');
			await field(page, 'company', 'website').fill('samme-felt.example');
			await save(page);
			const panel = page.getByRole('alert').filter({ hasText: 'I har ændret det samme' });
			await expect(panel).toBeVisible();
			await expect(panel.getByRole('group', { name: 'Telefon' })).toContainText('22 22 22 22');
			await expect(panel.getByRole('group', { name: 'Telefon' })).toContainText(/\d\d\.\d\d\.\d{4} \d\d\.\d\d/);
			await expect(field(page, 'company', 'phone')).toHaveValue('11 11 11 11');
			await expect(field(page, 'company', 'website')).toHaveValue('samme-felt.example');
			await panel.getByRole('group', { name: 'Telefon' }).getByText('Brug deres').click();
			if (javaScriptEnabled) await expect(field(page, 'company', 'phone')).toHaveValue('22 22 22 22');
			await save(page);
			await expect(page).toHaveURL(new RegExp(`${address}$`));
			await expect(page.locator('main')).toContainText('22 22 22 22');
			await expect(page.locator('main')).toContainText('mig@firma.example');
			await expect(page.locator('main')).toContainText('samme-felt.example');
			await page.context().close();
			await other.context().close();
		});
	}

	test('the same person in two tabs: the draft of one does not replace the other’s text, and the saves meet', async ({ page, context }) => {
		await signIn(page, CONSULTANT);
		const address = await makeFirm(page, named('To faner'));
		const right = await context.newPage();
		for (const tab of [page, right]) {
			await tab.goto(`${address}/edit`);
			await atRest(tab);
		}
		await field(page, 'company', 'website').fill('venstre.example');
		await expect(kept(page)).toBeVisible();
		await field(right, 'company', 'website').fill('hoejre.example');
		await expect(right.getByRole('status').filter({ hasText: 'En anden fane eller enhed har en nyere kladde' })).toBeVisible();
		await expect(field(right, 'company', 'website')).toHaveValue('hoejre.example');
		await right.getByRole('button', { name: 'Gem denne i stedet' }).click();
		await expect(kept(right)).toBeVisible();
		await save(page);
		await expect(page).toHaveURL(new RegExp(`${address}$`));
		await save(right);
		await expect(right.getByRole('alert').filter({ hasText: 'du har ændret det samme i et andet vindue' })).toBeVisible();
		await expect(field(right, 'company', 'website')).toHaveValue('hoejre.example');
		await save(right);
		await expect(right).toHaveURL(new RegExp(`${address}$`));
		await expect(right.locator('main')).toContainText('hoejre.example');
	});
});
