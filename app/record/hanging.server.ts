import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Noun } from '#app/auth/policy.ts';
import { noteReadable, stanceReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { type Db, db } from '#db/client.server.ts';
import { contactRoles, dialogueSubjects, dialogues, followUps, issues, ownerships, skillNeeds, stances } from '#db/schema/index.ts';
import type { KeyedTable, RowTable } from '#db/tables.ts';

/** Counting stops here and says "1.000+". */
export const COUNT_CAP = 1_000;

/** What hangs on a record: how it is called there, whose it is to see, and whether the record must stay for it. */
export interface Hanging {
	what: string;
	label: () => string;
	/** With one of these the record stays for good: it is put away, never thrown away. The rest goes with it. */
	isKeeping?: boolean;
	/** A count tells that something is there: it is told to those who could open it. Left out = everybody. */
	noun?: Noun;
	/** Ids, at most one more than the cap; those taken back among them, since they can come back. `seen` narrows to what a viewer meets. */
	ids: (tx: Db, seen?: SQL) => Promise<unknown[]>;
	/** Those the viewer meets in lists and timelines: nothing taken back, put away or retracted, nothing closed to them. */
	seen?: (viewer: Viewer) => SQL | undefined;
	/** A list of its own; else they are read on the record's page. */
	href?: (record: { slug: string | null }) => string;
}

export const rowsIn =
	(table: KeyedTable, which: SQL | undefined): Hanging['ids'] =>
	async (tx, seen) =>
		tx
			.select({ id: table.id })
			.from(table)
			.where(and(which, seen))
			.limit(COUNT_CAP + 1);

/** The same of entries that can be removed by themselves: one removed hangs no more. */
export const entriesIn = (table: RowTable, which: SQL | undefined): Hanging['ids'] => rowsIn(table, and(which, isNull(table.archivedAt)));

// What hangs on several kinds of records.

const TALKS = { what: 'talks', label: () => m.upkeep_hanging_talks(), isKeeping: true, noun: 'dialogue' } as const;

export const talksWith = (ids: Hanging['ids']): Hanging => ({ ...TALKS, ids, seen: (viewer) => within(viewer, 'dialogues') });

export const talksAbout = (which: SQL | undefined): Hanging =>
	talksWith(async (tx, seen) =>
		tx
			.selectDistinct({ id: dialogueSubjects.dialogueId })
			.from(dialogueSubjects)
			.innerJoin(dialogues, eq(dialogues.id, dialogueSubjects.dialogueId))
			.where(and(which, seen))
			.limit(COUNT_CAP + 1),
	);

export const followUpsOf = (which: SQL | undefined): Hanging => ({
	...{ what: 'followUps', label: () => m.upkeep_hanging_follow_ups(), isKeeping: true, noun: 'followUp' },
	ids: rowsIn(followUps, which),
	seen: (viewer) => within(viewer, 'followUps'),
});

export const needsOf = (which: SQL | undefined): Hanging => ({
	...{ what: 'needs', label: () => m.upkeep_hanging_needs(), isKeeping: true, noun: 'need' },
	ids: rowsIn(skillNeeds, which),
	seen: (viewer) => within(viewer, 'skillNeeds'),
});

export const stancesOf = (which: SQL | undefined): Hanging => ({
	...{ what: 'stances', label: () => m.upkeep_hanging_stances(), isKeeping: true, noun: 'stance' },
	ids: rowsIn(stances, which),
	seen: (viewer) => and(isNull(stances.retractedAt), stanceReadable(viewer)),
});

export const issuesOf = (which: SQL | undefined): Hanging => ({
	...{ what: 'issues', label: () => m.upkeep_hanging_issues(), isKeeping: true, noun: 'issue' },
	ids: rowsIn(issues, which),
	seen: (viewer) => and(within(viewer, 'issues'), eq(issues.state, 'open'), openIssue(viewer)),
});

/** Issues of talks closed to the viewer are in no list of theirs, so in no count either. */
const openIssue = (viewer: Viewer) =>
	or(isNull(issues.raisedInId), inArray(issues.raisedInId, db.select({ id: dialogues.id }).from(dialogues).where(noteReadable(viewer))));

export const rolesOf = (which: SQL | undefined): Hanging => ({
	what: 'roles',
	label: () => m.upkeep_hanging_roles(),
	ids: entriesIn(contactRoles, which),
});

export const ownershipsOf = (which: SQL | undefined): Hanging => ({
	what: 'ownerships',
	label: () => m.upkeep_hanging_ownerships(),
	ids: entriesIn(ownerships, which),
});
