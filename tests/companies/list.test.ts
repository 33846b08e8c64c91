import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { COMPANY_LIST, COMPANY_SORTS } from '#app/companies/list.tsx';
import { sizeClassOf, sizeRankOf } from '#app/companies/size.ts';
import { PAGE_SIZE, placeFrom } from '#app/lists/keyset.server.ts';
import { paramsOf, stateFrom } from '#app/lists/list.ts';
import { write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyTerms } from '#db/schema/index.ts';
import { found } from '#tests/listed.ts';
import { buildWorld, type World } from '#tests/world.ts';

let world: World;
const MANY = 230;

beforeAll(async () => {
	world = await buildWorld();
	await write(async (tx) => {
		const now = new Date();
		const rows = Array.from({ length: MANY }, (_, at) => {
			const name = `Rækkefirma ${['Æble', 'Alfa', 'Ærø', 'Beta', 'Ås'][at % 5]} ${at % 40}`;
			const sizeClass = at % 7 === 0 ? null : sizeClassOf(at % 60);
			return {
				id: newId(),
				name,
				sortName: sortName(name),
				nameKey: name.toLowerCase(),
				districtId: at % 3 === 0 ? world.ejby.id : null,
				division: at % 4 === 0 ? null : ['25', '62', '43'][at % 3],
				statusGroup: (['active', 'active', 'distress', 'ceased'] as const)[at % 4],
				isProtected: at % 2 === 0,
				sizeClass,
				sizeRank: sizeRankOf(sizeClass),
				lastTalkOn: at % 3 === 1 ? null : `2026-${String(1 + (at % 9)).padStart(2, '0')}-10`,
				createdAt: now,
				updatedAt: now,
			};
		});
		await tx.insert(companies).values(rows);
		await tx.insert(companyTerms).values(rows.map(({ id }) => ({ companyId: id, term: 'raekkefirma' })));
	});
});

const state = (params: Record<string, string>) => stateFrom(COMPANY_LIST, new URLSearchParams(params));
const companiesPage = (viewer: typeof world.anna, params: Record<string, string>) => found(viewer, companyList, params);

/** Follows "next" from the first page to the last. */
async function walk(params: Record<string, string>) {
	const pages: Array<Awaited<ReturnType<typeof companiesPage>>> = [];
	for (let after = ''; pages.length < 20; ) {
		const page = await companiesPage(world.anna, { ...params, after });
		pages.push(page);
		if (!page.next) break;
		after = page.next;
	}
	return pages;
}

describe('paging the list', () => {
	it.each(COMPANY_SORTS)('gives every firm once and in order by %s, and the same pages backwards', async (sort) => {
		const params = { sort, status: 'all' };
		const pages = await walk(params);
		const rows = pages.flatMap((page) => page.rows);
		expect(rows.length).toBe(MANY + 2);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 50, 50, 32]);
		const key = (row: (typeof rows)[number]) =>
			sort.endsWith('name')
				? [row.sortName, row.id]
				: sort.endsWith('size')
					? [row.sizeRank + 20, row.sortName, row.id]
					: [row.lastTalkOn ?? '', row.sortName, row.id];
		const keys = rows.map((row) => key(row).join('\u0001'));
		const wanted = [...keys].sort((a, b) => (a < b ? -1 : 1));
		expect(keys).toEqual(sort.startsWith('-') ? wanted.reverse() : wanted);

		let before = pages.at(-1)?.previous ?? null;
		for (const page of pages.slice(0, -1).reverse()) {
			expect(before).not.toBeNull();
			const back = await companiesPage(world.anna, { ...params, before: before ?? '' });
			expect(back.rows.map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id));
			before = back.previous;
		}
		expect(before).toBeNull();
	});

	it('counts what it shows under any filters', async () => {
		const choice = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					sort: fc.constantFrom(...COMPANY_SORTS),
					division: choice('25', '62,43', 'unknown', '25,unknown'),
					size: choice('from-10', 'is-20', 'unknown'),
					status: choice('active', 'distress', 'ceased', 'all'),
					protection: choice('yes', 'no'),
					q: choice('række', 'demo', 'findes ikke'),
				}),
				async (params) => {
					const given = Object.fromEntries(Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined));
					const pages = await walk(given);
					const total = pages[0]?.total ?? 0;
					expect(pages.reduce((sum, page) => sum + page.rows.length, 0)).toBe(total);
					expect(pages.every((page) => page.rows.length <= PAGE_SIZE)).toBe(true);
				},
			),
			{ numRuns: 40 },
		);
	});

	it('leaves ceased firms out until they are asked for', async () => {
		const page = await companiesPage(world.anna, {});
		const all = await companiesPage(world.anna, { status: 'all' });
		expect(all.total - page.total).toBe(Math.floor(MANY / 4));
		expect(page.rows.every(({ statusGroup }) => statusGroup !== 'ceased')).toBe(true);
	});

	it('finds a firm by the beginning of any word of its name', async () => {
		const page = await companiesPage(world.bo, { q: 'maskin' });
		expect(page.rows.map(({ id }) => id)).toEqual([world.demolund.id]);
		expect((await companiesPage(world.bo, { q: 'askin' })).rows).toEqual([]);
	});

	it('shows who was never talked to first when the oldest talk comes first', async () => {
		const page = await companiesPage(world.anna, { sort: 'talk' });
		expect(page.rows[0]?.lastTalkOn).toBeNull();
	});
});

describe('the address of the list', () => {
	it('comes back as it was written', () => {
		const params = {
			q: 'træ',
			district: 'ejby',
			division: '25,62',
			size: 'from-10',
			status: 'distress',
			protection: 'no',
			sort: '-talk',
			after: '["2026-01-10","a","b"]',
		};
		const back = Object.fromEntries(Object.entries(paramsOf(state(params), COMPANY_LIST)).filter(([, value]) => value !== undefined));
		expect(back).toEqual(params);
	});

	it('ignores what it does not know', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('q', 'district', 'division', 'size', 'status', 'protection', 'sort', 'after', 'before'), fc.string()),
				(params) => {
					expect(COMPANY_SORTS).toContain(state(params).sort);
				},
			),
		);
		expect(state({ sort: 'shoe', size: 'is-7', status: 'x', division: '999' })).toEqual(state({}));
	});

	it('names no place that the order does not have', async () => {
		const orderOf = async (sort: string) => (await companyList.ask(world.anna, state({ sort })))?.order ?? { by: {} };
		expect(placeFrom('["2026-02-31","a","b"]', await orderOf('talk'))).toBeNull();
		expect(placeFrom('["2026-02-28","a","b"]', await orderOf('talk'))).toEqual(['2026-02-28', 'a', 'b']);
		expect(placeFrom('[null,"a","b"]', await orderOf('talk'))).toEqual([null, 'a', 'b']);
		expect(placeFrom('[null,"a","b"]', await orderOf('size'))).toBeNull();
		expect(placeFrom('[99999999999,"a","b"]', await orderOf('size'))).toBeNull();
		expect(placeFrom('["a"]', await orderOf('name'))).toBeNull();
	});
});
