import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { atRest, expect, signIn, test } from './fixtures.ts';
import { E2E_FILE } from './house.ts';
import { TYPED } from './targets.ts';

// What holds for all four everyday tasks, whatever they cost: a talk logged, with a new firm too; everything before a
// visit; a record found. On a narrow screen, without scripts, with a way back, and with the day that was meant.
const CONSULTANT = 'erhverv@distrikt.example';

const field = (page: Page, name: string) => page.locator(`form#talk [name="${name}"]`);
const save = (page: Page) => page.getByRole('button', { name: 'Gem dialog' });
const shown = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first();

function ask<Row>(question: string, ...given: unknown[]): Row | undefined {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE, { readonly: true });
	const row = database.prepare<unknown[], Row>(question).get(...given);
	database.close();
	return row;
}

interface Firm {
	id: string;
	name: string;
	cvr: string;
	phone: string;
}

const firmWithTalks = (): Firm => {
	const firm = ask<Firm>(
		`select c.id, c.name, c.cvr, c.phone_key phone from companies c where c.cvr is not null and c.phone_key is not null
			and (select count(*) from timeline_entries t where t.scope_kind = 'company' and t.scope_id = c.id and t.kind = 'dialogue') >= 3
			and exists (select 1 from contact_roles r join contacts p on p.id = r.contact_id where r.company_id = c.id and r.to_on is null and p.phone is not null)
			and exists (select 1 from follow_ups f where f.company_id = c.id and f.state = 'open' and f.archived_at is null)
			order by c.id limit 1`,
	);
	if (!firm) throw new Error('The demo has no firm with talks, somebody to call and something open');
	return firm;
};

test.describe('a day', () => {
	// The product's day, wherever the machine's clock stands.
	const now = new Date(new Date().toLocaleString('en-US', { timeZone: 'Europe/Copenhagen' }));
	const year = now.getFullYear() + (now.getMonth() === 11 && now.getDate() > 7 ? 1 : 0);
	const inTwoWeeks = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 14, 12);
	const december = new Date(year, 11, 7, 12);
	const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short' });

	for (const [typed, meant] of [
		['7/12', december],
		[`07-12-${year}`, december],
		[`7.12.${year % 100}`, december],
		['om 2 uger', inTwoWeeks],
	] as const)
		test(`typed as ${typed} is stored as it is shown`, async ({ page }) => {
			const task = `Ring, aftalt ${typed === '7/12' ? 'kort' : typed.replace(/\d+/g, 'x')}`;
			await signIn(page, CONSULTANT);
			await page.goto('/dialogues/new');
			await atRest(page);
			await field(page, 'recentId').first().check();
			await field(page, 'note').fill(`Dag: ${task}`);
			await field(page, 'followUp').fill(`${task} ${typed}`);
			await expect(page.locator('form#talk output').first()).toContainText(day.format(meant));
			await save(page).click();
			await expect(page.getByRole('status').filter({ hasText: 'Dialogen er gemt' })).toContainText(day.format(meant));
			const local = new Date(meant.getTime() - meant.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
			expect(ask('select text, due_on day from follow_ups where text = ?', task)).toEqual({ text: task, day: local });
		});

	test('that names none for certain is refused, kept as typed, and nothing is stored', async ({ page }) => {
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await atRest(page);
		await field(page, 'recentId').first().check();
		await field(page, 'note').fill('Skal ikke gemmes endnu.');
		const count = () => ask('select count(*) talks from dialogues');
		const before = count();
		for (const typed of ['Ring 07122026', 'Ring 31/2', 'Ring næste mandag', 'Ring om et par uger']) {
			await field(page, 'followUp').fill(typed);
			await save(page).click();
			await expect(page.getByRole('alert').first()).toBeVisible();
			await expect(field(page, 'followUp')).toHaveValue(typed);
		}
		expect(count()).toEqual(before);
	});
});

/** Everything that can be pressed and is too small: 24 px each way, 44 px high for what the tasks are done with. */
const tooSmall = (page: Page) =>
	page.evaluate(() => {
		const MAIN = [
			'[data-form-actions] button, nav[data-bar] a, header [data-palette], [role="option"], [role="combobox"]',
			'main textarea, main label:has(> input[type="radio"]), form#talk fieldset button, main a[href^="tel:"][data-call]',
		].join(', ');
		const isInSentence = (element: Element) =>
			element.tagName === 'A' &&
			getComputedStyle(element).display === 'inline' &&
			element.parentElement?.textContent?.trim() !== element.textContent?.trim();
		return [...document.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="option"]')].flatMap(
			(element) => {
				const { width, height } = element.getBoundingClientRect();
				if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true }) || isInSentence(element)) return [];
				// A box with words beside it is pressed by its words too.
				const label = element.closest('label')?.getBoundingClientRect();
				const [wide, high] = [Math.max(width, label?.width ?? 0), Math.max(height, label?.height ?? 0)];
				const least = element.matches(MAIN) ? 43.5 : 23.5;
				if (wide >= 23.5 && high >= least) return [];
				return [
					`${location.pathname}: ${element.tagName} “${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}” ${wide} × ${high}`,
				];
			},
		);
	});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('nothing to press is too small and no page is too wide, all the way through the four tasks', async ({ page }) => {
		test.setTimeout(120_000);
		const firm = firmWithTalks();
		const faults: string[] = [];
		const look = async () => {
			faults.push(...(await tooSmall(page)));
			const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
			if (excess > 0) faults.push(`${page.url()} is ${excess} px too wide`);
		};
		await signIn(page, CONSULTANT);
		for (const path of ['/', `/companies/${firm.id}`, `/companies/${firm.id}/prep`, '/search?q=fabrik', '/dialogues/new']) {
			await page.goto(path);
			await atRest(page);
			await look();
		}
		await field(page, 'firm').tap();
		await page.keyboard.type('Endnu et prøvenavn');
		await expect(page.getByRole('option', { name: 'Opret' })).toBeVisible();
		await look();
		await page.getByRole('option', { name: 'Opret' }).tap();
		await expect(field(page, 'person')).toBeFocused();
		await look();
		await page.goto('/');
		await atRest(page);
		await page.locator('header[data-top-bar] [data-palette]').tap();
		await page.keyboard.type('fabrik');
		await expect(page.getByRole('option').first()).toBeVisible();
		await look();
		expect(faults).toEqual([]);
	});

	test('a talk that brought a new firm is taken back and put back with one tap each', async ({ page }, { retry }) => {
		const note = `Fortrudt med ny virksomhed ${retry}.`;
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await atRest(page);
		await field(page, 'firm').tap();
		await page.keyboard.type(`Fortrydelig Smedje ${retry}`);
		await page.getByRole('option', { name: 'Opret' }).tap();
		await expect(field(page, 'person')).toBeFocused();
		await field(page, 'note').fill(note);
		await save(page).tap();
		await expect(shown(page, note)).toBeVisible();
		await page.getByRole('button', { name: 'Fortryd' }).tap();
		await expect(page.getByText(note)).toHaveCount(0);
		await page.getByRole('button', { name: 'Fortryd' }).tap();
		await expect(shown(page, note)).toBeVisible();
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a firm and a person nobody has met before are logged with their talk', async ({ page }, { retry }) => {
		const name = `Uden Script Savværk ${retry}`;
		await signIn(page, CONSULTANT);
		await page.goto('/dialogues/new');
		await field(page, 'firm').fill(name);
		await field(page, 'note').fill(TYPED.note);
		await field(page, 'followUp').fill(`${TYPED.task} ${TYPED.day}`);
		await save(page).click();
		await page.locator('input[name="chosenId"][value="new"]').check();
		const person = field(page, 'person').first();
		if (!(await person.isVisible())) await page.locator('details:has([name="person"]) > summary').first().click();
		await person.fill(TYPED.person);
		await field(page, 'personPhone').first().fill(TYPED.phone);
		await save(page).click();
		await expect(page.locator('h1')).toContainText(name);
		for (const stands of [TYPED.note, TYPED.task, TYPED.person]) await expect(shown(page, stands)).toBeVisible();
		await expect(page.locator(`main a[href="tel:+45${TYPED.phone}"], main a[href="tel:${TYPED.phone}"]`).first()).toBeAttached();
	});

	test('everything before a visit stands on the firm’s page, found by its name', async ({ page }) => {
		const firm = firmWithTalks();
		await signIn(page, CONSULTANT);
		await page.goto('/');
		await page.getByRole('link', { name: 'Søg', exact: true }).first().click();
		await page.getByRole('searchbox').fill(firm.name);
		await page.getByRole('searchbox').press('Enter');
		await page.locator(`main a[href="/companies/${firm.id}"]`).first().click();
		await expect(page.locator('h1')).toHaveText(firm.name);
		const visible = (selector: string) => page.locator(`main ${selector}`).locator('visible=true');
		expect(await visible('a[href^="/dialogues/"]:not([href*="/new"])').count()).toBeGreaterThanOrEqual(3);
		await expect(visible('a[href^="tel:"]').first()).toBeVisible();
		await expect(visible('button[name="state"][value="done"]').first()).toBeVisible();
	});

	test('a number leads straight to its record', async ({ page }) => {
		const firm = firmWithTalks();
		await signIn(page, CONSULTANT);
		for (const number of [firm.cvr, `DK-${firm.cvr.replace(/..(?=.)/g, '$& ')}`, firm.phone, `+45 ${firm.phone.replace(/..(?=.)/g, '$&.')}`]) {
			await page.goto('/search');
			await page.getByRole('searchbox').fill(number);
			await page.getByRole('searchbox').press('Enter');
			await expect(page.locator('h1'), number).toHaveText(firm.name);
		}
	});
});
