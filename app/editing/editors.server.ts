import { and, desc, eq } from 'drizzle-orm';
import { editionOf, type Subject } from '#app/activity/edition.server.ts';
import type { Flash } from '#app/http/flash.server.ts';
import type { Clash, EditConflict, FieldValues } from '#app/http/merge.ts';
import { listed, possessive } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { activity, users } from '#db/schema/index.ts';
import type { ChainNames } from './editable.ts';

/** Lines of one record looked through for who changed a field: more saves than that during one edit do not happen. */
const LOOKED_THROUGH = 50;

interface Editor {
	id: string | null;
	name: string | null;
	at: Date;
}

/** Who changed a field last, as the audit chain has it; a field it does not know goes to the last save of the record. */
async function editorsOf(subject: Subject, names: ChainNames): Promise<(field: string) => Editor> {
	const last = await editionOf(db, subject);
	const lines = await db
		.select({ id: users.id, name: users.name, at: activity.at, fields: activity.fields })
		.from(activity)
		.leftJoin(users, eq(users.id, activity.actorId))
		.where(and(eq(activity.subjectKind, subject.kind), eq(activity.subjectId, subject.id)))
		.orderBy(desc(activity.seq))
		.limit(LOOKED_THROUGH);
	return (field) => {
		// Where the last save has no line of its own (an import), none of the lines need be the one that changed the field.
		const line = last.by === null ? undefined : lines.find((one) => one.fields.includes(names[field] ?? field));
		return line ?? { id: null, name: last.by, at: last.at };
	};
}

/** A refused save in words for the form: each clashing field with the other value, whose it is and since when. */
export async function clashesOf(
	viewer: { id: string },
	subject: Subject,
	edit: { clashes: string[]; takenOver: string[]; mine: FieldValues; theirs: FieldValues },
	names: ChainNames = {},
): Promise<EditConflict> {
	const editor = await editorsOf(subject, names);
	const clashes = edit.clashes.map((field): Clash => {
		const { id, name, at } = editor(field);
		return { field, mine: edit.mine[field] ?? '', theirs: edit.theirs[field] ?? '', by: name, isOwn: id === viewer.id, at };
	});
	return { clashes, takenOver: edit.takenOver };
}

/** What the page after a merged save says: whose change of which fields was taken along; "saved" where there was none. */
export async function togetherFlash(
	viewer: { id: string },
	subject: Subject,
	takenOver: readonly string[],
	label: (field: string) => string,
	names: ChainNames = {},
): Promise<Omit<Flash, 'id'>> {
	if (takenOver.length === 0) return { key: 'saved' };
	const editor = await editorsOf(subject, names);
	const editors = new Map(takenOver.map(editor).map((one) => [one.id, one]));
	const fields = listed(takenOver.map((field) => inSentence(label(field))));
	const [only] = editors.size === 1 ? editors.values() : [];
	if (only?.id === viewer.id) return { key: 'saved_with_own', params: { fields } };
	if (only?.name) return { key: 'saved_with', params: { whose: possessive(only.name), fields } };
	return { key: 'saved_with_others', params: { fields } };
}

/** "Telefon" → "telefon", but "CVR-nummer" as it is. */
const inSentence = (label: string): string => (/^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label);
