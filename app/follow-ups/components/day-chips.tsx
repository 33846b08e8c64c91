import { useEffect, useState } from 'react';
import { formatDayShort } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { dayTyped } from '../follow-up-words.ts';

interface DayChipsProps {
	/** The days a doubtful wording may mean: they stand in place of the usual ones. */
	offered: readonly string[];
	today: string;
	onDay: (dayWords: string) => void;
}

/** Days at one press. They need the script: before it they would be dead buttons. */
export function DayChips({ offered, today, onDay }: DayChipsProps) {
	const [isLive, setLive] = useState(false);
	useEffect(() => setLive(true), []);
	const usual = [m.dialogues_follow_up_in_a_day(), m.dialogues_follow_up_in_a_week(), m.dialogues_follow_up_in_two_weeks()];
	const chips =
		offered.length > 0 ? offered.map((on) => [dayTyped(on), formatDayShort(on, today)] as const) : usual.map((words) => [words, words] as const);
	return (
		<fieldset aria-label={m.dialogues_follow_up_days()} className="flex flex-wrap gap-1.5">
			{isLive &&
				chips.map(([words, label]) => (
					<Button key={words} type="button" size="sm" className="min-h-11 md:min-h-7" onClick={() => onDay(words)}>
						{label}
					</Button>
				))}
		</fieldset>
	);
}
