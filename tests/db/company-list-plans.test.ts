import { beforeAll, describe, expect, it } from 'vitest';
import { companyList } from '#app/companies/company-list.server.ts';
import { COMPANY_SORTS } from '#app/companies/list.tsx';
import { sizeClassOf, sizeRankOf } from '#app/companies/size.ts';
import { write } from '#db/client.server.ts';
import { sortName } from '#db/fold.ts';
import { newId } from '#db/new-id.ts';
import { companies, companyResponsibles, companyTerms } from '#db/schema/index.ts';
import { found } from '#tests/listed.ts';
import { buildWorld, type World } from '#tests/world.ts';
import { analyze, planOf, statementsOf } from './plans.ts';

// Every page of the list of firms is read in order from an index: no combination of filter and order reads the
// whole table or sorts it. The plans are SQLite's own, after ANALYZE, on enough rows for it to care.

let world: World;
const MANY = 4_000;
const WORDS = ['alfa', 'beta', 'gamma', 'delta', 'sjælden'];

beforeAll(async () => {
	world = await buildWorld();
	const now = new Date();
	const rows = Array.from({ length: MANY }, (_, at) => {
		const sizeClass = sizeClassOf((at * 7) % 300);
		const name = `${WORDS[at % 400 === 0 ? 4 : at % 4]} ${at}`;
		return {
			id: newId(),
			name,
			sortName: sortName(name),
			nameKey: name,
			districtId: at % 3 === 0 ? world.ejby.id : world.kirkebjerg.id,
			division: String(10 + (at % 80)),
			statusGroup: (['active', 'active', 'active', 'distress', 'ceased'] as const)[at % 5],
			isProtected: at % 2 === 0,
			sizeClass,
			sizeRank: sizeRankOf(sizeClass),
			lastTalkOn: at % 3 === 0 ? null : `2026-0${1 + (at % 9)}-10`,
			createdAt: now,
			updatedAt: now,
		};
	});
	for (let at = 0; at < MANY; at += 500) {
		const some = rows.slice(at, at + 500);
		await write(async (tx) => {
			await tx.insert(companies).values(some);
			await tx.insert(companyTerms).values(some.map(({ id, nameKey }) => ({ companyId: id, term: nameKey.replace('æ', 'ae') })));
		});
	}
	const mine = rows.filter((_, at) => at % 50 === 0).map(({ id }) => ({ id: newId(), companyId: id, userId: world.anna.id }));
	await write((tx) => tx.insert(companyResponsibles).values(mine.map((row) => ({ ...row, unitId: world.units.business, fromOn: '2026-01-01' }))));
	analyze();
});

const FILTERS: Array<Record<string, string>> = [
	{},
	{ district: 'ejby' },
	{ district: 'ejby', division: '25' },
	{ district: 'ejby', size: 'from-10', status: 'active' },
	{ division: '25' },
	{ division: '25', size: 'from-50' },
	{ size: 'from-10' },
	{ size: 'is-50' },
	{ status: 'distress' },
	{ status: 'ceased', protection: 'yes' },
	{ status: 'all' },
	{ protection: 'no' },
	{ q: 'alfa' },
	{ q: 'sjælden' },
	{ mine: 'yes' },
	{ mine: 'yes', district: 'ejby', status: 'active' },
];

/** The statements of one page and of the page after it. */
async function statementsOfList(params: Record<string, string>): Promise<string[]> {
	const page = (given: Record<string, string>) => found(world.anna, companyList, given);
	let after: string | null = null;
	const first = await statementsOf(async () => {
		({ next: after } = await page(params));
	});
	expect(first.length, `statements of ${JSON.stringify(params)}`).toBeLessThanOrEqual(4);
	return after ? [...first, ...(await statementsOf(() => page({ ...params, after: after ?? '' })))] : first;
}

describe('the plans of the list of firms', () => {
	it.each(FILTERS)('reads %j from an index in every order', async (params) => {
		for (const sort of COMPANY_SORTS) {
			for (const statement of await statementsOfList({ ...params, sort })) {
				const plan = planOf(statement);
				// A count that most firms pass stops after 1,001 rows, in whatever order it meets them.
				const isSoonFull =
					/"capped"/.test(statement) && !['district', 'division', 'size', 'status'].some((filter) => params[filter] && params[filter] !== 'all');
				if (!isSoonFull) expect(plan, statement).not.toMatch(/SCAN companies(?! USING)/);
				// Few firms of a name, a district's division and a size class are read and sorted; all else stands in order in an index.
				const isFewByName = / in \(\?, /.test(statement) && /"companies"\."id" in/.test(statement);
				const isDistinct = /select distinct/.test(statement);
				const isWithinDivisionOfDistrict = params.district !== undefined && params.division !== undefined;
				const isOneClass = params.size?.startsWith('is-') && !sort.endsWith('size');
				if (!isOneClass && !isFewByName && !isDistinct && !isWithinDivisionOfDistrict)
					expect(plan, statement).not.toMatch(/TEMP B-TREE FOR ORDER BY/);
			}
		}
	});
});
