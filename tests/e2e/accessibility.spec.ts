import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { atRest, expect, signIn, test } from './fixtures.ts';

// Every page in both themes, wide and narrow; then what opens, and what goes wrong.
const THEMES = ['light', 'dark'] as const;
const SIZES = [
	{ width: 1280, height: 800 },
	{ width: 390, height: 844 },
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can change; all other rules read the same tree in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

async function faultsOf(page: Page, theme: (typeof THEMES)[number]): Promise<string[]> {
	const violations = await violationsOf(page, theme === 'light' ? { tags: TAGS } : { rules: RULES_OF_COLOUR });
	return violations.map((violation) => `${new URL(page.url()).pathname} ${violation}`);
}

/** The new colours are there with the next frame, their transitions at an end a little later; answers how high the page then is. */
const drawn = (page: Page) =>
	page.evaluate(async () => {
		// A hidden page draws no frame; on a busy machine the next one may be seconds away.
		const enough = new Promise((done) => setTimeout(done, document.hidden ? 1_000 : 15_000));
		const frames = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
		await Promise.race([enough, frames]);
		await Promise.race([enough, Promise.allSettled(document.getAnimations().map(({ finished }) => finished))]);
		return document.documentElement.scrollHeight;
	});

/**
 * On a phone bars lie over whatever has been scrolled beneath them: the window becomes as high as the page, with nothing
 * beneath, also where the page grows once more as the scripts take over.
 */
async function unfold(page: Page, size: (typeof SIZES)[number]) {
	let height = await drawn(page);
	for (let shown = size.height, tries = 0; height > shown && tries < 3; tries += 1) {
		shown = height;
		await page.setViewportSize({ ...size, height: shown });
		height = await drawn(page);
	}
}

/** Looks at the page as it stands in both themes and widths; a page wider than the window is a fault too. */
async function everyLook(page: Page): Promise<string[]> {
	const faults: string[] = [];
	// Widths first: to lay a page out anew costs more than to look at it.
	for (const size of SIZES) {
		await page.emulateMedia({ colorScheme: THEMES[0], reducedMotion: 'reduce' });
		await page.setViewportSize(size);
		if (size.width < 600) await unfold(page, size);
		for (const colorScheme of THEMES) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await drawn(page);
			faults.push(...(await faultsOf(page, colorScheme)).map((fault) => `${colorScheme} ${size.width}: ${fault}`));
		}
		const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		if (excess > 0) faults.push(`${size.width}: ${page.url()} is ${excess} px too wide`);
	}
	return faults;
}

async function visit(page: Page, paths: string[]): Promise<string[]> {
	const faults: string[] = [];
	for (const path of paths) {
		await page.goto(path);
		faults.push(...(await everyLook(page)));
	}
	return faults;
}

const firstLink = async (page: Page, list: string, pattern: RegExp): Promise<string> => {
	await page.goto(list);
	const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const found = links.find((link) => pattern.test(link));
	if (!found) throw new Error(`${list} links to nothing like ${pattern}`);
	return found;
};

test.setTimeout(240_000);
// Each on any worker: none builds on what another did.
test.describe.configure({ mode: 'parallel' });

test('pages for nobody in particular', async ({ page }) => {
	expect(await visit(page, ['/sign-in', '/nowhere'])).toEqual([]);
});

test('the consultant’s pages', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const company = await firstLink(page, '/companies', /^\/companies\/[0-9a-f-]{36}$/);
	const site = await firstLink(page, company, /^\/sites\/[0-9a-f-]{36}$/);
	const dialogue = await firstLink(page, '/dialogues', /^\/dialogues\/[0-9a-f-]{36}$/);
	const pages = [
		'/',
		'/companies',
		'/companies?q=qqqq',
		'/companies?status=all&size=from-10&filters=open',
		'/companies/new',
		company,
		`${company}/edit`,
		`${company}/sites/new`,
		'/sites',
		site,
		`${site}/edit`,
	];
	expect(await visit(page, [...pages, '/dialogues', '/dialogues/new', dialogue, '/account', '/account/password'])).toEqual([]);
});

test('needs of skills and matters that come up again', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const need = await firstLink(page, '/needs', /^\/needs\/[0-9a-f-]{36}\/edit$/);
	const issue = await firstLink(page, '/issues', /^\/issues\/[0-9a-f-]{36}$/);
	expect(await visit(page, ['/needs', '/needs?state=all&group=it', need, '/issues', '/issues/new', issue, `${issue}/edit`])).toEqual([]);
});

test('people of firms and owners, their roles and their answers', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const contact = await firstLink(page, '/contacts', /^\/contacts\/[0-9a-f-]{36}$/);
	const role = await firstLink(page, contact, /^\/contact-roles\/[0-9a-f-]{36}\/edit$/);
	const pages = ['/contacts', '/contacts?q=qqqq', '/contacts?role=none', '/contacts/new', contact, `${contact}/edit`];
	expect(await visit(page, [...pages, `${contact}/roles/new`, `${contact}/consents`, role])).toEqual([]);
});

test('search', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const pages = ['/archive', '/archive?q=qqqq', '/search', '/search?q=fabrik', '/search?q=l%C3%A6rling&kind=dialogue', '/search?q=qqqqqq'];
	expect(await visit(page, pages)).toEqual([]);
});

test('districts', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	expect(await visit(page, ['/districts', '/districts/kirkebjerg', '/districts/kirkebjerg/edit'])).toEqual([]);
});

test('landowners and their land', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const owner = await firstLink(page, '/landowners', /^\/landowners\/[0-9a-f-]{36}$/);
	const property = await firstLink(page, owner, /^\/properties\/[0-9a-f-]{36}$/);
	const share = await firstLink(page, property, /^\/ownerships\/[0-9a-f-]{36}\/edit$/);
	const owners = ['/landowners', '/landowners?q=qqqq', '/landowners/new', owner, `${owner}/edit`, `${owner}/ownerships/new`];
	const land = ['/properties', '/properties/new', property, `${property}/edit`, `${property}/owners/new`, share, share.replace('/edit', '/sale')];
	expect(await visit(page, [...owners, ...land])).toEqual([]);
});

test('what is to be done, before a visit and after it', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const company = await firstLink(page, '/companies', /^\/companies\/[0-9a-f-]{36}$/);
	const owner = await firstLink(page, '/landowners', /^\/landowners\/[0-9a-f-]{36}$/);
	const followUp = await firstLink(page, '/', /^\/follow-ups\/[0-9a-f-]{36}\/edit$/);
	const id = company.split('/').at(-1);
	const forms = [
		'/follow-ups',
		'/follow-ups?kind=promise',
		'/follow-ups?list=done',
		'/follow-ups/new',
		`/follow-ups/new?company=${id}&kind=visit`,
		followUp,
	];
	expect(await visit(page, [`${company}/prep`, `${owner}/prep`, `${company}?kind=event`, ...forms])).toEqual([]);
});

test('the manager’s and the administrator’s pages', async ({ page }) => {
	await signIn(page, 'leder@distrikt.example');
	expect(await visit(page, ['/', '/admin/people'])).toEqual([]);
	await page.context().clearCookies();
	await signIn(page, 'admin@distrikt.example');
	const person = await firstLink(page, '/admin/people', /^\/admin\/people\/[0-9a-f-]{36}$/);
	const unit = await firstLink(page, '/admin/units', /^\/admin\/units\/[0-9a-f-]{36}$/);
	expect(
		await visit(page, [
			'/',
			'/districts/new',
			'/admin/people',
			'/admin/people/new',
			person,
			'/admin/units',
			'/admin/units/new',
			unit,
			'/admin/roles',
		]),
	).toEqual([]);
});

test('pages that ask once more, and the one behind a link for one person', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const own = await firstLink(page, '/', /^\/dialogues\/[0-9a-f-]{36}$/);
	expect(await visit(page, [`${own}/edit`])).toEqual([]);
	await page.context().clearCookies();
	await signIn(page, 'admin@distrikt.example');
	const person = await firstLink(page, '/admin/people', /^\/admin\/people\/[0-9a-f-]{36}$/);
	const unit = await firstLink(page, '/admin/units', /^\/admin\/units\/[0-9a-f-]{36}$/);
	expect(await visit(page, [`${person}/disablement`, `${unit}/archival`, `${person}/invitation`])).toEqual([]);
	await page.locator('main form[method=post] button').first().click();
	const link = await page.locator('main input[readonly]').inputValue();
	expect(await everyLook(page)).toEqual([]);
	await page.context().clearCookies();
	expect(await visit(page, [link])).toEqual([]);
});

test('forms that were filled in wrongly', async ({ page }) => {
	await page.goto('/sign-in');
	await page.locator('form[method=post] button[type=submit]').first().click();
	await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
	expect(await everyLook(page)).toEqual([]);
	await signIn(page, 'erhverv@distrikt.example');
	for (const path of ['/dialogues/new', '/companies/new']) {
		await page.goto(path);
		await page.locator('main form[method=post] button[type=submit]').first().click();
		await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
		expect(await everyLook(page)).toEqual([]);
	}
});

test('what opens: the list of keys, the account menu, the rest of the talk form, the hits of the firm field', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto('/');
	await atRest(page);
	await page.keyboard.press('?');
	await expect(page.locator('dialog[open]')).toBeVisible();
	expect(await everyLook(page)).toEqual([]);
	await page.goto('/dialogues/new');
	await atRest(page);
	for (const summary of await page.locator('main details > summary').all()) await summary.click();
	await page.locator('[role=combobox]').first().fill('de');
	await expect(page.locator('[role=option]').first()).toBeVisible();
	expect(await everyLook(page)).toEqual([]);
});

test('history, putting away, trash and what a firm takes part in', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const company = await firstLink(page, '/companies', /^\/companies\/[0-9a-f-]{36}$/);
	const id = company.split('/').at(-1) ?? '';
	const dialogue = await firstLink(page, '/', /^\/dialogues\/[0-9a-f-]{36}$/);
	await page.goto(company);
	await page.locator('main details > summary').last().click();
	expect(await everyLook(page)).toEqual([]);
	const talk = dialogue.split('/').at(-1);
	expect(
		await visit(page, [
			`/history/company/${id}`,
			`/history/dialogue/${talk}`,
			`/archival/company/${id}`,
			'/trash',
			`${company}/commitments/new`,
			'/companies?mine=yes',
		]),
	).toEqual([]);
	await page.goto(`/archival/company/${id}`);
	await page.locator('main button[name=state][value=archived]').click();
	await expect(page.locator('main button[value=present]').first()).toBeVisible();
	expect(await everyLook(page)).toEqual([]);
	await page.locator('main button[value=present]').first().click();
});

test('two people’s edits that clash, drafts waiting, a form with its draft', async ({ page, browser }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const company = await firstLink(page, '/companies', /^\/companies\/[0-9a-f-]{36}$/);
	await page.goto(`${company}/edit`);
	await atRest(page);
	const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await signIn(other, 'beskaeftigelse@distrikt.example');
	await other.goto(`${company}/edit`);
	for (const [tab, names] of [
		[other, 'Kollegaens navn\nFælles navn'],
		[page, 'Mit navn\nFælles navn'],
	] as const) {
		await tab.locator('form#company [name="alternativeNames"]').fill(names);
		if (tab === page) await expect(page.getByText(/^Kladde gemt/)).toBeVisible();
		await tab.locator('[data-form-actions] button').first().click();
	}
	await expect(page.getByRole('alert').filter({ hasText: 'har ændret det samme' })).toBeVisible();
	await page.locator('summary').filter({ hasText: 'linje for linje' }).click();
	expect(await everyLook(page)).toEqual([]);
	expect(await visit(page, ['/drafts', `${company}/edit`])).toEqual([]);
	await page.getByRole('button', { name: 'Kassér kladde' }).first().click();
	await expect(page.getByText('Kladden er kasseret')).toBeVisible();
	expect(await visit(page, ['/drafts'])).toEqual([]);
	await other.context().close();
});
