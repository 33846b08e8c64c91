import { z } from 'zod';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { CHANNELS, CONFIDENTIALITIES, CONFIDENTIALITY_REASONS } from '#db/vocabulary.ts';
import { isCalendarDay } from './days.ts';
import { EARLIEST_DAY, NOTE_MAX } from './dialogue.ts';
import { readFollowUp } from './follow-up-line.ts';
import { refusalText } from './labels.ts';

// The fields of the talk form. Built per request: its sentences are in the reader's language.

const REASON_MISSING = ['confidentialityReason'];
/** Ids one form can tick: more than there are topics and goals. */
const MOST_CHOICES = 60;

const clean = (text: string) => text.replaceAll('\0', '').trim();
const longText = () =>
	z
		.string()
		.max(NOTE_MAX, { message: m.dialogues_too_long({ max: NOTE_MAX }) })
		.optional()
		.transform((text) => (text ? clean(text) || null : null));
const ids = () => z.array(z.string().max(40)).max(MOST_CHOICES).default([]);
const idOrNone = () =>
	z
		.string()
		.max(40)
		.optional()
		.transform((id) => id ?? null);

const heading = () => ({
	/** How the firm is named; read by `firmMeant`, so that its answer can be "which of these?". */
	firm: z.string().max(200).optional(),
	siteId: idOrNone(),
	unitId: idOrNone(),
	channel: z.enum(CHANNELS, { error: m.dialogues_channel_missing() }).default('visit'),
	heldOn: z
		.string({ error: m.dialogues_held_on_missing() })
		.refine(isCalendarDay, { message: m.dialogues_held_on_missing() })
		.refine((day) => day <= today(), { message: m.dialogues_held_on_future() })
		.refine((day) => day >= EARLIEST_DAY, { message: m.dialogues_held_on_early() }),
	heldAtTime: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: m.dialogues_held_at_time_wrong() })
		.optional()
		.transform((time) => time ?? null),
	note: z
		.string({ error: m.dialogues_note_missing() })
		.max(NOTE_MAX, { message: m.dialogues_too_long({ max: NOTE_MAX }) })
		.transform(clean)
		.refine((note) => note.length > 0, { message: m.dialogues_note_missing() }),
	assessment: longText(),
	confidentiality: z.enum(CONFIDENTIALITIES).default('open'),
	confidentialityReason: z
		.enum(CONFIDENTIALITY_REASONS)
		.optional()
		.transform((reason) => reason ?? null),
	topicIds: ids(),
	goalIds: ids(),
	hasNoNextStep: z.boolean().default(false),
});

interface Confidential {
	confidentiality: 'open' | 'confidential';
	confidentialityReason: string | null;
}
const saysWhyConfidential = ({ confidentiality, confidentialityReason }: Confidential) =>
	confidentiality === 'open' || confidentialityReason !== null;

/** A new talk. */
export const dialogueForm = () =>
	z
		.object({ id: z.string().max(40), ...heading(), followUp: followUpLine() })
		.refine(saysWhyConfidential, { message: m.dialogues_reason_missing(), path: REASON_MISSING, when: everyFieldGiven })
		.refine(({ followUp, hasNoNextStep }) => !(followUp && hasNoNextStep), {
			message: m.dialogues_no_next_step_contradiction(),
			path: ['hasNoNextStep'],
			when: everyFieldGiven,
		});

/** A talk revised; its follow-ups live on by themselves. */
export const revisionForm = () =>
	z
		.object({ version: z.number().int(), ...heading() })
		.refine(saysWhyConfidential, { message: m.dialogues_reason_missing(), path: REASON_MISSING, when: everyFieldGiven });

/** Without it a refinement of the whole stays silent until every field is right; this one asks only that they were read. */
const everyFieldGiven = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null && 'confidentiality' in value;

const followUpLine = () =>
	z
		.string()
		.max(400, { message: m.dialogues_follow_up_too_long() })
		.optional()
		.transform((line, context) => {
			const reading = readFollowUp(clean(line ?? ''), today());
			if (reading.kind === 'read') return reading.followUp;
			if (reading.kind === 'refused') context.addIssue({ code: 'custom', message: refusalText(reading.reason) });
			return null;
		});
