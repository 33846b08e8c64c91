import { sql } from 'drizzle-orm';
import { bool, check, choice, day, id, index, instant, primaryKey, ref, table, text } from '../columns.ts';
import { CHANNELS, CONFIDENTIALITIES, CONFIDENTIALITY_REASONS, FOLLOW_UP_KINDS, FOLLOW_UP_STATES, TIMELINE_SCOPES } from '../vocabulary.ts';
import { units, users } from './accounts.ts';
import { companies, sites } from './companies.ts';
import { contactRoles, contacts } from './contacts.ts';
import { districts } from './districts.ts';
import { editable } from './editable.ts';
import { landowners, properties } from './landowners.ts';
import { goals, topics } from './programme.ts';

/** Talks. Who may read which part stands in `app/dialogues/parts.server.ts`; note and assessment never mix. */
export const dialogues = table(
	'dialogues',
	{
		...editable(),
		authorId: ref()
			.notNull()
			.references(() => users.id),
		/** The unit the author acted for; rights to note and assessment hang on it. */
		unitId: ref()
			.notNull()
			.references(() => units.id),
		channel: choice(CHANNELS).notNull(),
		heldOn: day().notNull(),
		/** "HH:MM", when known. */
		heldAtTime: text(),
		/** Factual part. */
		note: text(),
		/** Internal assessment, apart from the facts (offentlighedsloven § 23). */
		assessment: text(),
		confidentiality: choice(CONFIDENTIALITIES).notNull().default('open'),
		confidentialityReason: choice(CONFIDENTIALITY_REASONS),
		/** The author said that nothing follows. */
		hasNoNextStep: bool().notNull().default(false),
		/** Number of the case in the municipality's own records system. */
		journalReference: text(),
		/** Derived: every subject is an owner or a property. Note and topics are then the acting unit's and the managers'. */
		isLandownerOnly: bool().notNull().default(false),
	},
	(t) => [index('dialogues_held').on(t.heldOn, t.id), index('dialogues_author').on(t.authorId, t.heldOn, t.id)],
);

/** What a talk was about: exactly one of the five per row, with the company and district of that day. */
export const dialogueSubjects = table(
	'dialogue_subjects',
	{
		id: id(),
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		companyId: ref().references(() => companies.id),
		siteId: ref().references(() => sites.id),
		districtId: ref().references(() => districts.id),
		landownerId: ref().references(() => landowners.id),
		propertyId: ref().references(() => properties.id),
		/** Company of that day (the subject itself, the site's, or the firm the owner is). */
		thenCompanyId: ref().references(() => companies.id),
		/** District of that day. */
		thenDistrictId: ref().references(() => districts.id),
	},
	(t) => [
		index('dialogue_subjects_dialogue').on(t.dialogueId, t.id),
		index('dialogue_subjects_company').on(t.thenCompanyId, t.dialogueId),
		// Asked whenever a firm, a site or a district is deleted: does anything still name it?
		index('dialogue_subjects_own_company').on(t.companyId),
		index('dialogue_subjects_district').on(t.districtId),
		index('dialogue_subjects_then_district').on(t.thenDistrictId),
		index('dialogue_subjects_site').on(t.siteId, t.dialogueId),
		index('dialogue_subjects_landowner').on(t.landownerId, t.dialogueId),
		check(
			'dialogue_subjects_one',
			sql`(case when company_id is null then 0 else 1 end) + (case when site_id is null then 0 else 1 end) + (case when district_id is null then 0 else 1 end) + (case when landowner_id is null then 0 else 1 end) + (case when property_id is null then 0 else 1 end) = 1`,
		),
	],
);

export const dialogueTopics = table(
	'dialogue_topics',
	{
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		topicId: ref()
			.notNull()
			.references(() => topics.id),
	},
	(t) => [primaryKey({ columns: [t.dialogueId, t.topicId] }), index('dialogue_topics_topic').on(t.topicId, t.dialogueId)],
);

export const dialogueGoals = table(
	'dialogue_goals',
	{
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		goalId: ref()
			.notNull()
			.references(() => goals.id),
	},
	(t) => [primaryKey({ columns: [t.dialogueId, t.goalId] }), index('dialogue_goals_goal').on(t.goalId, t.dialogueId)],
);

/** Whom the talk was with, in the role of that day. */
export const dialogueContacts = table(
	'dialogue_contacts',
	{
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		contactId: ref()
			.notNull()
			.references(() => contacts.id),
		/** The role they spoke in; an ended one stays. */
		contactRoleId: ref().references(() => contactRoles.id),
		/** Its title that day. */
		thenTitle: text(),
	},
	(t) => [primaryKey({ columns: [t.dialogueId, t.contactId] }), index('dialogue_contacts_contact').on(t.contactId, t.dialogueId)],
);

/** Who else of the municipality took part. */
export const dialogueColleagues = table(
	'dialogue_colleagues',
	{
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		userId: ref()
			.notNull()
			.references(() => users.id),
	},
	(t) => [primaryKey({ columns: [t.dialogueId, t.userId] }), index('dialogue_colleagues_user').on(t.userId, t.dialogueId)],
);

/** Tasks, promises and planned visits, from a talk or by themselves. */
export const followUps = table(
	'follow_ups',
	{
		...editable(),
		dialogueId: ref().references(() => dialogues.id),
		companyId: ref().references(() => companies.id),
		siteId: ref().references(() => sites.id),
		landownerId: ref().references(() => landowners.id),
		/** To whom it was promised, or who is to be met. */
		contactId: ref().references(() => contacts.id),
		kind: choice(FOLLOW_UP_KINDS).notNull().default('task'),
		text: text().notNull(),
		/** Null = no day agreed. */
		dueOn: day(),
		assigneeId: ref()
			.notNull()
			.references(() => users.id),
		unitId: ref()
			.notNull()
			.references(() => units.id),
		state: choice(FOLLOW_UP_STATES).notNull().default('open'),
		settledAt: instant(),
		settledById: ref().references(() => users.id),
		/** "HH:MM" of a planned visit. */
		dueAtTime: text(),
		/** Why a visit goes ahead although colleagues were or will be there close to it. */
		goAheadReason: text(),
	},
	(t) => [
		index('follow_ups_assignee').on(t.assigneeId, t.state, t.dueOn, t.id),
		index('follow_ups_company').on(t.companyId, t.state, t.dueOn, t.id),
		index('follow_ups_site').on(t.siteId),
		index('follow_ups_dialogue').on(t.dialogueId, t.id),
		index('follow_ups_landowner').on(t.landownerId, t.state, t.dueOn, t.id),
		index('follow_ups_contact').on(t.contactId, t.state, t.dueOn, t.id),
		// Everybody's: what is open by its day, what is settled by when it was. The latter counts a quarter's promises by itself.
		index('follow_ups_due').on(t.state, t.dueOn, t.id),
		index('follow_ups_settled').on(t.state, t.settledAt, t.id, t.kind, t.unitId, t.archivedAt),
	],
);

/** Derived: one row per scope and record, written by the command that writes the record. */
export const timelineEntries = table(
	'timeline_entries',
	{
		scopeKind: choice(TIMELINE_SCOPES).notNull(),
		scopeId: ref().notNull(),
		heldOn: day().notNull(),
		kind: choice(['dialogue'] as const).notNull(),
		recordId: ref().notNull(),
	},
	(t) => [primaryKey({ columns: [t.scopeKind, t.scopeId, t.heldOn, t.recordId] }), index('timeline_entries_record').on(t.recordId)],
);
