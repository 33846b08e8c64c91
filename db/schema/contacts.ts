import { sql } from 'drizzle-orm';
import { bool, check, choice, day, id, index, instant, ref, sortText, table, text } from '../columns.ts';
import { CONSENT_ANSWERS, CONSENT_CHANNELS, CONSENT_PURPOSES } from '../vocabulary.ts';
import { users } from './accounts.ts';
import { companies, sites } from './companies.ts';
import { editable } from './editable.ts';
import { landowners, properties } from './landowners.ts';

/** People the municipality talks with. */
export const contacts = table(
	'contacts',
	{
		...editable(),
		name: text().notNull(),
		sortName: sortText().notNull(),
		nameKey: text().notNull(),
		phone: text(),
		/** Digits alone, without country code, to find a number in any format. */
		phoneKey: text(),
		email: text(),
	},
	(t) => [
		index('contacts_sort').on(t.sortName, t.id),
		index('contacts_name_key').on(t.nameKey, t.id),
		index('contacts_phone').on(t.phoneKey, t.id),
		index('contacts_email').on(t.email, t.id),
		// What was put away, the latest first: few of many.
		index('contacts_archived').on(t.archivedAt, t.id).where(sql`archived_at is not null`),
	],
);

/** What a person is to a firm, a site or an owner, and when. An ended role stays on the talks of its day. */
export const contactRoles = table(
	'contact_roles',
	{
		...editable(),
		contactId: ref()
			.notNull()
			.references(() => contacts.id),
		companyId: ref().references(() => companies.id),
		siteId: ref().references(() => sites.id),
		landownerId: ref().references(() => landowners.id),
		/** Narrows a role with an owner to one property: the ownership. */
		propertyId: ref().references(() => properties.id),
		/** "Værkfører", "Administrator" … */
		title: text(),
		/** The first to call. */
		isPrimary: bool().notNull().default(false),
		fromOn: day(),
		toOn: day(),
	},
	(t) => [
		index('contact_roles_contact').on(t.contactId, t.id),
		index('contact_roles_company').on(t.companyId, t.toOn, t.id),
		index('contact_roles_site').on(t.siteId, t.toOn, t.id),
		index('contact_roles_landowner').on(t.landownerId, t.toOn, t.id),
		check(
			'contact_roles_one',
			sql`(case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) = 1 and (property_id is null or landowner_id is not null)`,
		),
	],
);

/** A person's yes or no to being approached, per channel and purpose; the latest row counts (GDPR art. 7; Marketing Act § 10). */
export const consents = table(
	'consents',
	{
		id: id(),
		contactId: ref()
			.notNull()
			.references(() => contacts.id, { onDelete: 'cascade' }),
		channel: choice(CONSENT_CHANNELS).notNull(),
		purpose: choice(CONSENT_PURPOSES).notNull(),
		answer: choice(CONSENT_ANSWERS).notNull(),
		givenOn: day().notNull(),
		/** How we know: "sagt på mødet", "mail af …". */
		source: text(),
		withdrawnOn: day(),
		recordedById: ref()
			.notNull()
			.references(() => users.id),
		recordedAt: instant().notNull(),
	},
	(t) => [index('consents_contact').on(t.contactId, t.channel, t.purpose, t.givenOn, t.id)],
);
