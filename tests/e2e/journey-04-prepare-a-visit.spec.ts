import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { E2E_FILE } from './house.ts';
import { TARGETS } from './targets.ts';

// Journey 4: everything before a visit on one page. From anywhere by Ctrl-K, from today's appointments by one tap.
const CONSULTANT = 'erhverv@distrikt.example';

const ask = (question: string, ...given: unknown[]): Record<string, string> => {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE, { readonly: true });
	const row = database.prepare(question).get(...given) as Record<string, string> | undefined;
	database.close();
	if (!row) throw new Error(`Nothing answers ${question}`);
	return row;
};

/** A firm there is much to say about: three talks or more, somebody to call, something open, the consultant's visit to come. */
const firmOfVisit = () =>
	ask(
		`select c.id, c.name, f.text from companies c
			join follow_ups f on f.company_id = c.id and f.kind = 'visit' and f.state = 'open' and f.archived_at is null
			join users u on u.id = f.assignee_id and u.email = ?
			where (select count(*) from timeline_entries t where t.scope_kind = 'company' and t.scope_id = c.id) >= 3
			order by f.due_on, f.id limit 1`,
		CONSULTANT,
	);

/** The first letters that lead to this firm and to no other. */
const lettersOf = (name: string) => name.slice(0, 5);

/** Whether the middle of an element lies in the first window, without scrolling. */
async function inFirstWindow(page: Page, element: ReturnType<Page['locator']>): Promise<boolean> {
	const box = await element.boundingBox();
	const height = page.viewportSize()?.height ?? 0;
	return box !== null && box.y >= 0 && box.y + box.height / 2 <= height;
}

/** Three talks, what is open and whom to call, all on the first screen of the firm's page. */
async function standsOnFirstScreen(page: Page) {
	await expect(page.locator('h1')).toBeVisible();
	await page.evaluate(() => window.scrollTo(0, 0));
	const visible = (selector: string) => page.locator(`main ${selector}`).locator('visible=true');
	const talks = visible('a[href^="/dialogues/"]:not([href*="/new"])');
	expect(await talks.count()).toBeGreaterThanOrEqual(3);
	for (let at = 0; at < 3; at += 1) expect(await inFirstWindow(page, talks.nth(at)), `talk ${at + 1}`).toBe(true);
	expect(await inFirstWindow(page, visible('a[href^="tel:"]').first()), 'somebody to call').toBe(true);
	expect(await inFirstWindow(page, visible('a[href^="/contacts/"]').first()), 'a contact').toBe(true);
	expect(
		await inFirstWindow(
			page,
			page
				.getByText(firmOfVisit().text ?? '')
				.locator('visible=true')
				.first(),
		),
		'what is open',
	).toBe(true);
}

test.describe('at the desk', () => {
	test.use({ viewport: { width: 1280, height: 900 } });

	test('Ctrl-K, five letters and Enter lead to the firm, with no tap, 8 keys and 6 s at most', async ({ page, hand }) => {
		const firm = firmOfVisit();
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		hand.decides('to search');
		await page.keyboard.press('Control+k');
		hand.decides('the firm');
		await page.keyboard.type(lettersOf(firm.name ?? ''));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/companies\/[0-9a-f-]{36}$/);
		await hand.meets(TARGETS.visit.desk);
		await page.goto(`/companies/${firm.id}`);
		await standsOnFirstScreen(page);
		expect((await hand.effort()).scrolls).toBe(0);
	});

	test('a visit is planned in the open: who else is there is said, a reason asked for, and the day shown back', async ({ page }) => {
		const { id } = ask(
			`select s.then_company_id id from dialogues d join dialogue_subjects s on s.dialogue_id = d.id join users u on u.id = d.author_id
				where u.email <> ? and d.archived_at is null and s.then_company_id is not null order by d.held_on desc limit 1`,
			CONSULTANT,
		);
		await signIn(page, CONSULTANT);
		await page.goto(`/companies/${id}`);
		await page.getByRole('link', { name: 'Planlæg besøg' }).first().click();
		await expect(page.locator('[data-touches]')).toBeVisible();
		await page.getByLabel('Hvad skal der ske?').fill('Se det nye værksted');
		await page.getByLabel('Dag', { exact: true }).fill('om 1 uge');
		await expect(page.locator('output').first()).toContainText('.');
		await page.getByRole('button', { name: 'Gem opfølgning' }).click();
		await expect(page.locator('#follow-up-goAheadReason')).toBeFocused();
		await expect(page.getByLabel('Hvad skal der ske?')).toHaveValue('Se det nye værksted');
		await page.keyboard.type('Aftalt med kollegaen');
		await page.getByRole('button', { name: 'Gem opfølgning' }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Besøget er planlagt' })).toBeVisible();
		await expect(page.getByText('Se det nye værksted').locator('visible=true').first()).toBeVisible();
	});

	test('what is done is gone with one press, and back with Ctrl + Z', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		const first = page.locator('main button[name="state"][value="done"]').first();
		const name = (await first.getAttribute('aria-label')) ?? '';
		await first.press('Enter');
		await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Fortryd' })).toBeVisible();
		await page.keyboard.press('Control+z');
		await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('the firm is at most two taps, five keys and 7.5 s away, and its first screen says what matters', async ({ page, hand }) => {
		const firm = firmOfVisit();
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		hand.decides('to search');
		await hand.presses(page.locator('header a[data-palette]:visible').first());
		// Nobody types on a phone before its keyboard is there.
		await expect(page.getByRole('combobox')).toBeFocused();
		hand.decides('the firm');
		await page.keyboard.type(lettersOf(firm.name ?? ''));
		const hits = page.getByRole('option').filter({ hasText: firm.name ?? '' });
		await hand.presses(hits.first());
		await expect(page).toHaveURL(new RegExp(`/companies/${firm.id}$`));
		await hand.meets(TARGETS.visit.phone);
		await standsOnFirstScreen(page);
	});

	test('from today’s appointments the prep sheet is one tap away and scrolls one way only', async ({ page, hand }) => {
		const firm = firmOfVisit();
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await atRest(page);
		await hand.reset();
		hand.decides('the visit');
		await hand.presses(page.locator(`main a[href="/companies/${firm.id}/prep"]`).first());
		await expect(page.locator('[data-sheet]')).toBeVisible();
		await hand.meets({ ...TARGETS.visit.phone, taps: 1, keys: 0 });
		await expect(page.locator('h1')).toHaveText(firm.name ?? '');
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
		await page.screenshot({ path: '.cache/e2e/prep-sheet-phone.png', fullPage: true });
	});
});

test('the prep sheet is one printed page: promises first, nothing of the screen around it', async ({ page }, info) => {
	const firm = firmOfVisit();
	await signIn(page, CONSULTANT);
	await page.goto(`/companies/${firm.id}/prep`);
	await atRest(page);
	await expect(page.getByRole('button', { name: 'Udskriv' })).toBeVisible();
	const headings = await page.locator('[data-sheet] h2').allTextContents();
	expect(headings.slice(0, 3)).toEqual(['Løfter og opgaver', 'Seneste dialoger', 'Kontaktpersoner']);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 718, height: 1040 });
	for (const gone of ['nav', 'header[data-top-bar]', 'button']) await expect(page.locator(gone).locator('visible=true')).toHaveCount(0);
	const picture = await page.screenshot({ path: info.outputPath('prep-sheet-print.png'), fullPage: true });
	await info.attach('prep sheet in print', { body: picture, contentType: 'image/png' });
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('without scripts the day is worked all the same: done with one press, back with the next', async ({ browser, page }) => {
	await signIn(page, CONSULTANT);
	const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
	const plain = await context.newPage();
	await plain.goto('/');
	const first = plain.locator('main button[name="state"][value="done"]').first();
	const name = (await first.getAttribute('aria-label')) ?? '';
	await first.click();
	await expect(plain.getByRole('button', { name, exact: true })).toHaveCount(0);
	await plain.getByRole('button', { name: 'Fortryd' }).click();
	await expect(plain.getByRole('button', { name, exact: true })).toHaveCount(1);
	await context.close();
});
