import Database from 'better-sqlite3';
import { expect, signIn, test } from './fixtures.ts';
import { E2E_FILE } from './house.ts';

// What has to be known before a visit stands on the first screen of the firm's page: nobody scrolls in a car park.
const BOTTOM_BAR = 64;

/** A firm with three talks or more, something open from one of them, and two people to call: the demo's talks differ from day to day. */
function firmWithMuchToSay(): string {
	const database = new Database(process.env.E2E_DATABASE ?? E2E_FILE, { readonly: true });
	const id = database
		.prepare(
			`select c.id from companies c where c.status_group = 'active'
				and (select count(*) from timeline_entries t where t.scope_kind = 'company' and t.scope_id = c.id) >= 3
				and exists (select 1 from follow_ups f where f.company_id = c.id and f.state = 'open' and f.dialogue_id is not null and f.archived_at is null)
				and (select count(*) from contact_roles r join contacts p on p.id = r.contact_id
					where r.company_id = c.id and r.to_on is null and p.phone is not null) >= 2
				order by c.id limit 1`,
		)
		.pluck()
		.get();
	database.close();
	return String(id);
}

test('whom to call, what is open and the last three talks stand on the first screen, phone and desktop', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	const firm = firmWithMuchToSay();
	for (const [width, height, covered] of [
		[1280, 900, 0],
		[390, 844, BOTTOM_BAR],
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto(`/companies/${firm}`);
		const seen = await page.locator('main').evaluate((main, floor) => {
			const isSeen = (one: Element) => {
				const { top, bottom, width: wide } = one.getBoundingClientRect();
				return wide > 0 && top >= 0 && bottom <= floor;
			};
			const count = (selector: string) => [...main.querySelectorAll(selector)].filter(isSeen).length;
			return { calls: count('a[href^="tel:"]'), talks: count('a[data-row][href^="/dialogues/"]'), scrolled: window.scrollY };
		}, height - covered);
		// A follow-up leads to the talk it comes from.
		expect(seen, `${width} × ${height}`).toMatchObject({ scrolled: 0 });
		expect(seen.talks, `talks and promises at ${width}`).toBeGreaterThanOrEqual(4);
		expect(seen.calls, `people to call at ${width}`).toBeGreaterThanOrEqual(2);
	}
});
