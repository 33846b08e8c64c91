import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { phoneKey } from '#db/phone-key.ts';
import { companies, companyIdentifiers, contactRoles, contacts, districts, landowners, properties, sites } from '#db/schema/index.ts';
import { nameEntry } from './entry.ts';

// What the master data are found by. Each builder takes many ids and answers the entries of those that are present.

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
		const others = [cvr, ...(numbersOf.get(id) ?? []).flatMap(({ value }) => [value, joined(value)]), phoneKey(phone)];
		return own.map((no) => nameEntry('company', id, no, [name, ...alternativeNames], others));
	});
}

export async function siteEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: sites.id,
			name: sites.name,
			pNumber: sites.pNumber,
			address: sites.address,
			postalCode: sites.postalCode,
			city: sites.city,
			no: districts.no,
		})
		.from(sites)
		.leftJoin(districts, eq(districts.id, sites.districtId))
		.where(and(inArray(sites.id, ids), isNull(sites.archivedAt)))
		.orderBy(asc(sites.id));
	return rows.map((site) => nameEntry('site', site.id, site.no, [site.name, site.address], [site.pNumber, site.postalCode, site.city]));
}

export async function landownerEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select()
		.from(landowners)
		.where(and(inArray(landowners.id, ids), isNull(landowners.archivedAt)))
		.orderBy(asc(landowners.id));
	return rows.map(({ id, name, phone, email, address, postalCode, city }) =>
		nameEntry('landowner', id, null, [name], [phoneKey(phone), email, address, postalCode, city]),
	);
}

export async function propertyEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: properties.id,
			name: properties.name,
			address: properties.address,
			postalCode: properties.postalCode,
			city: properties.city,
			bfe: properties.bfe,
			cadastralDistrict: properties.cadastralDistrict,
			parcelNo: properties.parcelNo,
			no: districts.no,
		})
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(inArray(properties.id, ids), isNull(properties.archivedAt)))
		.orderBy(asc(properties.id));
	return rows.map(({ id, no, name, address, postalCode, city, bfe, cadastralDistrict, parcelNo }) =>
		nameEntry('property', id, no, [name, address], [postalCode, city, bfe, cadastralDistrict, parcelNo]),
	);
}

/** A contact, by the titles of all roles: "værkføreren hos Demolund" may have been so last year. */
export async function contactEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: contacts.id, name: contacts.name, phone: contacts.phone, email: contacts.email })
		.from(contacts)
		.where(and(inArray(contacts.id, ids), isNull(contacts.archivedAt)))
		.orderBy(asc(contacts.id));
	const titles = await tx
		.select({ contactId: contactRoles.contactId, title: contactRoles.title })
		.from(contactRoles)
		.where(and(inArray(contactRoles.contactId, ids), isNull(contactRoles.archivedAt)))
		.orderBy(asc(contactRoles.id));
	return rows.map(({ id, name, phone, email }) => {
		const own = titles.filter(({ contactId }) => contactId === id).map(({ title }) => title);
		return nameEntry('contact', id, null, [name], [phoneKey(phone), email, ...own]);
	});
}

export async function districtEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: districts.id, name: districts.name, no: districts.no })
		.from(districts)
		.where(and(inArray(districts.id, ids), isNull(districts.archivedAt)))
		.orderBy(asc(districts.id));
	return rows.map(({ id, name, no }) => nameEntry('district', id, no, [name]));
}

/** "DE 123.456" is typed with and without its blanks and dots. */
const joined = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');

function grouped<Row extends { companyId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) groups.set(row.companyId, [...(groups.get(row.companyId) ?? []), row]);
	return groups;
}
