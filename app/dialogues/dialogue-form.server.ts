import { z } from 'zod';
import { isCalendarDay } from '#app/days/days.ts';
import { MOST_FOLLOW_UPS } from '#app/follow-ups/follow-up.ts';
import { type FollowUpRow, readFollowUp } from '#app/follow-ups/follow-up-line.ts';
import { refusalText } from '#app/follow-ups/labels.ts';
import { withoutUnseen } from '#app/http/unseen.ts';
import { versionField } from '#app/http/version-field.server.ts';
import { formatNumber, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { issueRows } from '#app/issues/rows-form.server.ts';
import { needRows } from '#app/needs/rows-form.server.ts';
import { stanceRows } from '#app/stances/rows-form.server.ts';
import { isId } from '#db/new-id.ts';
import { CHANNELS, CONFIDENTIALITIES, CONFIDENTIALITY_REASONS, FOLLOW_UP_KINDS } from '#db/vocabulary.ts';
import { EARLIEST_DAY, NOTE_MAX } from './dialogue.ts';

// The fields of the talk form. Built per request: its sentences are in the reader's language.

/** Ids one form can tick: more than there are topics and goals. */
const MOST_CHOICES = 60;
const PERSON_MAX = 120;
const PHONE_MAX = 40;
const REFERENCE_MAX = 60;
const GO_AHEAD_MAX = 200;

const clean = (text: string) => text.replaceAll('\0', '').trim();
const longText = () =>
	z
		.string()
		.max(NOTE_MAX, { message: m.dialogues_too_long({ max: formatNumber(NOTE_MAX) }) })
		.optional()
		.transform((text) => (text ? clean(text) || null : null));
const ids = () => z.array(z.string().max(40)).max(MOST_CHOICES).default([]);
const idOrNone = () =>
	z
		.string()
		.max(40)
		.optional()
		.transform((id) => id ?? null);

const line = (max: number) =>
	z
		.string()
		.max(max, { message: m.dialogues_too_long({ max }) })
		.optional()
		.transform((text) => (text ? clean(withoutUnseen(text)) || null : null));

const heading = () => ({
	/** How the first subject is named; read by `subjectsOfForm`, so that its answer can be "which of these?". */
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
		.max(NOTE_MAX, { message: m.dialogues_too_long({ max: formatNumber(NOTE_MAX) }) })
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
	contactIds: ids(),
	person: line(PERSON_MAX),
	personTitle: line(PERSON_MAX),
	personPhone: line(PHONE_MAX),
	colleagueIds: ids(),
	journalReference: line(REFERENCE_MAX),
	followUp: followUpLine(),
	followUps: followUpRows(),
	goAheadReason: line(GO_AHEAD_MAX),
	hasNoNextStep: z.boolean().default(false),
	needs: needRows(),
	stances: stanceRows(),
	issues: issueRows(),
});

interface Confidential {
	confidentiality: 'open' | 'confidential';
	confidentialityReason: string | null;
}
const saysWhyConfidential = ({ confidentiality, confidentialityReason }: Confidential) =>
	confidentiality === 'open' || confidentialityReason !== null;

interface Ending {
	followUp: unknown;
	followUps: unknown[];
	hasNoNextStep: boolean;
}
const endsOneWay = ({ followUp, followUps, hasNoNextStep }: Ending) => !(hasNoNextStep && (followUp || followUps.length > 0));

const reasonMissing = () => ({ message: m.dialogues_reason_missing(), path: ['confidentialityReason'], when: everyFieldGiven });
const contradiction = () => ({ message: m.dialogues_no_next_step_contradiction(), path: ['hasNoNextStep'], when: everyFieldGiven });

/** A new talk. */
export const dialogueForm = () =>
	z
		.object({ id: z.string().max(40), ...heading() })
		.refine(saysWhyConfidential, reasonMissing())
		.refine(endsOneWay, contradiction());

/** A talk revised; what was agreed in it lives on by itself, what is agreed besides is added. */
export const revisionForm = () =>
	z
		.object({ version: versionField(), ...heading() })
		.refine(saysWhyConfidential, reasonMissing())
		.refine(endsOneWay, contradiction());

/** What both forms say of a talk. */
export type TalkFields = Omit<z.output<ReturnType<typeof revisionForm>>, 'version'>;

/** Without it a refinement of the whole stays silent until every field is right; this one asks only that they were read. */
const everyFieldGiven = ({ value }: { value: unknown }) =>
	typeof value === 'object' && value !== null && 'confidentiality' in value && 'followUps' in value;

const followUpLine = () =>
	z
		.string()
		.max(400, { message: m.dialogues_follow_up_too_long() })
		.optional()
		.transform((line, context) => {
			const reading = readFollowUp(clean(line ?? ''), today());
			if (reading.kind === 'read') return reading.followUp;
			if (reading.kind === 'refused') context.addIssue({ code: 'custom', message: refusalText(reading, today()) });
			return null;
		});

/** Further follow-ups: a line each, read like the first; rows left blank are none. */
const followUpRows = () =>
	z
		.array(z.object({ id: idOrNone(), line: followUpLine(), kind: z.enum(FOLLOW_UP_KINDS).optional(), contactId: idOrNone() }).optional())
		.max(MOST_FOLLOW_UPS)
		.default([])
		.transform((rows): FollowUpRow[] =>
			rows.flatMap((row) => {
				if (!row?.line) return [];
				return [{ ...row.line, id: isId(row.id) ? row.id : undefined, kind: row.kind ?? row.line.kind, contactId: row.contactId }];
			}),
		);
