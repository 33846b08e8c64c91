import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoPerson, type House, openHouse } from './server.ts';

// Every figure of a district opens its rows: each link is followed, and what the list holds is counted.

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.stop());

const LISTS = 'companies|sites|landowners|properties|needs|issues';
const get = async (path: string, person: DemoPerson) => (await fetch(`${house.url}${path}`, { headers: { cookie: house.cookieOf(person) } })).text();
const plain = (html: string) => html.replaceAll('&amp;', '&');
const textOf = (html: string) => plain(html.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' '));
const numberIn = (text: string): number | undefined => {
	const [digits] = text.match(/\d[\d.\u00a0]*/) ?? [];
	return digits === undefined ? undefined : Number(digits.replace(/\D/g, ''));
};

/** What a page says: the addresses its figures open, each with the figure. A bar's figure stands behind its name. */
function figuresOf(html: string): Array<{ to: string; figure: number; isHeads: boolean }> {
	const main = html.slice(html.indexOf('<main'));
	const link = new RegExp(`<a [^>]*href="(/(?:${LISTS})\\?[^"]+)"[^>]*>(.*?)</a>(.*?)(?=<a |</li>|</dd>|</td>|</p>)`, 'gs');
	return [...main.matchAll(link)].map(([, to = '', inside = '', behind = '']) => {
		const figure = numberIn(textOf(/[?;](division|size)=/.test(to) ? behind : inside));
		expect(figure, `${to}: ${textOf(inside)}`).toBeDefined();
		return { to: plain(to), figure: figure ?? Number.NaN, isHeads: to.includes('heads=known') };
	});
}

/** The rows behind an address, counted in the list's own file: so many, or the sum of their heads. */
async function countedAt({ to, isHeads }: { to: string; isHeads: boolean }, person: DemoPerson): Promise<number> {
	const [list = '', search = ''] = to.slice(1).split('?');
	const rows: Array<Record<string, string>> = parse(await get(`/exports/${list}?${search}`, person), { columns: true, bom: true, delimiter: ';' });
	return isHeads ? rows.reduce((sum, row) => sum + Number(row.Ansatte), 0) : rows.length;
}

test.each(['erhverv', 'leder', 'admin'] as const)('every figure of every district opens exactly its rows (%s)', async (person) => {
	const list = await get('/districts', person);
	const slugs = [...new Set([...list.matchAll(/href="\/districts\/([a-z0-9-]+)"/g)].map(([, slug = '']) => slug))].filter((slug) => slug !== 'new');
	expect(slugs.length).toBeGreaterThan(4);
	const seen = new Map<string, number>();
	const pages = [list, ...(await Promise.all(slugs.map((slug) => get(`/districts/${slug}`, person))))];
	const faults: string[] = [];
	for (const page of pages)
		for (const { to, figure, isHeads } of figuresOf(page)) {
			const counted = seen.get(to) ?? (await countedAt({ to, isHeads }, person));
			seen.set(to, counted);
			if (counted !== figure) faults.push(`${to}: ${figure} on the page, ${counted} in the list`);
		}
	expect(faults).toEqual([]);
	expect(seen.size).toBeGreaterThan(slugs.length * 10);
});

test('no figure of a district stands without a link to its rows', async () => {
	const page = await get('/districts/ejby', 'erhverv');
	const main = page.slice(page.indexOf('<main'));
	const facts = main.slice(main.indexOf('<dl'), main.indexOf('</dl>'));
	// A day is no figure.
	const bare = textOf(facts.replace(/<a .*?<\/a>/gs, '')).replace(/\d{1,2}\.\d{1,2}\.\d{4}/g, '');
	expect(bare).not.toMatch(/\d/);
	const bars = [...main.matchAll(/<figure>(.*?)<\/figure>/gs)].flatMap(([, figure = '']) =>
		[...figure.matchAll(/<li\b.*?<\/li>/gs)].map(([bar]) => bar),
	);
	expect(bars.length).toBeGreaterThan(4);
	expect(bars.filter((bar) => !/<a [^>]*href="\/companies\?/.test(bar))).toEqual([]);
});
