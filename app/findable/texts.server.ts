import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { attachments, dialogues, followUps, issues, skillNeeds, skills } from '#db/schema/index.ts';
import { audienceOfNote, textEntries } from './entry.ts';

// What was said and what came of it, for those who may read it. Only a first sieve: whoever shows a hit asks the rights
// again, row by row (app/search).

/** A talk by its note, and in an entry of its own by its assessment: the two never mix. */
export async function dialogueEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select()
		.from(dialogues)
		.where(and(inArray(dialogues.id, ids), isNull(dialogues.archivedAt)))
		.orderBy(asc(dialogues.heldOn), asc(dialogues.id));
	return rows.flatMap((talk) => [
		...textEntries('dialogue', talk.id, audienceOfNote(talk), [talk.note]),
		...textEntries('dialogue', talk.id, `unit:${talk.unitId}`, [talk.assessment]),
	]);
}

/** A need by the firm's words and by every name of the skill. */
export async function needEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: skillNeeds.id, wording: skillNeeds.wording, nameDa: skills.nameDa, nameEn: skills.nameEn, aliases: skills.aliases })
		.from(skillNeeds)
		.leftJoin(skills, eq(skills.id, skillNeeds.skillId))
		.where(and(inArray(skillNeeds.id, ids), isNull(skillNeeds.archivedAt)))
		.orderBy(asc(skillNeeds.id));
	return rows.flatMap(({ id, wording, nameDa, nameEn, aliases }) => textEntries('need', id, 'work', [wording, nameDa, nameEn, ...(aliases ?? [])]));
}

const TALK = { confidentiality: dialogues.confidentiality, isLandownerOnly: dialogues.isLandownerOnly, talkUnitId: dialogues.unitId };

interface OfTalk {
	confidentiality: string | null;
	isLandownerOnly: boolean | null;
	talkUnitId: string | null;
}

/** As the talk's note where there is a talk; else every work role. */
const audienceIn = ({ confidentiality, isLandownerOnly, talkUnitId }: OfTalk) =>
	talkUnitId === null
		? 'work'
		: audienceOfNote({ confidentiality: confidentiality ?? '', isLandownerOnly: isLandownerOnly === true, unitId: talkUnitId });

export async function issueEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: issues.id, title: issues.title, ...TALK })
		.from(issues)
		.leftJoin(dialogues, eq(dialogues.id, issues.raisedInId))
		.where(and(inArray(issues.id, ids), isNull(issues.archivedAt)))
		.orderBy(asc(issues.id));
	return rows.flatMap((issue) => textEntries('issue', issue.id, audienceIn(issue), [issue.title]));
}

/**
 * A follow-up without a talk is every work role's, about an owner alone its unit's. The assignee reads it too, wherever
 * they work: my day shows it to them, search does not.
 */
export async function followUpEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: followUps.id,
			text: followUps.text,
			unitId: followUps.unitId,
			companyId: followUps.companyId,
			landownerId: followUps.landownerId,
			dialogueId: followUps.dialogueId,
			...TALK,
		})
		.from(followUps)
		.leftJoin(dialogues, eq(dialogues.id, followUps.dialogueId))
		.where(and(inArray(followUps.id, ids), isNull(followUps.archivedAt)))
		.orderBy(asc(followUps.id));
	return rows.flatMap((followUp) => {
		const isOfOwnerAlone = followUp.dialogueId === null && followUp.landownerId !== null && followUp.companyId === null;
		return textEntries('followUp', followUp.id, isOfOwnerAlone ? `unit:${followUp.unitId}` : audienceIn(followUp), [followUp.text]);
	});
}

/** A file by its name. One whose talk is not saved yet, or withdrawn, is found by nobody. */
export async function attachmentEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: attachments.id, name: attachments.name, ...TALK })
		.from(attachments)
		.innerJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(inArray(attachments.id, ids), isNull(attachments.archivedAt), isNull(dialogues.archivedAt)))
		.orderBy(asc(attachments.id));
	return rows.flatMap((file) => textEntries('attachment', file.id, audienceIn(file), [file.name]));
}
