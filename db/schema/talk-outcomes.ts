import { choice, day, id, index, instant, int, json, primaryKey, ref, table, text } from '../columns.ts';
import { HORIZONS, ISSUE_STATES } from '../vocabulary.ts';
import { units, users } from './accounts.ts';
import { companies } from './companies.ts';
import { dialogues } from './dialogues.ts';
import { districts } from './districts.ts';
import { editable } from './editable.ts';
import { landowners, properties } from './landowners.ts';
import { topics } from './programme.ts';

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
