import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Order, pageByKey } from '#app/lists/keyset.server.ts';
import { db, write } from '#db/client.server.ts';
import { newId } from '#db/new-id.ts';
import { companies } from '#db/schema/index.ts';
import { buildWorld } from '#tests/world.ts';

beforeAll(async () => {
	await buildWorld();
});

const row = fc.record({
	sortName: fc.constantFrom('a', 'b', '~1', 'aa', 'a b', 'Ø'),
	lastTalkOn: fc.constantFrom(null, '2026-01-01', '2026-01-02', '1999-12-31'),
	sizeRank: fc.integer({ min: -1, max: 3 }),
	updatedAt: fc.constantFrom(new Date(0), new Date(1_700_000_000_123), new Date(1_700_000_000_124)),
});
const { id, sortName, lastTalkOn, sizeRank, updatedAt } = companies;
const ORDERS: Array<Omit<Order, 'isDescending'>> = [
	{ by: { id } },
	{ by: { sortName, id } },
	{ by: { sizeRank, sortName, id } },
	{ by: { updatedAt, id } },
	{ by: { lastTalkOn, sortName, id }, empty: 'first' },
	{ by: { lastTalkOn, id }, empty: 'last' },
];

/** The rows of one run in pages of one size. */
function reader(run: string, order: Order, size: number) {
	const read = (...[which, by, limit]: Parameters<Parameters<typeof pageByKey>[0]>) =>
		db
			.select({ id, sortName, lastTalkOn, sizeRank, updatedAt })
			.from(companies)
			.where(and(eq(companies.nameKey, run), which))
			.orderBy(...by)
			.limit(limit);
	return (position: { after?: string; before?: string }) => pageByKey(read, order, position, size);
}

describe('pages by key', () => {
	it('walked on and back give every row exactly once and in order, whatever the rows, the order and the size', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(row, { maxLength: 24 }),
				fc.integer({ min: 0, max: ORDERS.length - 1 }),
				fc.boolean(),
				fc.integer({ min: 1, max: 9 }),
				async (given, at, isDescending, size) => {
					const way = ORDERS[at] ?? { by: { id } };
					const run = newId();
					const rows = given.map((one) => ({ ...one, id: newId(), name: 'Firma', nameKey: run, createdAt: new Date(0) }));
					if (rows.length > 0) await write((tx) => tx.insert(companies).values(rows));
					const page = reader(run, { ...way, isDescending }, size);
					const pages: Array<Awaited<ReturnType<typeof page>>> = [];
					for (let after: string | undefined; pages.length <= rows.length; ) {
						const next = await page(after ? { after } : {});
						pages.push(next);
						if (!next.next) break;
						after = next.next;
					}
					const seen = pages.flatMap((one) => one.rows);
					expect(seen.map((one) => one.id).sort()).toEqual(rows.map((one) => one.id).sort());
					const keys = seen.map((one) => keyOf(one, way));
					const sorted = [...keys].sort(compare);
					expect(keys).toEqual(isDescending ? sorted.reverse() : sorted);
					expect(pages.every((one, at) => one.rows.length === size || at === pages.length - 1)).toBe(true);
					expect(pages[0]?.previous).toBeNull();
					for (let at = pages.length - 1; at > 0; at -= 1) {
						const back = await page({ before: pages[at]?.previous ?? '' });
						expect(back.rows).toEqual(pages[at - 1]?.rows);
						expect(back.previous === null).toBe(at === 1);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	it('begins at the first page where the address names no place', async () => {
		const run = newId();
		const rows = Array.from({ length: 3 }, () => ({
			id: newId(),
			name: 'Firma',
			nameKey: run,
			sortName: 'f',
			createdAt: new Date(0),
			updatedAt: new Date(0),
		}));
		await write((tx) => tx.insert(companies).values(rows));
		const page = reader(run, { by: { updatedAt, id } }, 2);
		for (const after of ['', 'x', '[]', '[1]', '["1","2"]', '[1e300,"a"]', '[null,"a"]', `[0,"a\\u0000"]`, 'null', `[0,"${'a'.repeat(700)}"]`]) {
			const { rows: first, previous } = await page({ after });
			expect([first.length, previous], after).toEqual([2, null]);
		}
	});
});

type Key = ReadonlyArray<string | number>;

/** A row's key as the order compares it: where the first may be empty, whether it is comes before. */
function keyOf(one: object, { by, empty }: Omit<Order, 'isDescending'>): Key {
	const values = Object.keys(by).map((name) => {
		const value: unknown = Reflect.get(one, name);
		return value instanceof Date ? value.getTime() : typeof value === 'number' ? value : String(value ?? '');
	});
	return [empty && values[0] === '' ? (empty === 'first' ? 0 : 2) : 1, ...values];
}

function compare(a: Key, b: Key): number {
	const at = a.findIndex((value, place) => value !== b[place]);
	if (at < 0) return 0;
	const [left, right] = [a[at] ?? '', b[at] ?? ''];
	return typeof left === 'number' ? left - Number(right) : Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
}
