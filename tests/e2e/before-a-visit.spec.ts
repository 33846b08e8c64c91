import { expect, signIn, test } from './fixtures.ts';

// What has to be known before a visit stands on the first screen of the firm's page: nobody scrolls in a car park.
const FIRM = 'Stillads & Stil ApS';
const BOTTOM_BAR = 64;

test('whom to call, what is open and the last three talks stand on the first screen, phone and desktop', async ({ page }) => {
	await signIn(page, 'erhverv@distrikt.example');
	await page.goto(`/companies?q=${encodeURIComponent('Stillads')}`);
	const href = await page.getByRole('link', { name: FIRM }).first().getAttribute('href');
	for (const [width, height, covered] of [
		[1280, 900, 0],
		[390, 844, BOTTOM_BAR],
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto(href ?? '');
		const seen = await page.locator('main').evaluate((main, floor) => {
			const isSeen = (one: Element) => {
				const { top, bottom, width: wide } = one.getBoundingClientRect();
				return wide > 0 && top >= 0 && bottom <= floor;
			};
			const count = (selector: string) => [...main.querySelectorAll(selector)].filter(isSeen).length;
			return { calls: count('a[href^="tel:"]'), talks: count('a[data-row][href^="/dialogues/"]'), scrolled: window.scrollY };
		}, height - covered);
		// Two follow-ups lead to the talks they come from.
		expect(seen, `${width} × ${height}`).toMatchObject({ scrolled: 0 });
		expect(seen.talks, `talks and promises at ${width}`).toBeGreaterThanOrEqual(5);
		expect(seen.calls, `people to call at ${width}`).toBeGreaterThanOrEqual(2);
	}
});
