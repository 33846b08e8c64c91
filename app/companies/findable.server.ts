import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { phoneKeys } from '#app/contact-details/phones.server.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Drawer, Entry } from '#db/full-text.server.ts';
import { companies, companyIdentifiers, districts, sites } from '#db/schema/index.ts';
import { placeLine } from './place-line.ts';
import { formatCvr } from './register-numbers.ts';

export const COMPANY_DRAWER: Drawer = { kind: 'company', drawer: 1 };

/** A firm, once in every district it has a site in, its own first; in none when it has no site in any. */
export async function companyEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: companies.id,
			name: companies.name,
			alternativeNames: companies.alternativeNames,
			cvr: companies.cvr,
			phone: companies.phone,
		})
		.from(companies)
		.where(and(inArray(companies.id, ids), isNull(companies.archivedAt)))
		.orderBy(asc(companies.id));
	const numbers = await tx
		.select({ companyId: companyIdentifiers.companyId, value: companyIdentifiers.value })
		.from(companyIdentifiers)
		.where(inArray(companyIdentifiers.companyId, ids))
		.orderBy(asc(companyIdentifiers.id));
	const places = await tx
		.selectDistinct({ companyId: sites.companyId, no: districts.no })
		.from(sites)
		.innerJoin(districts, eq(districts.id, sites.districtId))
		.where(and(inArray(sites.companyId, ids), isNull(sites.archivedAt)))
		.orderBy(asc(districts.no));
	const [numbersOf, placesOf] = [grouped(numbers), grouped(places)];
	return rows.flatMap(({ id, name, alternativeNames, cvr, phone }) => {
		const own = placesOf.get(id)?.map(({ no }) => no) ?? [0];
		const others = [cvr, ...(numbersOf.get(id) ?? []).flatMap(({ value }) => [value, joined(value)]), ...phoneKeys(phone)];
		return own.map((no) => nameEntry('company', id, no, [name, ...alternativeNames], others));
	});
}

export const companyCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			id: companies.id,
			name: companies.name,
			cvr: companies.cvr,
			phone: companies.phoneKey,
			statusGroup: companies.statusGroup,
			district: districts.name,
			address: sites.address,
			postalCode: sites.postalCode,
			city: sites.city,
		})
		.from(companies)
		.leftJoin(districts, eq(districts.id, companies.districtId))
		.leftJoin(sites, eq(sites.id, companies.mainSiteId))
		.where(and(inArray(companies.id, ids), within(viewer, 'companies')));
	return rows.map(({ id, name, cvr, phone, statusGroup, district, ...place }) => ({
		...{ kind: 'company' as const, id, title: name, to: paths.company(id), talk: paths.newDialogue({ company: id }) },
		detail: detailLine(placeLine(place), cvr && `CVR ${formatCvr(cvr).replaceAll(' ', '\u00a0')}`, district),
		numbers: [cvr, phone],
		isCeased: statusGroup === 'ceased',
	}));
};

/** Firms with a site in the district. */
export const firmsIn = (districtId: string) =>
	db
		.select({ id: sites.companyId })
		.from(sites)
		.where(and(eq(sites.districtId, districtId), isNull(sites.archivedAt)));

/** "DE 123.456" is typed with and without its blanks and dots. */
const joined = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');

function grouped<Row extends { companyId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) groups.set(row.companyId, [...(groups.get(row.companyId) ?? []), row]);
	return groups;
}
