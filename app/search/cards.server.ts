import { and, eq, inArray } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { formatCvr } from '#app/companies/register-numbers.ts';
import { currentRolesOf } from '#app/contacts/queries.server.ts';
import { landownerKindLabel } from '#app/landowners/labels.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/client.server.ts';
import { companies, contacts, districts, landowners, properties, sites } from '#db/schema/index.ts';
import type { EntryKind } from '#db/vocabulary.ts';

/** A record as a list of search shows it, with all of it that this viewer may read and nothing else. */
export interface Card {
	kind: EntryKind;
	id: string;
	title: string;
	/** What tells two of one name apart. */
	detail: string;
	to: string;
	/** Numbers that are this record's own, digits alone. */
	numbers?: Array<string | null>;
	/** What was written, of texts. */
	text?: string;
	on?: string;
	/** The firm a site is of. */
	companyId?: string;
	isCeased?: boolean;
}

/** Asks the rights again, row by row: what search finds is only a sieve. Ids that may not be known of fall out. */
export type Cards = (viewer: Viewer, ids: string[]) => Promise<Card[]>;

const line = (...parts: Array<string | null | undefined>) => parts.filter(Boolean).join(' · ');

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
		...{ kind: 'company' as const, id, title: name, to: paths.company(id) },
		detail: line(placeLine(place), cvr && `CVR ${formatCvr(cvr).replaceAll(' ', '\u00a0')}`, district),
		numbers: [cvr, phone],
		isCeased: statusGroup === 'ceased',
	}));
};

export const siteCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: sites.id, name: sites.name, pNumber: sites.pNumber, ceasedOn: sites.ceasedOn },
			...{ address: sites.address, postalCode: sites.postalCode, city: sites.city },
			...{ companyId: companies.id, companyName: companies.name },
		})
		.from(sites)
		.innerJoin(companies, eq(companies.id, sites.companyId))
		.where(and(inArray(sites.id, ids), within(viewer, 'sites'), within(viewer, 'companies')));
	return rows.map(({ id, name, pNumber, ceasedOn, companyId, companyName, ...place }) => ({
		...{ kind: 'site' as const, id, title: name, to: paths.site(id), companyId },
		detail: line(placeLine(place), name === companyName ? null : companyName, pNumber && `P ${pNumber}`),
		numbers: [pNumber],
		isCeased: ceasedOn !== null,
	}));
};

export const landownerCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select()
		.from(landowners)
		.where(and(inArray(landowners.id, ids), within(viewer, 'landowners')));
	return rows.map(({ id, name, kind, phoneKey, address, postalCode, city }) => ({
		...{ kind: 'landowner' as const, id, title: name, to: paths.landowner(id) },
		detail: line(landownerKindLabel(kind), placeLine({ address, postalCode, city })),
		numbers: [phoneKey],
	}));
};

export const propertyCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: properties.id, name: properties.name, bfe: properties.bfe, parcelNo: properties.parcelNo, district: districts.name },
			...{ address: properties.address, postalCode: properties.postalCode, city: properties.city },
		})
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(inArray(properties.id, ids), within(viewer, 'properties')));
	return rows.map(({ id, name, bfe, parcelNo, district, ...place }) => ({
		...{ kind: 'property' as const, id, title: name, to: paths.property(id) },
		detail: line(placeLine({ ...place, address: place.address === name ? null : place.address }), parcelNo, bfe && `BFE ${bfe}`, district),
		numbers: [bfe],
	}));
};

export const contactCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: contacts.id, name: contacts.name, phoneKey: contacts.phoneKey })
		.from(contacts)
		.where(and(inArray(contacts.id, ids), within(viewer, 'contacts')));
	const roles = await currentRolesOf(
		viewer,
		rows.map(({ id }) => id),
	);
	return rows.map(({ id, name, phoneKey }) => {
		const role = roles.get(id)?.[0];
		return { kind: 'contact', id, title: name, detail: line(role?.title, role?.place.name), to: paths.contact(id), numbers: [phoneKey] };
	});
};

export const districtCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: districts.id, name: districts.name, slug: districts.slug })
		.from(districts)
		.where(and(inArray(districts.id, ids), within(viewer, 'districts')));
	return rows.map(({ id, name, slug }) => ({ kind: 'district', id, title: name, detail: '', to: paths.district(slug) }));
};
