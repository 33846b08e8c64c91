import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import type { IconName } from '#app/ui/icon.tsx';
import type { FollowUpKind, FollowUpState } from '#db/vocabulary.ts';

interface Marked {
	text: string | null;
	dueOn: string | null;
	/** "HH:MM" of a visit. */
	dueAtTime?: string | null;
	kind: FollowUpKind;
	state: FollowUpState;
}

/** Where a follow-up stands, in a word and a day; `withText` says what it is about as well. */
export function FollowUpMark({ followUp, withText = false }: { followUp: Marked; withText?: boolean }) {
	const { tone, icon, words } = lookOf(followUp);
	const kind = followUp.kind === 'promise' ? m.dialogues_promise() : followUp.kind === 'visit' ? m.dialogues_visit() : null;
	return (
		<span className={withText && followUp.text ? 'flex basis-full items-baseline gap-1.5' : 'inline-flex'}>
			<Badge tone={tone} icon={icon}>
				{[kind, words].filter(Boolean).join(' · ')}
			</Badge>
			{withText && followUp.text && <span className="min-w-0">{followUp.text}</span>}
		</span>
	);
}

/** Where it stands, in words. */
export const stateWords = (followUp: Marked): string => lookOf(followUp).words;

function lookOf({ kind, state, dueOn, dueAtTime }: Marked): { tone: Tone; icon: IconName; words: string } {
	const day = today();
	if (state === 'done') return { tone: 'success', icon: 'check', words: doneState(kind) };
	if (state === 'broken') return { tone: 'danger', icon: 'close', words: m.dialogues_promise_broken() };
	if (state === 'dropped') {
		return { tone: 'neutral', icon: 'close', words: kind === 'visit' ? m.dialogues_visit_called_off_state() : m.dialogues_follow_up_state_dropped() };
	}
	const icon = kind === 'visit' ? 'calendar' : 'clock';
	if (!dueOn) return { tone: 'neutral', icon, words: m.dialogues_follow_up_no_day() };
	const at = dueAtTime ? ` ${dueAtTime.replace(':', '.')}` : '';
	if (dueOn === day) return { tone: 'warning', icon, words: m.dialogues_follow_up_due_today() + at };
	const short = formatDayShort(dueOn, day) + at;
	if (dueOn < day) return { tone: 'danger', icon: 'warning', words: m.dialogues_follow_up_overdue({ day: short }) };
	return { tone: 'info', icon, words: kind === 'visit' ? short : m.dialogues_follow_up_due({ day: short }) };
}

function doneState(kind: FollowUpKind): string {
	if (kind === 'visit') return m.dialogues_visit_held();
	return kind === 'promise' ? m.dialogues_promise_kept() : m.dialogues_follow_up_state_done();
}
