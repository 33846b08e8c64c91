import { and, asc, desc, eq, exists, isNull, ne, type SQL } from 'drizzle-orm';
import { mayRevise, mayWithdraw } from '#app/auth/acting.ts';
import { assessmentReadable, noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { refOf } from '#app/subjects/subject.ts';
import { subjectsOfTalk } from '#app/subjects/talk.server.ts';
import { db } from '#db/client.server.ts';
import { held } from '#db/held.server.ts';
import { isId } from '#db/new-id.ts';
import { dialogueGoals, dialogues, goals, topics, units, users } from '#db/schema/index.ts';
import { visibleWhen } from '#db/sql.server.ts';
import { WITHDRAWABLE_MS } from './dialogue.ts';
import { type HeadingRow, headingColumns, headings, withParts } from './parts.server.ts';
import { colleaguesOf, peopleMet } from './people.server.ts';

/** The headings of the viewer's own latest talks. */
export const ownTalks = (viewer: Viewer, limit: number): Promise<HeadingRow[]> => latest(viewer, eq(dialogues.authorId, viewer.id), limit);

/** The headings of what colleagues, in whatever unit, talked about lately. */
export const colleaguesTalks = (viewer: Viewer, limit: number): Promise<HeadingRow[]> => latest(viewer, ne(dialogues.authorId, viewer.id), limit);

async function latest(viewer: Viewer, which: SQL, limit: number): Promise<HeadingRow[]> {
	return headings(viewer)
		.where(and(within(viewer, 'dialogues'), which))
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(limit);
}

/** One talk with every part the viewer may read: the others are null and say so. 404 for a withdrawn or unknown one. */
export async function dialogueFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [row] = await db
		.select({
			...headingColumns(viewer),
			assessableId: visibleWhen(assessmentReadable(viewer), dialogues.id),
			assessment: visibleWhen(assessmentReadable(viewer), dialogues.assessment),
			// "Private matter" says what the talk was about, as its topics do.
			confidentialityReason: visibleWhen(noteReadable(viewer), dialogues.confidentialityReason),
			hasNoNextStep: dialogues.hasNoNextStep,
			// A case number leads to the case.
			journalReference: visibleWhen(noteReadable(viewer), dialogues.journalReference),
			isLandownerOnly: dialogues.isLandownerOnly,
			version: dialogues.version,
			createdAt: dialogues.createdAt,
			updatedAt: dialogues.updatedAt,
		})
		.from(dialogues)
		.innerJoin(users, eq(users.id, dialogues.authorId))
		.innerJoin(units, eq(units.id, dialogues.unitId))
		.where(and(eq(dialogues.id, id), within(viewer, 'dialogues')));
	if (!row) throw notFound();
	const [entry] = await withParts(viewer, [row]);
	if (!entry) throw notFound();
	const [subjects, contacts, colleagues, goalsNamed] = await Promise.all([
		subjectsOfTalk(db, id),
		peopleMet(viewer, id),
		colleaguesOf(id),
		entry.isNoteReadable ? goalsOf(id) : [],
	]);
	const { assessment, confidentialityReason, hasNoNextStep, journalReference, isLandownerOnly, version, createdAt, updatedAt } = row;
	return {
		...entry,
		// The list shows its beginning, this page all of it.
		note: row.note,
		assessment,
		isAssessmentReadable: row.assessableId !== null,
		confidentialityReason,
		hasNoNextStep,
		version,
		createdAt,
		updatedAt,
		journalReference,
		isLandownerOnly,
		/** What it is about, by name; the first is whose page it leads to. */
		subjectRefs: subjects.map(refOf),
		contacts,
		colleagues,
		goals: goalsNamed,
		isRevisable: mayRevise(viewer, row),
		isWithdrawable: mayWithdraw(viewer, row) && Date.now() - createdAt.getTime() <= WITHDRAWABLE_MS,
	};
}

export type TalkInFull = Awaited<ReturnType<typeof dialogueFor>>;

/** Goals say what was talked about, as topics do: they are read by those who may read the note. */
const goalsOf = (dialogueId: string) =>
	db
		.select({ id: goals.id, no: goals.no, nameDa: goals.nameDa, nameEn: goals.nameEn })
		.from(dialogueGoals)
		.innerJoin(goals, eq(goals.id, dialogueGoals.goalId))
		.where(eq(dialogueGoals.dialogueId, dialogueId))
		.orderBy(asc(goals.no));

/** Topics and goals the form offers, in their order. */
export const programmeChoices = held(async () => ({
	topics: await db
		.select({ id: topics.id, nameDa: topics.nameDa, nameEn: topics.nameEn, goalNos: topics.goalNos })
		.from(topics)
		.where(isNull(topics.archivedAt))
		.orderBy(asc(topics.position)),
	goals: await db
		.select({ id: goals.id, no: goals.no, nameDa: goals.nameDa, nameEn: goals.nameEn })
		.from(goals)
		.where(isNull(goals.archivedAt))
		.orderBy(asc(goals.no)),
}));

/** People who log talks, for the list's filter. */
export async function talkers(viewer: Viewer): Promise<Array<{ id: string; name: string }>> {
	return db
		.selectDistinct({ id: users.id, name: users.name })
		.from(users)
		.where(
			exists(
				db
					.select({ id: dialogues.id })
					.from(dialogues)
					.where(and(within(viewer, 'dialogues'), eq(dialogues.authorId, users.id))),
			),
		)
		.orderBy(asc(users.name), asc(users.id))
		.limit(200);
}
