import { sql } from 'drizzle-orm';
import { choice, day, decimal, index, int, ref, sortText, table, text, uniqueIndex } from '../columns.ts';
import { DISTRICT_SOURCES, LANDOWNER_KINDS } from '../vocabulary.ts';
import { companies } from './companies.ts';
import { districts } from './districts.ts';
import { editable } from './editable.ts';
import { responsible } from './responsible.ts';

/** Who owns land: a firm in its role as owner, or a person, public body, association or fund. */
export const landowners = table(
	'landowners',
	{
		...editable(),
		kind: choice(LANDOWNER_KINDS).notNull(),
		/** A registered organisation is stored once, as a firm; the owner is then a role of it. Never for a person. */
		companyId: ref().references(() => companies.id),
		/** The firm's name where there is a firm, kept equal by the command that renames it. */
		name: text().notNull(),
		sortName: sortText().notNull(),
		nameKey: text().notNull(),
		phone: text(),
		/** Digits alone, without country code, to find a number in any format. */
		phoneKey: text(),
		email: text(),
		address: text(),
		postalCode: text(),
		city: text(),
		/** Derived: day of the latest talk; null = never. */
		lastTalkOn: day(),
	},
	(t) => [
		uniqueIndex('landowners_company').on(t.companyId),
		index('landowners_sort').on(t.sortName, t.id),
		index('landowners_kind_sort').on(t.kind, t.sortName, t.id),
		index('landowners_name_key').on(t.nameKey, t.id),
		index('landowners_phone').on(t.phoneKey, t.id),
		// What was put away, the latest first: few of many.
		index('landowners_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
	],
);

/** Land: one property (BFE) or parcel as the consultant speaks of it. */
export const properties = table(
	'properties',
	{
		...editable(),
		/** What people call it, mostly its address. */
		name: text().notNull(),
		sortName: sortText().notNull(),
		/** BFE-nummer, unique nationwide. */
		bfe: text(),
		/** Ejerlavskode and matrikelnummer, unique together. */
		cadastralDistrict: text(),
		parcelNo: text(),
		address: text(),
		addressKey: text().notNull().default(''),
		postalCode: text(),
		city: text(),
		lat: decimal(),
		lon: decimal(),
		districtId: ref().references(() => districts.id),
		districtSource: choice(DISTRICT_SOURCES),
		/** Square metres. */
		landArea: int(),
		floorArea: int(),
		/** Present use in words. */
		use: text(),
	},
	(t) => [
		uniqueIndex('properties_bfe').on(t.bfe),
		uniqueIndex('properties_parcel').on(t.cadastralDistrict, t.parcelNo),
		index('properties_sort').on(t.sortName, t.id),
		index('properties_district').on(t.districtId, t.sortName, t.id),
		index('properties_address').on(t.addressKey, t.id),
		// What was put away, the latest first: few of many.
		index('properties_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
	],
);

/** Who owns which share of a property, and when. A sale closes a row and opens another. */
export const ownerships = table(
	'ownerships',
	{
		...editable(),
		propertyId: ref()
			.notNull()
			.references(() => properties.id),
		landownerId: ref()
			.notNull()
			.references(() => landowners.id),
		/** Numerator and denominator of the share; null = unknown. */
		shareOf: int(),
		shareIn: int(),
		fromOn: day(),
		toOn: day(),
	},
	(t) => [index('ownerships_property').on(t.propertyId, t.id), index('ownerships_landowner').on(t.landownerId, t.id)],
);

/** Whose owner this is, per unit ("my owners"). */
export const landownerResponsibles = table(
	'landowner_responsibles',
	{
		...responsible(),
		landownerId: ref()
			.notNull()
			.references(() => landowners.id),
	},
	(t) => [index('landowner_responsibles_landowner').on(t.landownerId, t.toOn, t.id), index('landowner_responsibles_user').on(t.userId, t.toOn, t.id)],
);
