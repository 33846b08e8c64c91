import { sql } from 'drizzle-orm';
import { bool, choice, day, decimal, id, index, int, json, primaryKey, ref, sortText, table, text, uniqueIndex } from '../columns.ts';
import { COMMITMENT_KINDS, DISTRICT_SOURCES, INDUSTRY_SCHEMES, KNOWLEDGE_OVERRIDES, SIZE_CLASSES, STATUS_GROUPS } from '../vocabulary.ts';
import { units } from './accounts.ts';
import { districts } from './districts.ts';
import { editable } from './editable.ts';
import { responsible } from './responsible.ts';

/** Where a field's value comes from and from which day it is. */
export type Provenance = Record<string, { source: 'manual' | 'cvr' | 'file'; on: string }>;

/** Firms: one row per CVR number, whichever way it comes in. */
export const companies = table(
	'companies',
	{
		...editable(),
		/** Eight digits, modulus 11; null for a firm not (yet) in the register. */
		cvr: text(),
		name: text().notNull(),
		sortName: sortText().notNull(),
		/** Normalised name for look-alikes: folded, without company form. */
		nameKey: text().notNull(),
		alternativeNames: json<string[]>().notNull().default([]),
		/** Code of cvr_company_forms.csv, e.g. 80 = ApS. */
		formCode: text(),
		/** Status as the register words it, e.g. "UNDER KONKURS". */
		status: text(),
		statusGroup: choice(STATUS_GROUPS).notNull().default('active'),
		/** Six digits without dots as in CVR, fewer where only those are known. */
		industryCode: text(),
		industryText: text(),
		industryScheme: choice(INDUSTRY_SCHEMES),
		industryFrom: day(),
		/** First two digits of `industryCode`: the key for all sums (section letters changed in 2025). */
		division: text(),
		/** Reklamebeskyttelse: register data may not be used for advertising (CVR Act § 19). */
		isProtected: bool().notNull().default(false),
		knowledgeOverride: choice(KNOWLEDGE_OVERRIDES).notNull().default('auto'),
		knowledgeReason: text(),
		phone: text(),
		/** Digits alone, without country code, to find a number in any format. */
		phoneKey: text(),
		email: text(),
		website: text(),
		foundedOn: day(),
		ceasedOn: day(),
		/** Heads at the whole firm as last known; exact figure may be missing where only the class is public. */
		headcount: int(),
		sizeClass: choice(SIZE_CLASSES),
		/** Position of `sizeClass` in its list, to sort and filter by; −1 = unknown. */
		sizeRank: int().notNull().default(-1),
		headcountOn: day(),
		headcountSource: text(),
		/** Derived from the main site. */
		mainSiteId: ref(),
		districtId: ref().references(() => districts.id),
		/** Derived: day of the latest talk; null = never. */
		lastTalkOn: day(),
		provenance: json<Provenance>().notNull().default({}),
	},
	(t) => [
		uniqueIndex('companies_cvr').on(t.cvr),
		index('companies_name_key').on(t.nameKey, t.id),
		index('companies_phone').on(t.phoneKey, t.id),
		// What was put away, the latest first: few of many.
		index('companies_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
		// One per way the list is ordered, alone and within each filter that may leave few rows of many: every page of
		// the list is read in order from an index, at a million firms too (tests/db/company-list-plans.test.ts).
		index('companies_sort').on(t.sortName, t.id),
		index('companies_talk').on(t.lastTalkOn, t.sortName, t.id),
		index('companies_size').on(t.sizeRank, t.sortName, t.id),
		index('companies_district_sort').on(t.districtId, t.sortName, t.id),
		index('companies_district_talk').on(t.districtId, t.lastTalkOn, t.sortName, t.id),
		index('companies_district_size').on(t.districtId, t.sizeRank, t.sortName, t.id),
		index('companies_division_sort').on(t.division, t.sortName, t.id),
		index('companies_division_talk').on(t.division, t.lastTalkOn, t.sortName, t.id),
		index('companies_division_size').on(t.division, t.sizeRank, t.sortName, t.id),
		index('companies_status_sort').on(t.statusGroup, t.sortName, t.id),
		index('companies_status_talk').on(t.statusGroup, t.lastTalkOn, t.sortName, t.id),
		index('companies_status_size').on(t.statusGroup, t.sizeRank, t.sortName, t.id),
		// Covers a district's sums and its bars by industry and size.
		index('companies_district_profile').on(t.districtId, t.division, t.sizeRank, t.statusGroup, t.archivedAt),
	],
);

/** Identifiers of other registers: a licence number, a foreign company number. */
export const companyIdentifiers = table(
	'company_identifiers',
	{
		id: id(),
		companyId: ref()
			.notNull()
			.references(() => companies.id, { onDelete: 'cascade' }),
		scheme: text().notNull(),
		value: text().notNull(),
	},
	(t) => [uniqueIndex('company_identifiers_value').on(t.scheme, t.value), index('company_identifiers_company').on(t.companyId, t.id)],
);

/** Derived: the folded name from each of its words on, so that three letters of any word find the firm by index. */
export const companyTerms = table(
	'company_terms',
	{
		term: sortText().notNull(),
		companyId: ref()
			.notNull()
			.references(() => companies.id, { onDelete: 'cascade' }),
	},
	(t) => [primaryKey({ columns: [t.term, t.companyId] }), index('company_terms_company').on(t.companyId)],
);

/** P-units: the firm at one address. */
export const sites = table(
	'sites',
	{
		...editable(),
		companyId: ref()
			.notNull()
			.references(() => companies.id),
		/** Ten digits; null while unknown. */
		pNumber: text(),
		name: text().notNull(),
		isMain: bool().notNull().default(false),
		/** Street and number, floor and door, on one line. */
		address: text(),
		/** Normalised address and postal code for matching. */
		addressKey: text().notNull().default(''),
		postalCode: text(),
		city: text(),
		lat: decimal(),
		lon: decimal(),
		districtId: ref().references(() => districts.id),
		districtSource: choice(DISTRICT_SOURCES),
		/** The point lies in several districts; the smallest won. */
		isDistrictDoubtful: bool().notNull().default(false),
		industryCode: text(),
		industryText: text(),
		division: text(),
		isProtected: bool().notNull().default(false),
		headcount: int(),
		sizeClass: choice(SIZE_CLASSES),
		sizeRank: int().notNull().default(-1),
		headcountOn: day(),
		headcountSource: text(),
		startedOn: day(),
		ceasedOn: day(),
		provenance: json<Provenance>().notNull().default({}),
	},
	(t) => [
		uniqueIndex('sites_p_number').on(t.pNumber),
		uniqueIndex('sites_company_address').on(t.companyId, t.addressKey).where(sql`p_number is null`),
		index('sites_company').on(t.companyId, t.id),
		// What was put away, the latest first: few of many.
		index('sites_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
		index('sites_district').on(t.districtId, t.archivedAt, t.ceasedOn, t.headcount),
		index('sites_address').on(t.addressKey, t.id),
		// Sites inside an outline's bounding box, when a district is redrawn.
		index('sites_point').on(t.lat, t.lon),
	],
);

/** Dated history: which district a site was counted in. */
export const siteDistricts = table(
	'site_districts',
	{
		id: id(),
		siteId: ref()
			.notNull()
			.references(() => sites.id, { onDelete: 'cascade' }),
		districtId: ref().references(() => districts.id),
		source: choice(DISTRICT_SOURCES),
		fromOn: day().notNull(),
		toOn: day(),
	},
	(t) => [index('site_districts_site').on(t.siteId, t.id), index('site_districts_district').on(t.districtId)],
);

/** Whose firm this is, per unit ("my firms"). */
export const companyResponsibles = table(
	'company_responsibles',
	{
		...responsible(),
		companyId: ref()
			.notNull()
			.references(() => companies.id),
	},
	(t) => [index('company_responsibles_company').on(t.companyId, t.toOn, t.id), index('company_responsibles_user').on(t.userId, t.toOn, t.companyId)],
);

/** What a firm has said it takes part in: internships, apprentices, small jobs, network. */
export const companyCommitments = table(
	'company_commitments',
	{
		...editable(),
		companyId: ref()
			.notNull()
			.references(() => companies.id),
		kind: choice(COMMITMENT_KINDS).notNull(),
		/** How many at a time; null = not said. */
		places: int(),
		note: text(),
		fromOn: day().notNull(),
		toOn: day(),
		unitId: ref()
			.notNull()
			.references(() => units.id),
	},
	(t) => [index('company_commitments_company').on(t.companyId, t.toOn, t.id), index('company_commitments_kind').on(t.kind, t.toOn, t.companyId)],
);
