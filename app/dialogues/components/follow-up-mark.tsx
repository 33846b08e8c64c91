import { formatDayShort, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Badge, type Tone } from '#app/ui/badge.tsx';
import type { IconName } from '#app/ui/icon.tsx';
import type { FollowUpBrief } from '../parts.server.ts';

/** Where a follow-up stands, in a word and a day; `withText` says what it is about as well. */
export function FollowUpMark({
	followUp,
	withText = false,
}: {
	followUp: Pick<FollowUpBrief, 'text' | 'dueOn' | 'kind' | 'state'>;
	withText?: boolean;
}) {
	const { tone, icon, words } = lookOf(followUp);
	const promise = followUp.kind === 'promise' ? m.dialogues_promise() : null;
	return (
		<span className={withText && followUp.text ? 'flex basis-full items-baseline gap-1.5' : 'inline-flex'}>
			<Badge tone={tone} icon={icon}>
				{[promise, words].filter(Boolean).join(' · ')}
			</Badge>
			{withText && followUp.text && <span className="min-w-0">{followUp.text}</span>}
		</span>
	);
}

function lookOf({ state, dueOn }: Pick<FollowUpBrief, 'dueOn' | 'state'>): { tone: Tone; icon: IconName; words: string } {
	const day = today();
	if (state === 'done') return { tone: 'success', icon: 'check', words: m.dialogues_follow_up_state_done() };
	if (state === 'dropped') return { tone: 'neutral', icon: 'close', words: m.dialogues_follow_up_state_dropped() };
	if (!dueOn) return { tone: 'neutral', icon: 'clock', words: m.dialogues_follow_up_no_day() };
	if (dueOn === day) return { tone: 'warning', icon: 'clock', words: m.dialogues_follow_up_due_today() };
	const short = formatDayShort(dueOn, day);
	if (dueOn < day) return { tone: 'danger', icon: 'warning', words: m.dialogues_follow_up_overdue({ day: short }) };
	return { tone: 'info', icon: 'clock', words: m.dialogues_follow_up_due({ day: short }) };
}
