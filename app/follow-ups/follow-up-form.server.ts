import { z } from 'zod';
import { versionField } from '#app/http/version-field.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { FOLLOW_UP_KINDS } from '#db/vocabulary.ts';
import { readWords } from './follow-up-words.ts';
import { refusalText } from './labels.ts';

// The fields of a follow-up that stands by itself. Built per request: its sentences are in the reader's language.

const REASON_MAX = 200;
const idOrNone = () =>
	z
		.string()
		.max(40)
		.optional()
		.transform((id) => id ?? null);

const fields = () => ({
	kind: z.enum(FOLLOW_UP_KINDS).default('task'),
	text: z.string({ error: m.dialogues_follow_up_text_missing() }).max(400, { message: m.dialogues_follow_up_too_long() }),
	/** The day in words: 7/12, om 2 uger. */
	due: z
		.string()
		.max(60, { message: m.dialogues_follow_up_no_day_read() })
		.optional()
		.transform((due) => due ?? ''),
	dueAtTime: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: m.dialogues_held_at_time_wrong() })
		.optional()
		.transform((time) => time ?? null),
	assigneeId: z.string({ error: m.dialogues_follow_up_assignee_missing() }).max(40),
	contactId: idOrNone(),
	unitId: idOrNone(),
	goAheadReason: z
		.string()
		.max(REASON_MAX, { message: m.dialogues_guard_reason_long({ max: REASON_MAX }) })
		.optional()
		.transform((reason) => reason?.replaceAll('\0', '').trim() || null),
});

type Fields = z.output<z.ZodObject<ReturnType<typeof fields>>>;

/** Reads line and day as the browser showed them; a promise says so itself, a visit needs its day. */
function reading({ kept, isPlaced }: { kept: string | null; isPlaced: boolean }) {
	return <Given extends Fields>({ text, due, kind, ...given }: Given, context: z.RefinementCtx) => {
		const refuse = (field: 'text' | 'due' | 'kind', message: string) => {
			context.addIssue({ code: 'custom', message, path: [field] });
			return z.NEVER;
		};
		const read = readWords({ text, due }, today(), kept);
		if (read.kind === 'empty') return refuse('text', m.dialogues_follow_up_text_missing());
		if (read.kind === 'refused') return refuse(read.field, refusalText(read, today()));
		const { isPromise, ...words } = read.words;
		if (kind === 'visit' && !isPlaced) return refuse('kind', m.dialogues_visit_of_whom());
		if (kind === 'visit' && !words.dueOn) return refuse('due', m.dialogues_visit_when());
		return { ...given, ...words, kind: kind === 'task' && isPromise ? ('promise' as const) : kind };
	};
}

/** A new one. `isPlaced`: it names a firm or an owner, so a visit can be planned. */
export const followUpForm = ({ isPlaced }: { isPlaced: boolean }) =>
	z.object({ id: z.string().max(40), ...fields() }).transform(reading({ kept: null, isPlaced }));

/** One revised. `kept`: the day that stands, which may be over. */
export const followUpRevisionForm = (given: { kept: string | null; isPlaced: boolean }) =>
	z.object({ version: versionField(), ...fields() }).transform(reading(given));
