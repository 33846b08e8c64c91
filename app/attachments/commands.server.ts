import { createHash } from 'node:crypto';
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, or, sum } from 'drizzle-orm';
import { recordActivity } from '#app/activity/record.server.ts';
import { mayRevise } from '#app/auth/acting.ts';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { refreshFindable } from '#app/findable/refresh.server.ts';
import { badRequest, forbidden, notFound } from '#app/http/errors.ts';
import type { SentFile } from '#app/http/files.server.ts';
import { demand } from '#app/record/guard.server.ts';
import { talkRow } from '#app/subjects/talk.server.ts';
import { type Db, db, write } from '#db/client.server.ts';
import { firstIdOf, isId, newId } from '#db/new-id.ts';
import { attachments, dialogues } from '#db/schema/index.ts';
import { withoutMetadata } from './bare-picture.ts';
import { cleanFileName, FILE_MAX_BYTES, FILES_BYTES_PER_PERSON, FILES_PER_TALK, fileKindOf, fromItsBeginning, isHeic } from './file-kinds.ts';
import { dropBytes, putBytes, storedBefore } from './file-store.server.ts';
import { isTooManyPixels } from './pixels.ts';

/** A file as lists show it. */
export interface AttachmentLine {
	id: string;
	name: string;
	contentType: string;
	/** Bytes. */
	size: number;
}

export type FileRefusal = 'empty' | 'too_large' | 'unknown_kind' | 'heic' | 'too_many_pixels' | 'broken' | 'too_many' | 'too_much';
export type KeptFile = { kept: AttachmentLine } | { refused: FileRefusal; name: string };

const SHOWN = { id: attachments.id, name: attachments.name, contentType: attachments.contentType, size: attachments.size };
/** Files of talks never saved, and files taken off, are erased after thirty days. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** Files one person may have with talks not saved yet; nobody fills the disk with ids of no talk. */
const FILES_WITHOUT_TALK = 100;

/**
 * Keeps files with a talk, or with the id of a talk not saved yet, pictures without their metadata. Each answers for
 * itself: kept, or refused and why. The same bytes again are the same file. 403 for those who may not revise the talk.
 */
export async function attachFiles(viewer: Viewer, dialogueId: string, files: readonly SentFile[]): Promise<KeptFile[]> {
	await assertMayAttach(db, viewer, dialogueId);
	const answers: KeptFile[] = [];
	for (const file of files) answers.push(await attachFile(viewer, dialogueId, file));
	return answers;
}

async function attachFile(viewer: Viewer, dialogueId: string, { name: claimed, bytes: asSent }: SentFile): Promise<KeptFile> {
	const sent = fromItsBeginning(asSent);
	const kind = fileKindOf(sent);
	// A refused file is called as its sender calls it.
	const name = cleanFileName(claimed, kind ?? { endings: [claimed.split('.').at(-1)?.toLowerCase() ?? 'fil'] });
	if (sent.length === 0) return { refused: 'empty', name };
	if (asSent.length > FILE_MAX_BYTES) return { refused: 'too_large', name };
	if (!kind) return { refused: isHeic(sent) ? 'heic' : 'unknown_kind', name };
	if (isTooManyPixels(kind.contentType, sent)) return { refused: 'too_many_pixels', name };
	const bytes = withoutMetadata(kind.contentType, sent);
	if (!bytes) return { refused: 'broken', name };
	const id = newId();
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const { contentType } = kind;
	// The bytes come first: a row never points at nothing.
	await putBytes(id, bytes);
	let isKept = false;
	try {
		const answer = await keepRow(viewer, dialogueId, { id, name, contentType, size: bytes.length, sha256 });
		isKept = 'kept' in answer && answer.kept.id === id;
		return answer;
	} finally {
		if (!isKept) await dropBytes(id);
	}
}

/** The row of a file whose bytes lie ready; refused, or the same file of before, it leaves no row. */
function keepRow(viewer: Viewer, dialogueId: string, file: AttachmentLine & { sha256: string }): Promise<KeptFile> {
	const { id, name, size, sha256 } = file;
	return write(async (tx): Promise<KeptFile> => {
		await assertMayAttach(tx, viewer, dialogueId);
		const present = await tx
			.select({ ...SHOWN, sha256: attachments.sha256 })
			.from(attachments)
			.where(and(eq(attachments.dialogueId, dialogueId), isNull(attachments.archivedAt)));
		const same = present.find((row) => row.sha256 === sha256);
		if (same) return { kept: same };
		if (present.length >= FILES_PER_TALK) return { refused: 'too_many', name };
		if ((await lateBytesOf(tx, viewer)) + size > FILES_BYTES_PER_PERSON) return { refused: 'too_much', name };
		await tx.insert(attachments).values({ ...file, dialogueId, uploadedById: viewer.id, createdAt: new Date() });
		await refreshFindable(tx, { kind: 'attachment', id });
		await recordActivity(
			tx,
			{ kind: 'user', id: viewer.id },
			{ verb: 'attachment.added', subject: { kind: 'attachment', id }, also: [{ kind: 'dialogue', id: dialogueId }] },
		);
		return { kept: { id, name, contentType: file.contentType, size } };
	});
}

/** Bytes a person sent in the last thirty days, taken off again or not: those lie on the disk as well. Ids tell when a file came. */
async function lateBytesOf(tx: Db, viewer: Viewer): Promise<number> {
	const late = gte(attachments.id, firstIdOf(new Date(Date.now() - KEPT_MS)));
	const [sent] = await tx
		.select({ bytes: sum(attachments.size) })
		.from(attachments)
		.where(and(late, eq(attachments.uploadedById, viewer.id)));
	return Number(sent?.bytes ?? 0);
}

/** A saved talk takes files from those who may revise it; one not saved yet from the person whose form made its id. */
async function assertMayAttach(tx: Db, viewer: Viewer, dialogueId: string) {
	demand(viewer, 'log', 'dialogue');
	if (!isId(dialogueId)) throw notFound();
	const talk = await talkRow(tx, dialogueId, { archived: true });
	if (talk) {
		if (talk.archivedAt) throw notFound();
		if (!mayRevise(viewer, talk)) throw forbidden();
		return;
	}
	const others = await tx.select({ by: attachments.uploadedById }).from(attachments).where(eq(attachments.dialogueId, dialogueId));
	if (others.some(({ by }) => by !== viewer.id)) throw forbidden();
	const [own] = await tx
		.select({ files: count() })
		.from(attachments)
		.leftJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(eq(attachments.uploadedById, viewer.id), isNull(dialogues.id)));
	if ((own?.files ?? 0) >= FILES_WITHOUT_TALK) throw badRequest();
}

/** Files of a talk, as the note readable or not at all; of a talk not saved yet the viewer's own. */
export const attachmentsOf = (viewer: Viewer, dialogueId: string): Promise<AttachmentLine[]> =>
	db
		.select(SHOWN)
		.from(attachments)
		.leftJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(eq(attachments.dialogueId, dialogueId), isNull(attachments.archivedAt), readable(viewer)))
		.orderBy(asc(attachments.id))
		.limit(FILES_PER_TALK);

/** One file's heading for whoever may read it; 404 else. */
export async function attachmentFor(viewer: Viewer, id: string | undefined): Promise<AttachmentLine> {
	if (!isId(id)) throw notFound();
	const [row] = await db
		.select(SHOWN)
		.from(attachments)
		.leftJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(eq(attachments.id, id), isNull(attachments.archivedAt), readable(viewer)));
	if (!row) throw notFound();
	return row;
}

/** A file says what the note says. */
const readable = (viewer: Viewer) =>
	or(
		and(isNull(dialogues.id), eq(attachments.uploadedById, viewer.id)),
		// The talk must be there: to a manager every note is readable, also of no talk at all.
		and(isNotNull(dialogues.id), within(viewer, 'dialogues'), noteReadable(viewer)),
	);

/** Takes a file off its talk, or puts it back; the bytes stay thirty days. Saying the same twice changes nothing. */
export async function takeOff(viewer: Viewer, id: string, isOff: boolean): Promise<{ dialogueId: string; isTalkSaved: boolean }> {
	demand(viewer, 'revise', 'dialogue');
	return write(async (tx) => {
		const [row] = await tx.select().from(attachments).where(eq(attachments.id, id));
		if (!row) throw notFound();
		const talk = await talkRow(tx, row.dialogueId, { archived: true });
		if (talk?.archivedAt) throw notFound();
		if (talk ? !mayRevise(viewer, talk) : row.uploadedById !== viewer.id) throw notFound();
		const answer = { dialogueId: row.dialogueId, isTalkSaved: talk !== null };
		if ((row.archivedAt !== null) === isOff) return answer;
		if (!isOff) {
			const [present] = await tx
				.select({ files: count() })
				.from(attachments)
				.where(and(eq(attachments.dialogueId, row.dialogueId), isNull(attachments.archivedAt)));
			if ((present?.files ?? 0) >= FILES_PER_TALK) throw badRequest();
		}
		await tx
			.update(attachments)
			.set({ archivedAt: isOff ? new Date() : null })
			.where(eq(attachments.id, id));
		await refreshFindable(tx, { kind: 'attachment', id });
		const also = [{ kind: 'dialogue', id: row.dialogueId }];
		await recordActivity(
			tx,
			{ kind: 'user', id: viewer.id },
			{ verb: isOff ? 'attachment.taken_off' : 'attachment.put_back', subject: { kind: 'attachment', id }, also },
		);
		return answer;
	});
}

/** Erases files nobody can reach any more: of talks never saved, taken off, or without a row. Answers how many. */
export async function sweepFiles(now = new Date()): Promise<number> {
	const past = new Date(now.getTime() - KEPT_MS);
	const ids = await storedBefore(past);
	let swept = 0;
	for (let at = 0; at < ids.length; at += 200) {
		const some = ids.slice(at, at + 200);
		const rows = await db
			.select({ id: attachments.id, archivedAt: attachments.archivedAt, talkId: dialogues.id })
			.from(attachments)
			.leftJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
			.where(inArray(attachments.id, some));
		// Thirty days from when it was taken off, however old the file is.
		const wanted = new Set(rows.filter(({ archivedAt, talkId }) => talkId && (!archivedAt || archivedAt > past)).map(({ id }) => id));
		const unwanted = some.filter((id) => !wanted.has(id));
		if (unwanted.length > 0) await write((tx) => tx.delete(attachments).where(inArray(attachments.id, unwanted)));
		for (const id of unwanted) await dropBytes(id);
		swept += unwanted.length;
	}
	return swept;
}
