import { sql } from 'drizzle-orm';
import { bool, check, choice, day, id, index, instant, int, json, primaryKey, ref, table, text } from '../columns.ts';
import {
	CHANNELS,
	CONFIDENTIALITIES,
	CONFIDENTIALITY_REASONS,
	FOLLOW_UP_KINDS,
	FOLLOW_UP_STATES,
	HORIZONS,
	ISSUE_STATES,
	TIMELINE_SCOPES,
} from '../vocabulary.ts';
import { units, users } from './accounts.ts';
import { companies, sites } from './companies.ts';
import { contactRoles, contacts } from './contacts.ts';
import { districts } from './districts.ts';
import { editable } from './editable.ts';
import { landowners, properties } from './landowners.ts';
import { goals, topics } from './programme.ts';

/** Talks. Who may read which part stands in `app/dialogues/parts.ts`; note and assessment never mix. */
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

/** An owner's position on a topic, for one property or the whole holding. Never overwritten: a new row is a new position. */
export const stances = table(
	'stances',
	{
		id: id(),
		landownerId: ref()
			.notNull()
			.references(() => landowners.id),
		/** Null = the whole holding. */
		propertyId: ref().references(() => properties.id),
		topicId: ref().references(() => topics.id),
		/** 1 against … 5 wants it. */
		level: int().notNull(),
		horizon: choice(HORIZONS),
		barriers: json<string[]>().notNull().default([]),
		takenOn: day().notNull(),
		dialogueId: ref().references(() => dialogues.id),
		authorId: ref()
			.notNull()
			.references(() => users.id),
		/** Rights to a stance are the acting unit's and the managers'. */
		unitId: ref()
			.notNull()
			.references(() => units.id),
		createdAt: instant().notNull(),
		/** Set when the talk it came from was corrected or taken back: it was never so. */
		retractedAt: instant(),
	},
	(t) => [
		index('stances_landowner').on(t.landownerId, t.takenOn, t.id),
		index('stances_property').on(t.propertyId, t.takenOn, t.id),
		index('stances_dialogue').on(t.dialogueId, t.id),
	],
);

/** A matter that lives over many talks: traffic on a road, a leaking roof, a missing permit. */
export const issues = table(
	'issues',
	{
		...editable(),
		title: text().notNull(),
		topicId: ref().references(() => topics.id),
		companyId: ref().references(() => companies.id),
		landownerId: ref().references(() => landowners.id),
		districtId: ref().references(() => districts.id),
		state: choice(ISSUE_STATES).notNull().default('open'),
		openedOn: day().notNull(),
		resolvedOn: day(),
		/** What came of it. */
		outcome: text(),
		/** The talk that raised it: read by those who may read that talk's note. */
		raisedInId: ref().references(() => dialogues.id),
		ownerId: ref()
			.notNull()
			.references(() => users.id),
		unitId: ref()
			.notNull()
			.references(() => units.id),
	},
	(t) => [
		index('issues_company').on(t.companyId, t.state, t.id),
		index('issues_landowner').on(t.landownerId, t.state, t.id),
		index('issues_district').on(t.districtId, t.state, t.id),
		index('issues_state').on(t.state, t.openedOn, t.id),
		index('issues_raised').on(t.raisedInId, t.id),
	],
);

/** Talks in which an issue came up again. */
export const dialogueIssues = table(
	'dialogue_issues',
	{
		dialogueId: ref()
			.notNull()
			.references(() => dialogues.id, { onDelete: 'cascade' }),
		issueId: ref()
			.notNull()
			.references(() => issues.id),
	},
	(t) => [primaryKey({ columns: [t.dialogueId, t.issueId] }), index('dialogue_issues_issue').on(t.issueId, t.dialogueId)],
);

/** Files of a talk; the bytes lie in `files/` under this id. Without a foreign key: a file may come before its talk is saved. */
export const attachments = table(
	'attachments',
	{
		id: id(),
		dialogueId: ref().notNull(),
		/** The sender's name for it, cleaned. */
		name: text().notNull(),
		/** As found in the bytes, never as claimed. */
		contentType: text().notNull(),
		size: int().notNull(),
		/** Of the bytes: the same file again is the same file. */
		sha256: text().notNull(),
		uploadedById: ref()
			.notNull()
			.references(() => users.id),
		createdAt: instant().notNull(),
		archivedAt: instant(),
	},
	(t) => [index('attachments_dialogue').on(t.dialogueId, t.id)],
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
		index('follow_ups_dialogue').on(t.dialogueId, t.id),
		index('follow_ups_landowner').on(t.landownerId, t.state, t.dueOn, t.id),
		index('follow_ups_contact').on(t.contactId, t.state, t.dueOn, t.id),
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
