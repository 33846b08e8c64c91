import type { Browser, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { rounds } from '../rounds.ts';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { DEMO_PASSWORD, E2E_FILE } from './house.ts';

// What is typed survives what happens around it: scripts that come late, loaders that run again, sign-ins that end.

const CONSULTANT = 'erhverv@distrikt.example';
const EMPLOYMENT = 'beskaeftigelse@distrikt.example';

const field = (page: Page, form: string, name: string) => page.locator(`form#${form} [name="${name}"]`);
const save = (page: Page) => page.locator('[data-form-actions] button').first().click();
const named = (stem: string) => `${stem} ${Math.random().toString(36).slice(2, 10)}`;

function inDatabase<T>(work: (database: Database.Database) => T): T {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE);
	try {
		return work(database);
	} finally {
		database.close();
	}
}

const endSignIns = (email: string) =>
	inDatabase((database) =>
		database.prepare('update sessions set expires_at = ? where user_id = (select id from users where email = ?)').run(Date.now() - 60_000, email),
	);

async function device(browser: Browser, email: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await signIn(page, email);
	return page;
}

/** Scripts wait at the door until they are let in; what the page says and looks like comes at once. */
async function holdScripts(page: Page): Promise<() => void> {
	let letIn = () => {};
	const open = new Promise<void>((done) => {
		letIn = done;
	});
	await page.route(/\/assets\/.*\.js/, async (route) => {
		await open;
		await route.continue();
	});
	return letIn;
}

async function slowly(page: Page, { kBps, cpu = 1 }: { kBps: number; cpu?: number }) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Network.enable');
	await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
	await devtools.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 400,
		downloadThroughput: kBps * 1000,
		uploadThroughput: kBps * 1000,
	});
	if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

/** Every control of a form a hand can reach: text typed, another line chosen, boxes and chips pressed, folds opened. What then stands there. */
async function fillEverything(page: Page, form: string): Promise<string[]> {
	const controls = page.locator(`form#${form} :is(input:not([type=hidden]), textarea, select)`);
	await page.locator(`form#${form}`).evaluate((element) => {
		for (const fold of element.querySelectorAll('details')) if (!fold.open) fold.querySelector('summary')?.click();
		for (const box of element.querySelectorAll<HTMLInputElement>('input:is([type=checkbox], [type=radio]):not([name=recentId])')) box.click();
	});
	for (const control of await controls.all()) {
		const kind = await control.evaluate((element) => {
			const isThere = element.checkVisibility() && !element.matches(':disabled, [type=checkbox], [type=radio], [type=file]');
			return isThere ? (element instanceof HTMLInputElement ? element.type : element.localName) : null;
		});
		if (kind === 'select') await control.selectOption({ index: await control.evaluate((element: HTMLSelectElement) => element.options.length - 1) });
		else if (kind === 'date') await control.fill('2026-11-03');
		else if (kind === 'time') await control.fill('10:15');
		else if (kind === 'number') await control.fill('4');
		else if (kind) await control.pressSequentially('ring 7/1');
	}
	return standing(page, form);
}

const standing = (page: Page, form: string) =>
	page.locator(`form#${form}`).evaluate((element: HTMLFormElement) =>
		[...element.elements].flatMap((control) => {
			if (control instanceof HTMLInputElement && control.type !== 'hidden' && control.type !== 'file')
				return [`${control.name || control.id} = ${/checkbox|radio/.test(control.type) ? `${control.value} ${control.checked}` : control.value}`];
			return control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement ? [`${control.name} = ${control.value}`] : [];
		}),
	);

const opened = (page: Page, form: string) => page.locator(`form#${form} details[open]`).count();

for (const [path, form] of [
	['/dialogues/new', 'talk'],
	['/contacts/new', 'contact'],
	['/follow-ups/new', 'follow-up'],
	['/companies/new', 'company'],
] as const) {
	test(`everything typed into ${path} before the scripts come stays, and is the form’s`, async ({ page }) => {
		await signIn(page, CONSULTANT);
		const letIn = await holdScripts(page);
		await page.goto(path, { waitUntil: 'commit' });
		await page.locator(`form#${form} [data-form-actions]`).waitFor();
		const typed = await fillEverything(page, form);
		const folds = await opened(page, form);
		letIn();
		await atRest(page);
		expect(await standing(page, form)).toEqual(expect.arrayContaining(typed));
		expect(await opened(page, form)).toBe(folds);
		// Rendered again, it is still there: the state knows it too.
		await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
		await page
			.getByRole('button', { name: 'om en uge' })
			.first()
			.click({ trial: true, timeout: 1_000 })
			.catch(() => undefined);
		expect(await standing(page, form)).toEqual(expect.arrayContaining(typed));
	});
}

test('a text that stood there and was changed before the scripts came keeps the change', async ({ page }) => {
	await signIn(page, CONSULTANT);
	const note = named('Stod der');
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().check({ force: true });
	await field(page, 'talk', 'note').fill(note);
	await field(page, 'talk', 'hasNoNextStep').check();
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();
	const { id } = inDatabase((database) => database.prepare('select id from dialogues where note = ?').get(note)) as { id: string };
	const letIn = await holdScripts(page);
	await page.goto(`/dialogues/${id}/edit`, { waitUntil: 'commit' });
	await field(page, 'talk', 'note').press('End');
	await field(page, 'talk', 'note').pressSequentially(' og mere');
	letIn();
	await atRest(page);
	await expect(field(page, 'talk', 'note')).toHaveValue(`${note} og mere`);
});

test('typed on a slow line at a person’s speed, before and while the scripts come', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await slowly(page, { kBps: 50 });
	await page.goto('/dialogues/new', { waitUntil: 'commit' });
	await field(page, 'talk', 'note').pressSequentially('Talte om to lærlinge og mere plads.', { delay: 60 });
	await field(page, 'talk', 'followUp').pressSequentially('ring om lærlinge 7/12', { delay: 60 });
	await page.locator('form#talk output').filter({ hasText: '7. dec' }).waitFor({ timeout: 30_000 });
	await atRest(page);
	await expect(field(page, 'talk', 'note')).toHaveValue('Talte om to lærlinge og mere plads.');
	await expect(field(page, 'talk', 'followUp')).toHaveValue('ring om lærlinge 7/12');
});

/** Types at once into a page that is just being taken over, and sees whether it lives. */
async function typeIntoColdForm(browser: Browser, delay: number) {
	const page = await device(browser, CONSULTANT);
	await slowly(page, { kBps: 2_000, cpu: 4 });
	await page.goto('/dialogues/new', { waitUntil: 'commit' });
	const note = 'Talte om to lærlinge og mere plads til værkstedet i foråret, når den nye hal står færdig.';
	await field(page, 'talk', 'note').pressSequentially(note, { delay });
	await field(page, 'talk', 'followUp').pressSequentially('ring om lærlinge 7/12', { delay });
	// Alive: the day is read, and a name typed finds firms.
	await expect(page.locator('form#talk output').filter({ hasText: '7. dec' })).toBeVisible({ timeout: 30_000 });
	await expect(field(page, 'talk', 'note')).toHaveValue(note);
	await expect(field(page, 'talk', 'followUp')).toHaveValue('ring om lærlinge 7/12');
	await field(page, 'talk', 'firm').pressSequentially('a', { delay });
	await expect(page.getByRole('option').first()).toBeVisible({ timeout: 30_000 });
	await page.context().close();
}

const DELAYS = [15, 60, 25, 40, 80];

test('typing at once into a talk form that has just come, on a slow machine, leaves it alive and complete', async ({ browser }) => {
	const loads = rounds(2, 20);
	test.setTimeout(loads * 45_000);
	for (let load = 0; load < loads; load += 1) await typeIntoColdForm(browser, DELAYS[load % DELAYS.length] ?? 40);
});

/** Ctrl-K so many milliseconds after something is to be seen, and letters behind it. */
async function paletteAfter(browser: Browser, path: string, wait: number) {
	const page = await device(browser, CONSULTANT);
	await slowly(page, { kBps: 200 });
	await page.goto(path, { waitUntil: 'commit' });
	await page.locator('main h1').waitFor();
	await page.waitForTimeout(wait);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('holm', { delay: 10 });
	await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('holm', { timeout: 20_000 });
	await page.context().close();
}

test('Ctrl-K opens the palette before, while and after the scripts come, with what is typed behind it', async ({ browser }) => {
	const moments = rounds(4, 20);
	test.setTimeout(moments * 30_000);
	for (let moment = 0; moment < moments; moment += 1)
		await paletteAfter(browser, moment % 2 ? '/companies' : '/dialogues/new', (moment * 2_850) / (moments - 1));
});

/** A person of one's own for one test. */
async function makeContact(page: Page): Promise<string> {
	await page.goto('/contacts/new');
	await atRest(page);
	await field(page, 'contact', 'name').fill(named('Konflikt Temasen'));
	await field(page, 'contact', 'phone').fill('51 00 00 01');
	await save(page);
	await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

for (const change of ['theme', 'language'] as const) {
	test(`the ${change} is changed in mid-form, after a colleague has saved: the clash is asked about and theirs is taken along`, async ({
		page,
		browser,
		context,
	}) => {
		await signIn(page, CONSULTANT);
		const address = await makeContact(page);
		// No draft comes through: it would bring its base back with it.
		await page.route(/\/drafts\//, () => new Promise(() => {}));
		await page.goto(`${address}/edit`);
		await atRest(page);
		const other = await device(browser, EMPLOYMENT);
		await other.goto(`${address}/edit`);
		await field(other, 'contact', 'phone').fill('51 99 99 99');
		await field(other, 'contact', 'email').fill('fra@kollega.example');
		await save(other);
		await expect(other).toHaveURL(new RegExp(`${address}$`));
		await other.context().close();
		await field(page, 'contact', 'phone').fill('51 00 00 02');
		if (change === 'language') {
			const tab = await context.newPage();
			await tab.goto('/account');
			await tab.getByText('English').click();
			await tab.locator('main form[action="/account/preferences"]').getByRole('button').click();
			await expect(tab.locator('html')).toHaveAttribute('lang', 'en');
			await tab.close();
		}
		await page.locator('aside, nav, header').locator('summary').filter({ visible: true }).last().click();
		await page.getByRole('button', { name: 'Mørkt' }).filter({ visible: true }).click();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await expect(field(page, 'contact', 'phone')).toHaveValue('51 00 00 02');
		await save(page);
		await expect(page.getByRole('alert').filter({ hasText: /51 99 99 99/ })).toBeVisible();
		await expect(field(page, 'contact', 'phone')).toHaveValue('51 00 00 02');
		await save(page);
		await expect(page).toHaveURL(new RegExp(`${address}$`));
		await expect(page.locator('main')).toContainText('fra@kollega.example');
		await expect(page.locator('main')).toContainText('51 00 00 02');
		inDatabase((database) => database.prepare("update users set language = 'da', theme = 'system' where email = ?").run(CONSULTANT));
	});
}

test('a loader that runs again gives a new talk no other id: its files and its draft stay its own', async ({ page }) => {
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	const id = await field(page, 'talk', 'id').inputValue();
	await field(page, 'talk', 'note').fill('Midt i det hele.');
	await page.locator('aside, nav, header').locator('summary').filter({ visible: true }).last().click();
	await page.getByRole('button', { name: 'Lyst' }).filter({ visible: true }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await expect(field(page, 'talk', 'id')).toHaveValue(id);
	await expect(field(page, 'talk', 'note')).toHaveValue('Midt i det hele.');
	inDatabase((database) => database.prepare("update users set theme = 'system' where email = ?").run(CONSULTANT));
});

/** A picture of so many bytes, each of another content. */
function photo(name: string, bytes: number) {
	const buffer = Buffer.alloc(bytes, name);
	Buffer.from('ffd8ffda0002', 'hex').copy(buffer);
	return { name, mimeType: 'image/jpeg', buffer };
}

test('seven photos chosen at once are kept with a talk being written and with a saved one, and one too large is named', async ({ page }) => {
	const note = named('Syv billeder');
	const photos = Array.from({ length: 7 }, (_, at) => photo(`foto-${at}.jpg`, 4_500_000));
	await signIn(page, CONSULTANT);
	await page.goto('/dialogues/new');
	await atRest(page);
	await page.locator('form#talk input[name="recentId"]').first().check({ force: true });
	await field(page, 'talk', 'note').fill(note);
	await field(page, 'talk', 'hasNoNextStep').check();
	await page.locator('#talk-files').evaluate((input) => {
		for (let fold = input.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
	});
	await page.locator('#talk-files').setInputFiles([...photos, photo('stor.jpg', 10_500_000)]);
	await expect(page.locator('#talk-files-status')).toContainText('»stor.jpg« fylder mere end 10 MB', { timeout: 30_000 });
	for (const { name } of photos) await expect(page.locator('form#talk li').filter({ hasText: name })).toBeVisible();
	await page.getByRole('button', { name: 'Gem dialog' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toBeVisible();

	const { id } = inDatabase((database) => database.prepare('select id from dialogues where note = ?').get(note)) as { id: string };
	await page.goto(`/dialogues/${id}`);
	await atRest(page);
	await page.locator('#files-chosen').setInputFiles(Array.from({ length: 7 }, (_, at) => photo(`senere-${at}.jpg`, 4_500_000)));
	await page.locator('#files form[enctype] button').click();
	for (const name of ['senere-0.jpg', 'senere-6.jpg', 'foto-0.jpg'])
		await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible({ timeout: 30_000 });
});

for (const [what, list, text] of [
	['need', '/needs', 'wording'],
	['issue', '/issues', 'title'],
] as const) {
	test(`the sign-in ends in the ${what} form: the text is back after the next sign-in`, async ({ browser }) => {
		const page = await device(browser, CONSULTANT);
		await page.goto(list);
		await page.locator('main a[href*="/needs/"], main a[href^="/issues/"]:not([href="/issues/new"])').first().click();
		await page.waitForURL(new RegExp(`${list}/[0-9a-f-]{36}`));
		if (!/\/edit$/.test(page.url())) await page.goto(`${page.url().split('?')[0]}/edit`);
		await atRest(page);
		const words = named('Skrevet inden udløb');
		const control = page.locator(`main form [name$="${text}"]:visible`).first();
		await control.fill(words);
		endSignIns(CONSULTANT);
		await save(page);
		await expect(page).toHaveURL(/\/sign-in\?next=/);
		await page.getByLabel('E-mail').fill(CONSULTANT);
		await page.getByLabel('Adgangskode').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Log ind', exact: true }).click();
		await expect(page.getByText('Din tekst er bevaret')).toBeVisible();
		await expect(control).toHaveValue(words);
		await page.context().close();
	});
}
