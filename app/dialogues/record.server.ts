import { and, eq, inArray, or } from 'drizzle-orm';
import { fieldUnits, mayRevise, mayWithdraw } from '#app/auth/acting.ts';
import { within } from '#app/auth/scope.server.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { revertible, wordIn } from '#app/record/history-fields.ts';
import type { Kind, Upkeep } from '#app/record/kind.server.ts';
import { refusedBack, revertedBy } from '#app/record/put-back.server.ts';
import { refOf, subjectText } from '#app/subjects/subject.ts';
import { subjectsOfTalk, topicsOfTalk } from '#app/subjects/talk.server.ts';
import { talksIn } from '#app/touches/in-district.server.ts';
import { channelLabel } from '#app/touches/labels.ts';
import { db } from '#db/client.server.ts';
import { activityValues, dialogues } from '#db/schema/index.ts';
import { CHANNELS, CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import { WITHDRAWABLE_MS } from './dialogue.ts';
import { eraseTalk } from './erasing.server.ts';
import { dialogueCards, dialogueEntries, dialogueTexts, foundWithTalk, readableTalks } from './findable.server.ts';
import { reasonLabel } from './labels.ts';
import { putBackInTalk } from './put-back.server.ts';
import { DIALOGUE } from './record.ts';
import { restoreDialogue, withdrawDialogue } from './withdrawal.server.ts';

const FIELDS: Upkeep['fields'] = {
	...revertible({
		heldOn: () => m.dialogues_held_on(),
		heldAtTime: () => m.dialogues_held_at_time(),
		note: () => m.dialogues_note(),
		assessment: () => m.dialogues_assessment(),
		journalReference: () => m.upkeep_field_journal_reference(),
	}),
	subjects: { label: () => m.upkeep_field_subjects(), isRevertible: true, refersTo: 'many' },
	channel: { label: () => m.dialogues_channel(), isRevertible: true, words: wordIn(CHANNELS, channelLabel) },
	topicIds: { label: () => m.dialogues_topics(), isRevertible: true, refersTo: 'many' },
	goalIds: { label: () => m.dialogues_goals(), refersTo: 'many' },
	contactIds: { label: () => m.dialogues_people(), refersTo: 'many' },
	colleagueIds: { label: () => m.dialogues_colleagues(), refersTo: 'many' },
	confidentiality: {
		label: () => m.dialogues_confidentiality(),
		isRevertible: true,
		words: (stored) => (stored === 'open' ? m.upkeep_value_not_confidential() : m.dialogues_confidential()),
	},
	confidentialityReason: {
		label: () => m.dialogues_reason(),
		isRevertible: true,
		// The reason goes with being confidential: it is put back with that, or changed while it lasts.
		goesBack: (before, current) => before !== null && current.confidentiality === 'confidential',
		words: wordIn(CONFIDENTIALITY_REASONS, reasonLabel),
	},
	unitId: { label: () => m.dialogues_unit(), refersTo: 'one' },
};

/** A talk's history holds every part of it: it is read by those who may revise it, never by its heading's readers. */
const open: Upkeep['open'] = async (viewer, id) => {
	const [row] = await db
		.select()
		.from(dialogues)
		.where(and(eq(dialogues.id, id), within(viewer, 'dialogues', { archived: true })));
	if (!row) return null;
	const isReviser = mayRevise(viewer, row);
	return {
		name: nameOf(row),
		path: paths.dialogue(id),
		version: row.version,
		archivedAt: row.archivedAt,
		slug: null,
		mayReadHistory: isReviser,
		mayRevert: isReviser,
		mayArchive: mayWithdraw(viewer, row),
	};
};

const nameOf = ({ channel, heldOn }: Pick<typeof dialogues.$inferSelect, 'channel' | 'heldOn'>): string =>
	m.upkeep_talk_of({ channel: channelLabel(channel), day: formatDay(heldOn) });

/** Talks are those of the viewer's own or their unit's: of others not even the day is told in the trash. */
const trash: Upkeep['trash'] = (viewer) => {
	const units = fieldUnits(viewer).map(({ unitId }) => unitId);
	if (units.length === 0) return false;
	return db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(and(within(viewer, 'dialogues', { archived: true }), or(eq(dialogues.authorId, viewer.id), inArray(dialogues.unitId, units))));
};

/** Taken back rather than put away, and thrown away only as long as that is so. */
export const dialogueKind: Kind = {
	...DIALOGUE,
	table: dialogues,
	found: {
		drawer: 7,
		entries: dialogueEntries,
		cards: dialogueCards,
		order: dialogues.heldOn,
		along: foundWithTalk,
		inDistrict: talksIn,
		words: { of: dialogueTexts, readable: readableTalks },
	},
	upkeep: {
		open,
		async names(ids) {
			const rows = await db.select().from(dialogues).where(inArray(dialogues.id, ids));
			return rows.map((row) => ({ id: row.id, version: row.version, name: nameOf(row), path: paths.dialogue(row.id) }));
		},
		trash,
		fields: FIELDS,
		async current(id) {
			const [[row], subjects, topicIds] = await Promise.all([
				db.select().from(dialogues).where(eq(dialogues.id, id)),
				subjectsOfTalk(db, id),
				topicsOfTalk(db, id),
			]);
			return { ...row, subjects: subjects.map((subject) => subjectText(refOf(subject))), topicIds };
		},
		async putBack(viewer, seen, { seq, field, before }) {
			const alongside = await db
				.select({ field: activityValues.field, before: activityValues.before })
				.from(activityValues)
				.where(eq(activityValues.seq, seq));
			const earlier = { field, value: before, alongside: new Map(alongside.map((one) => [one.field, one.before])) };
			const answer = await putBackInTalk(viewer, seen, earlier);
			return answer.kind === 'refused' ? refusedBack(m.upkeep_revert_refused()) : revertedBy(answer);
		},
		async isThrowable(id) {
			const [talk] = await db.select({ at: dialogues.createdAt }).from(dialogues).where(eq(dialogues.id, id));
			return talk !== undefined && Date.now() - talk.at.getTime() <= WITHDRAWABLE_MS;
		},
		settle: (viewer, id, state) => (state === 'present' ? restoreDialogue(viewer, id) : withdrawDialogue(viewer, id)),
		erase: eraseTalk,
	},
};
