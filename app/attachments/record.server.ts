import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { noteReadable, within } from '#app/auth/scope.server.ts';
import { audienceIn, textEntries } from '#app/findable/entry.ts';
import { TALK } from '#app/findable/of-talk.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import type { Kind } from '#app/record/kind.server.ts';
import { subjectsOf } from '#app/subjects/links.server.ts';
import { talksIn } from '#app/touches/in-district.server.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { attachments, dialogues } from '#db/schema/index.ts';
import { ATTACHMENT } from './record.ts';

/** A file by its name. One whose talk is not saved yet, or withdrawn, is found by nobody. */
async function entries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: attachments.id, name: attachments.name, ...TALK })
		.from(attachments)
		.innerJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(inArray(attachments.id, ids), isNull(attachments.archivedAt), isNull(dialogues.archivedAt)))
		.orderBy(asc(attachments.id));
	return rows.flatMap((file) => textEntries('attachment', file.id, audienceIn(file), [file.name]));
}

/** A file leads to its talk, where it is opened. */
const cards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: attachments.id, name: attachments.name, dialogueId: dialogues.id, heldOn: dialogues.heldOn })
		.from(attachments)
		.innerJoin(dialogues, eq(dialogues.id, attachments.dialogueId))
		.where(and(inArray(attachments.id, ids), isNull(attachments.archivedAt), within(viewer, 'dialogues'), noteReadable(viewer)));
	const subjects = await subjectsOf(rows.map(({ dialogueId }) => dialogueId));
	return rows.map(({ id, name, dialogueId, heldOn }) => ({
		...{ kind: 'attachment' as const, id, title: name, to: paths.dialogue(dialogueId), text: name, on: heldOn },
		detail: detailLine(subjects.get(dialogueId)?.[0]?.name, formatDay(heldOn)),
	}));
};

const inDistrict = (districtId: string) =>
	db
		.select({ id: attachments.id })
		.from(attachments)
		.where(inArray(attachments.dialogueId, talksIn(districtId)));

export const attachmentKind: Kind = { ...ATTACHMENT, table: attachments, found: { drawer: 11, entries, cards, inDistrict } };
