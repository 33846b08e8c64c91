import { eq } from 'drizzle-orm';
import { refOf, subjectText } from '#app/subjects/subject.ts';
import { subjectsOfTalk, topicsOfTalk } from '#app/subjects/talk.server.ts';
import { db } from '#db/client.server.ts';
import { dialogues } from '#db/schema/index.ts';
import type { RecordKind } from '#db/vocabulary.ts';
import { isRevision } from './deeds.ts';
import { RECORD_TABLES, type UpkeepRecord } from './records.server.ts';

/** Fields that can be put back one by one: each stands alone in its form. */
const FIELDS: Record<RecordKind, readonly string[]> = {
	company: [
		'name',
		'cvr',
		'alternativeNames',
		'formCode',
		'status',
		'industryCode',
		'isProtected',
		'knowledgeOverride',
		'knowledgeReason',
		'phone',
		'email',
		'website',
		'foundedOn',
		'ceasedOn',
		'headcount',
		'headcountOn',
		'headcountSource',
	],
	site: ['name', 'pNumber', 'address', 'postalCode', 'city', 'headcount', 'headcountOn', 'headcountSource', 'isProtected', 'startedOn', 'ceasedOn'],
	landowner: ['name', 'kind', 'phone', 'email', 'address', 'postalCode', 'city'],
	property: ['name', 'bfe', 'cadastralDistrict', 'parcelNo', 'address', 'postalCode', 'city', 'landArea', 'floorArea', 'use'],
	contact: ['name', 'phone', 'email'],
	district: ['name', 'identity', 'targetDivisions', 'responsibleId', 'colour', 'boundaryNote'],
	dialogue: [
		...['note', 'assessment', 'channel', 'heldOn', 'heldAtTime', 'journalReference'],
		...['confidentiality', 'confidentialityReason', 'subjects', 'topicIds'],
	],
};

export const isRevertibleField = (kind: RecordKind, field: string): boolean => FIELDS[kind].includes(field);

/** The record's row as it stands; a talk's with what it is about. */
export async function currentValues({ kind, id }: Pick<UpkeepRecord, 'kind' | 'id'>): Promise<Readonly<Record<string, unknown>>> {
	const table = kind === 'dialogue' ? dialogues : RECORD_TABLES[kind];
	const [row] = await db.select().from(table).where(eq(table.id, id));
	if (kind !== 'dialogue') return { ...row };
	const [subjects, topicIds] = await Promise.all([subjectsOfTalk(db, id), topicsOfTalk(db, id)]);
	return { ...row, subjects: subjects.map((subject) => subjectText(refOf(subject))), topicIds };
}

/** True where putting back would change something: the line changed the field, and the field has another value now. */
export function isRevertible(kind: RecordKind, verb: string, field: string, before: unknown, current: Readonly<Record<string, unknown>>): boolean {
	// The reason goes with being confidential: it is put back with that, or changed while it lasts.
	if (field === 'confidentialityReason' && (before === null || current.confidentiality !== 'confidential')) return false;
	return isRevision(verb) && isRevertibleField(kind, field) && textOf(before) !== textOf(current[field]);
}

/** Lists are the same in whatever order. */
const textOf = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.map(String).sort() : (value ?? null));
