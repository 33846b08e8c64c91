import { and, asc, eq, inArray } from 'drizzle-orm';
import { distance } from 'fastest-levenshtein';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { nameKey } from '#db/fold.ts';
import { companies, companyTerms, districts, sites } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';

/** Letters a name must share with another from the beginning of one of its words to be compared with it at all. */
const BLOCK_LETTERS = 4;
const BLOCK_SIZE = 500;
const SHOWN = 5;

const FIRM = {
	id: companies.id,
	name: companies.name,
	cvr: companies.cvr,
	nameKey: companies.nameKey,
	address: sites.address,
	city: sites.city,
	districtName: districts.name,
};

/**
 * Firms whose name equals or nearly equals a typed one, company form and spelling aside, nearest first; at most five.
 * Compared are firms with the same normalised name and those sharing the first four letters of a word.
 */
export async function lookAlikesOf(viewer: Viewer, name: string, exceptId: string) {
	const key = nameKey(name);
	if (!key) return [];
	const near = await db
		.selectDistinct({ id: companyTerms.companyId })
		.from(companyTerms)
		.where(startsWith(companyTerms.term, key.slice(0, BLOCK_LETTERS).trim()))
		.limit(BLOCK_SIZE);
	const [equal, block] = await Promise.all([
		firms(viewer, eq(companies.nameKey, key)),
		near.length > 0
			? firms(
					viewer,
					inArray(
						companies.id,
						near.map(({ id }) => id),
					),
				)
			: [],
	]);
	const found = new Map([...equal, ...block].map((firm) => [firm.id, firm]));
	found.delete(exceptId);
	return [...found.values()]
		.map(({ nameKey: other, ...firm }) => ({ ...firm, apart: distance(key, other), isNear: isNearly(key, other) }))
		.filter(({ isNear }) => isNear)
		.sort((a, b) => a.apart - b.apart || (a.id < b.id ? -1 : 1))
		.slice(0, SHOWN)
		.map(({ apart: _apart, isNear: _isNear, ...firm }) => firm);
}
export type LookAlike = Awaited<ReturnType<typeof lookAlikesOf>>[number];

/** One slip in six letters, or one name being the other with further words behind it. */
export function isNearly(a: string, b: string): boolean {
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	if (shorter.length >= BLOCK_LETTERS && longer.startsWith(`${shorter} `)) return true;
	return distance(a, b) <= Math.floor(longer.length / 6);
}

const firms = (viewer: Viewer, which: ReturnType<typeof eq>) =>
	db
		.select(FIRM)
		.from(companies)
		.leftJoin(sites, eq(sites.id, companies.mainSiteId))
		.leftJoin(districts, eq(districts.id, companies.districtId))
		.where(and(which, within(viewer, 'companies')))
		.orderBy(asc(companies.id))
		.limit(BLOCK_SIZE);
