import { and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { distance } from 'fastest-levenshtein';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { phoneKeys } from '#app/contact-details/phones.server.ts';
import { db } from '#db/client.server.ts';
import { nameKey } from '#db/fold.ts';
import { entriesBeginning, entriesContaining } from '#db/full-text.server.ts';
import { blocksOf, firmsLike } from '#db/likeness.ts';
import { companies, companyTerms, districts, sites } from '#db/schema/index.ts';
import { startsWith } from '#db/sql.server.ts';
import { COMPANY_DRAWER } from './findable.server.ts';

/** Firms compared for each way of looking; whoever is in none of them is not compared at all. */
const BLOCK_SIZE = 300;
const SHOWN = 5;

const FIRM = {
	id: companies.id,
	name: companies.name,
	alternativeNames: companies.alternativeNames,
	cvr: companies.cvr,
	phone: companies.phone,
	archivedAt: companies.archivedAt,
	address: sites.address,
	city: sites.city,
	districtName: districts.name,
};

/** What a firm is called and reached by, as it is typed. */
interface Typed {
	name: string;
	phone?: string | null;
}

/**
 * Firms whose name may be the typed one's, spelling, word order and company form aside, or that have one of its telephone
 * numbers: who shares most comes first, nearest next, at most five. Archived ones too, unless `archived` is false.
 */
export async function lookAlikesOf(viewer: Viewer, { name, phone = null }: Typed, exceptId: string, { archived = true } = {}) {
	const [key, numbers] = [nameKey(name), phoneKeys(phone)];
	if (!key && numbers.length === 0) return [];
	const ids = await comparable(name, key, numbers);
	ids.delete(exceptId);
	if (ids.size === 0) return [];
	const found = await firms(viewer, inArray(companies.id, [...ids].slice(0, 4 * BLOCK_SIZE)), archived);
	const isLike = firmsLike(name);
	return found
		.map(({ alternativeNames, phone: number, ...firm }) => ({
			...firm,
			apart: distance(key, nameKey(firm.name)),
			shares: [
				...([firm.name, ...alternativeNames].some(isLike) ? ['name' as const] : []),
				...(numbers.length > 0 && phoneKeys(number).some((one) => numbers.includes(one)) ? ['phone' as const] : []),
			],
		}))
		.filter(({ shares }) => shares.length > 0)
		.sort((a, b) => b.shares.length - a.shares.length || a.apart - b.apart || (a.id < b.id ? -1 : 1))
		.slice(0, SHOWN)
		.map(({ apart: _apart, ...firm }) => firm);
}
export type LookAlike = Awaited<ReturnType<typeof lookAlikesOf>>[number];

/** The ids worth a look: of the same key, with a word that begins or ends alike, or found by a number. */
async function comparable(name: string, key: string, numbers: readonly string[]): Promise<Set<string>> {
	const { beginnings, insides } = blocksOf(name);
	const wanted = { kind: COMPANY_DRAWER, audiences: ['all'], first: '', limit: BLOCK_SIZE };
	const [equal, near, inside, numbered] = await Promise.all([
		db
			.select({ id: companies.id })
			.from(companies)
			.where(or(key ? eq(companies.nameKey, key) : undefined, numbers.length > 0 ? inArray(companies.phoneKey, [...numbers]) : undefined))
			.limit(BLOCK_SIZE),
		beginnings.length > 0
			? db
					.selectDistinct({ id: companyTerms.companyId })
					.from(companyTerms)
					.where(or(...beginnings.map((letters) => startsWith(companyTerms.term, letters))))
					.limit(2 * BLOCK_SIZE)
			: [],
		Promise.all(insides.map((letters) => entriesContaining([letters], [wanted]))),
		numbers.length > 0
			? entriesBeginning(
					numbers.map((number) => [number]),
					[wanted],
				)
			: new Map<string, Set<string>>(),
	]);
	const byIndex = [...inside, numbered].flatMap((answers) => [...(answers.get(COMPANY_DRAWER.kind) ?? [])]);
	return new Set([...equal.map(({ id }) => id), ...byIndex, ...near.map(({ id }) => id)]);
}

const firms = (viewer: Viewer, which: SQL, archived: boolean) =>
	db
		.select(FIRM)
		.from(companies)
		.leftJoin(sites, eq(sites.id, companies.mainSiteId))
		.leftJoin(districts, eq(districts.id, companies.districtId))
		.where(and(which, within(viewer, 'companies', { archived })))
		.orderBy(asc(companies.id));
