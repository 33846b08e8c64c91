import { formatDayShort, oneOf } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { FOLLOW_UP_KINDS, type FollowUpKind } from '#db/vocabulary.ts';
import type { FollowUpRefusal } from './follow-up-line.ts';

const KIND: Record<FollowUpKind, () => string> = {
	task: () => m.dialogues_follow_up_kind_task(),
	promise: () => m.dialogues_follow_up_kind_promise(),
	visit: () => m.dialogues_follow_up_kind_visit(),
};
export const kindLabel = (kind: FollowUpKind): string => KIND[kind]();
export const kindOptions = () => FOLLOW_UP_KINDS.map((value) => ({ value, label: kindLabel(value) }));

const REFUSAL: Record<FollowUpRefusal | 'no_day', () => string> = {
	no_day: () => m.dialogues_follow_up_no_day_read(),
	gone: () => m.dialogues_follow_up_gone(),
	day_or_count: () => m.dialogues_follow_up_day_or_count(),
	no_such_day: () => m.dialogues_follow_up_no_such_day(),
	separators: () => m.dialogues_follow_up_separators(),
	unclear: () => m.dialogues_follow_up_unclear(),
	weekday: () => m.dialogues_follow_up_weekday(),
	too_far: () => m.dialogues_follow_up_too_far(),
	several_days: () => m.dialogues_follow_up_several_days(),
	past: () => m.dialogues_follow_up_past(),
	nothing_to_do: () => m.dialogues_follow_up_nothing_to_do(),
	too_long: () => m.dialogues_follow_up_too_long(),
};
/** Why the words of a day were not taken, how to write it, and which days they may mean. */
export function refusalText({ reason, days }: { reason: FollowUpRefusal | 'no_day'; days: readonly string[] }, today: string): string {
	const meant = days.map((on) => formatDayShort(on, today));
	return [REFUSAL[reason](), ...(meant.length > 0 ? [m.dialogues_follow_up_may_mean({ days: oneOf(meant) })] : [])].join(' ');
}

/** "2026-q4" → "4. kvartal 2026". */
export const quarterLabel = (quarter: string): string => m.dialogues_quarter({ no: quarter.slice(6), year: quarter.slice(0, 4) });
