import { and, desc, eq, ne } from 'drizzle-orm';
import { differences } from '#app/activity/differences.ts';
import { conflictWith } from '#app/activity/edition.server.ts';
import { actingUnit, mayRevise } from '#app/auth/acting.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { dropDraft } from '#app/drafts/drafts.server.ts';
import { endSave, type Revised, recordDeed, writeOnce } from '#app/editing/revise.server.ts';
import type { Touched } from '#app/harvest/harvest.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { nameIssues } from '#app/issues/recording.server.ts';
import { recordNeeds } from '#app/needs/recording.server.ts';
import { demand } from '#app/record/guard.server.ts';
import { recordStances } from '#app/stances/recording.server.ts';
import { areSame, nameSubjects } from '#app/subjects/naming.server.ts';
import { isMet, withMadeOnTheWay } from '#app/subjects/on-the-way.server.ts';
import { concernsLandOnly, refOf, type Subject, type SubjectRef, subjectText } from '#app/subjects/subject.ts';
import { contactsOfTalk, subjectsOfTalk, talkRow, topicsOfTalk } from '#app/subjects/talk.server.ts';
import { type Db, write } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { activity, attachments, dialogues, followUps, issues, skillNeeds } from '#db/schema/index.ts';
import { refreshTalk } from './derived.server.ts';
import { type DialogueChanges, type DialogueInput, EARLIEST_DAY } from './dialogue.ts';
import { agreeFollowUps, meetContacts, moveFollowUps, nameColleagues, nameTopicsAndGoals, peopleAndGoalsOf } from './talk-parts.server.ts';

/** A talk as saved: what the page after it needs. */
export interface SavedTalk {
	id: string;
	/** Whose page the talk leads to: its first subject, a site's firm for the site. */
	home: SubjectRef;
	heldOn: string;
}

export interface LoggedTalk extends SavedTalk {
	/**
	 * `saved`: it stands as sent. Otherwise the id was saved before and nothing was written now: `withdrawn` when that talk
	 * was taken back since, `differs` when it stands with other words.
	 */
	state: 'saved' | 'withdrawn' | 'differs';
}

/**
 * Logs a talk, whole or not at all: heading, subjects with the firm and district of today, people, topics, goals, what
 * follows, what it yields, timelines, the latest talk of firms and owners. The same id sent again by its author answers the
 * same and writes nothing. Throws 403 without the right, 400 for what the form could not have sent, `HarvestRefusal` for a
 * need, position or issue that does not fit.
 */
export async function logDialogue(viewer: Viewer, input: DialogueInput): Promise<LoggedTalk> {
	demand(viewer, 'log', 'dialogue');
	const unitId = actingUnit(viewer, input.unitId);
	if (!isId(input.id) || !unitId || !isHeldDay(input.heldOn)) throw badRequest();
	return writeOnce(async (tx) => {
		const talk = (await alreadyLogged(tx, viewer, input)) ?? (await insertTalk(tx, viewer, unitId, input));
		if (talk.state === 'saved') await dropDraft(tx, viewer, { form: 'dialogue', recordId: input.id });
		return talk;
	});
}

/** The talk of this id as its author's form is told of it: logged as it stands here, with other words, or withdrawn since. */
export async function alreadyLogged(tx: Db, viewer: Viewer, input: DialogueInput): Promise<LoggedTalk | null> {
	const talk = await talkRow(tx, input.id, { archived: true });
	if (!talk) return null;
	if (talk.authorId !== viewer.id) throw badRequest();
	const subjects = await subjectsOfTalk(tx, talk.id);
	const saved = { id: talk.id, home: homeOf(subjects), heldOn: talk.heldOn };
	if (talk.archivedAt) return { ...saved, state: 'withdrawn' };
	// The answer to the first try may have been lost and more been typed before the second.
	const agreed = await tx.select({ text: followUps.text }).from(followUps).where(eq(followUps.dialogueId, talk.id));
	const met = await contactsOfTalk(tx, talk.id);
	const isSame =
		areSame(subjects, input.subjects) &&
		input.contactIds.every((id) => met.includes(id)) &&
		(await isMet(tx, input.newPerson, met)) &&
		input.followUps.every((followUp) => agreed.some(({ text }) => text === followUp.text)) &&
		Object.keys(differences<Record<string, unknown>>(talk, headingOf(input))).length === 0;
	return { ...saved, state: isSame ? 'saved' : 'differs' };
}

async function insertTalk(tx: Db, viewer: Viewer, unitId: string, asSent: DialogueInput): Promise<LoggedTalk> {
	const input = await withMadeOnTheWay(tx, viewer, asSent);
	const { id, heldOn, contactIds } = input;
	if (await hasFilesOfOthers(tx, viewer, id)) throw badRequest();
	const now = new Date();
	await tx.insert(dialogues).values({ ...headingOf(input), id, authorId: viewer.id, unitId, createdAt: now, updatedAt: now });
	const subjects = await nameSubjects(tx, viewer, id, input.subjects);
	const talk = { id, unitId, heldOn, authorId: viewer.id, contactIds, subjects };
	const touched = await writeParts(tx, viewer, talk, input);
	await refreshTalk(tx, id);
	const deed = { verb: 'dialogue.logged' as const, subject: { kind: 'dialogue', id }, also: [...concerned(subjects, contactIds), ...touched] };
	await recordDeed(tx, viewer, deed);
	return { id, home: homeOf(subjects), heldOn, state: 'saved' };
}

/** Whether somebody else put files under this id: it is of their form, and with the talk the files would change hands. */
async function hasFilesOfOthers(tx: Db, viewer: Viewer, id: string): Promise<boolean> {
	const files = await tx
		.select({ id: attachments.id })
		.from(attachments)
		.where(and(eq(attachments.dialogueId, id), ne(attachments.uploadedById, viewer.id)))
		.limit(1);
	return files.length > 0;
}

/** Takes back a revision that changed nothing: what a talk consists of is written before it can be compared. */
class NothingNew extends Error {}

/** Revises a talk. What was agreed before lives on by itself and is not touched. 404 when there is no such talk. */
export async function reviseDialogue(viewer: Viewer, id: string, revised: DialogueChanges): Promise<Revised> {
	demand(viewer, 'revise', 'dialogue');
	const unitId = actingUnit(viewer, revised.unitId);
	if (!unitId || !isHeldDay(revised.heldOn)) throw badRequest();
	try {
		return await write((tx) => reviseTalk(tx, viewer, id, revised, unitId));
	} catch (error) {
		if (!(error instanceof NothingNew)) throw error;
		await write((tx) => dropDraft(tx, viewer, { form: 'dialogue', recordId: id }));
		return { kind: 'unchanged' };
	}
}

async function reviseTalk(tx: Db, viewer: Viewer, id: string, revised: DialogueChanges, unitId: string): Promise<Revised> {
	const subject = { kind: 'dialogue', id };
	const before = await talkRow(tx, id);
	if (!before) throw notFound();
	if (!mayRevise(viewer, before)) throw forbidden();
	const after = { ...headingOf(revised), unitId: revised.unitId ? unitId : before.unitId };
	const written = await tx
		.update(dialogues)
		.set({ ...after, version: before.version + 1, updatedAt: new Date() })
		.where(and(eq(dialogues.id, id), eq(dialogues.version, revised.version)))
		.returning({ id: dialogues.id });
	if (written.length === 0) return conflictWith(tx, subject);
	const lineBefore = await lastLine(tx);
	const changes = await withMadeOnTheWay(tx, viewer, revised);
	const [formerly, formerTopics] = [await subjectsOfTalk(tx, id), await topicsOfTalk(tx, id)];
	const former = await peopleAndGoalsOf(tx, id);
	const subjects = await nameSubjects(tx, viewer, id, changes.subjects);
	if (!areSame(formerly, subjects.map(refOf))) await moveFollowUps(tx, id, subjects);
	// Who settles and mends what came of it are those who read it.
	if (after.unitId !== before.unitId) await handOver(tx, id, after.unitId);
	const talk = { id, unitId: after.unitId, heldOn: changes.heldOn, authorId: before.authorId, contactIds: changes.contactIds, subjects };
	const touched = await writeParts(tx, viewer, talk, changes);
	const now = await peopleAndGoalsOf(tx, id);
	const differing = {
		...differences(before, after),
		...changedList('subjects', formerly.map(subjectOf), subjects.map(subjectOf)),
		...changedList('topicIds', formerTopics, await topicsOfTalk(tx, id)),
		...changedList('contactIds', former.contactIds, now.contactIds),
		...changedList('colleagueIds', former.colleagueIds, now.colleagueIds),
		...changedList('goalIds', former.goalIds, now.goalIds),
	};
	const isHeadingRevised = Object.keys(differing).length > 0;
	if (!isHeadingRevised && touched.length === 0 && (await lastLine(tx)) === lineBefore) throw new NothingNew();
	await refreshTalk(tx, id);
	const also = [...concerned(subjects, [...changes.contactIds, ...former.contactIds]), ...touched];
	if (isHeadingRevised) await recordDeed(tx, viewer, { verb: 'dialogue.revised', subject, also, changes: differing });
	else if (touched.length > 0) await recordDeed(tx, viewer, { verb: 'dialogue.supplemented', subject, also });
	// Needs, positions and matters that were changed or taken out have lines of their own.
	else await endSave(tx, viewer, subject);
	return { kind: 'saved' };
}

const lastLine = async (tx: Db) => (await tx.select({ seq: activity.seq }).from(activity).orderBy(desc(activity.seq)).limit(1))[0]?.seq;

const subjectOf = (subject: Subject) => subjectText(refOf(subject));

/** A list of ids that is another one now, whatever its order. */
const changedList = (field: string, before: readonly string[], after: readonly string[]): Record<string, readonly [unknown, unknown]> =>
	[...before].sort().join() === [...after].sort().join() ? {} : { [field]: [before, after] };

async function handOver(tx: Db, dialogueId: string, unitId: string) {
	await tx.update(followUps).set({ unitId }).where(eq(followUps.dialogueId, dialogueId));
	await tx.update(skillNeeds).set({ unitId }).where(eq(skillNeeds.dialogueId, dialogueId));
	await tx.update(issues).set({ unitId }).where(eq(issues.raisedInId, dialogueId));
}

interface WrittenTalk {
	id: string;
	unitId: string;
	heldOn: string;
	authorId: string;
	contactIds: string[];
	subjects: Subject[];
}

/** Answers what came of it that has no line of its own in the audit chain. */
async function writeParts(tx: Db, viewer: Viewer, talk: WrittenTalk, input: Omit<DialogueInput, 'id'>): Promise<Touched[]> {
	await nameTopicsAndGoals(tx, input, talk.id);
	await meetContacts(tx, viewer, talk, input.contactIds);
	await nameColleagues(tx, talk, input.colleagueIds);
	const agreed = await agreeFollowUps(tx, viewer, talk, input.followUps);
	const { id, unitId, heldOn } = talk;
	const subjects = talk.subjects.map((subject) => ({ ...subject, ...refOf(subject) }));
	const behind = { id, unitId, heldOn, subjects, isLandownerOnly: concernsLandOnly(talk.subjects) };
	const needs = await recordNeeds(tx, viewer, behind, input.needs);
	const stances = await recordStances(tx, viewer, behind, input.stances);
	return [...agreed, ...needs, ...stances, ...(await nameIssues(tx, viewer, behind, input.issues))];
}

const isHeldDay = (heldOn: string) => heldOn >= EARLIEST_DAY && heldOn <= today();

function headingOf(input: Omit<DialogueInput, 'id'>) {
	const { channel, heldOn, heldAtTime, note, assessment, confidentiality, hasNoNextStep, journalReference } = input;
	const confidentialityReason = confidentiality === 'confidential' ? input.confidentialityReason : null;
	return { channel, heldOn, heldAtTime, note, assessment, confidentiality, confidentialityReason, hasNoNextStep, journalReference };
}

function homeOf(subjects: readonly Subject[]): SubjectRef {
	const [first] = subjects;
	if (!first) throw badRequest();
	const { thenCompanyId, landownerId } = first;
	return thenCompanyId && !landownerId ? { kind: 'company', id: thenCompanyId } : refOf(first);
}

/** The records a talk touches, for their history. */
function concerned(subjects: readonly Subject[], contactIds: readonly string[]): Array<{ kind: string; id: string }> {
	const firms = [...new Set(subjects.flatMap(({ thenCompanyId }) => thenCompanyId ?? []))].map((id) => ({ kind: 'company', id }));
	const others = subjects.map(refOf).filter(({ kind }) => kind !== 'company');
	return [...firms, ...others, ...contactIds.map((id) => ({ kind: 'contact', id }))];
}
