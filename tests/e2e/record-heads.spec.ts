import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';

// One left edge for all titles: who goes from list to record to form never looks for where the page begins.

const titleAt = async (page: Page, path: string) => {
	await page.goto(path);
	return await page.locator('h1').evaluate((title) => title.getBoundingClientRect().x);
};

/** The first record of a list that the page links to. */
const firstOf = async (page: Page, list: string, pattern: RegExp): Promise<string> => {
	await page.goto(list);
	const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	return links.find((link) => pattern.test(link)) ?? `nothing like ${pattern}`;
};
const RECORD = /^\/[a-z]+\/[0-9a-f-]{36}$/;

const edgesOf = async (page: Page, paths: readonly string[]) => {
	const edges: Record<string, number> = {};
	for (const path of paths) edges[path] = await titleAt(page, path);
	return edges;
};

/** Left edges of the title and of the first deed below it. */
const headOf = async (page: Page, path: string) => {
	await page.goto(path);
	return await page.locator('main header').evaluate((head) => {
		const left = (selector: string) => head.querySelector(selector)?.getBoundingClientRect().x;
		return { title: left('h1'), deed: left('[data-deeds] :is(a, button)'), facts: head.querySelectorAll('dt').length };
	});
};

test('the title begins at the same place on every record, list, form and missing page', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, 'erhverv@distrikt.example');
	const company = await firstOf(page, '/companies', RECORD);
	const site = await firstOf(page, company, /^\/sites\/[0-9a-f-]{36}$/);
	const owner = await firstOf(page, '/landowners', RECORD);
	const property = await firstOf(page, '/properties', RECORD);
	const contact = await firstOf(page, '/contacts', RECORD);
	const talk = await firstOf(page, '/', /^\/dialogues\/[0-9a-f-]{36}$/);
	const issue = await firstOf(page, '/issues', RECORD);
	const records = [company, site, owner, property, contact, talk, issue];
	for (const path of [...records, '/districts/kirkebjerg']) {
		const { title, deed, facts } = await headOf(page, path);
		expect(deed, `the first deed on ${path}`).toBe(title);
		expect(facts, `facts on ${path}`).toBeGreaterThanOrEqual(2);
		expect(facts, `facts on ${path}`).toBeLessThanOrEqual(7);
	}
	const lists = ['/', '/companies', '/landowners', '/properties', '/contacts', '/dialogues', '/follow-ups', '/needs', '/issues', '/districts'];
	const forms = ['/companies/new', '/landowners/new', '/contacts/new', '/dialogues/new', '/follow-ups/new', '/issues/new'];
	const others = ['/districts/kirkebjerg', '/districts/kirkebjerg/edit', `${company}/prep`, `/history/company/${company.split('/').at(-1)}`];
	const own = await edgesOf(page, [
		...records,
		...records.map((path) => `${path}/edit`),
		...lists,
		...forms,
		...others,
		'/search',
		'/drafts',
		'/nowhere',
	]);
	await page.context().clearCookies();
	await signIn(page, 'admin@distrikt.example');
	const person = await firstOf(page, '/admin/people', /^\/admin\/people\/[0-9a-f-]{36}$/);
	const unit = await firstOf(page, '/admin/units', /^\/admin\/units\/[0-9a-f-]{36}$/);
	const houses = await edgesOf(page, ['/admin/people', person, '/admin/people/new', '/admin/units', unit, '/admin/units/new', '/admin/roles']);
	const all = { ...own, ...houses };
	expect(all).toEqual(Object.fromEntries(Object.keys(all).map((path) => [path, all[company]])));
});

test('a part of a page with nothing in it is one line, with one deed at most', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/companies/new');
	await page.getByLabel('Navn', { exact: true }).first().fill('Tom Fiktion ApS');
	await page.getByRole('button', { name: 'Opret virksomhed' }).click();
	await page.waitForURL(/\/companies\/[\w-]{36}$/);
	for (const title of ['Dialoger', 'Problemstillinger', 'Kontaktpersoner', 'Deltager i']) {
		const part = page.locator('main section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
		expect((await part.boundingBox())?.height, title).toBeLessThanOrEqual(40);
		expect(await part.getByRole('link').count(), title).toBeLessThanOrEqual(1);
	}
});
