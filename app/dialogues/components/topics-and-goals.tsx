import type { FormEvent } from 'react';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';

export interface TopicChoice {
	id: string;
	nameDa: string;
	nameEn: string;
	goalNos: number[];
}
export interface GoalChoice {
	id: string;
	no: number;
	nameDa: string;
	nameEn: string;
}

export const goalLabel = (goal: { no: number; nameDa: string; nameEn: string }) => m.dialogues_goal({ no: goal.no, name: named(goal) });

/** The values ticked in a group of checkboxes that has just changed. */
const ticked = (event: FormEvent<HTMLElement>) =>
	[...event.currentTarget.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);

interface ChoiceProps<Choice> {
	meta: FieldMeta;
	choices: readonly Choice[];
	/** Hears what is ticked after each change. */
	onChosen: (ids: string[]) => void;
}

export function TopicsField({ meta, choices, onChosen }: ChoiceProps<TopicChoice>) {
	return (
		<div onInput={(event) => onChosen(ticked(event))}>
			<ChoiceChips legend={m.dialogues_topics()} multiple meta={meta} options={choices.map((topic) => ({ value: topic.id, label: named(topic) }))} />
		</div>
	);
}

export function GoalsField({ meta, choices, onChosen }: ChoiceProps<GoalChoice>) {
	const options = choices.map((goal) => ({ value: goal.id, label: goalLabel(goal) }));
	return (
		<div onInput={(event) => onChosen(ticked(event))}>
			<ChoiceChips legend={m.dialogues_goals()} hint={m.dialogues_goals_hint()} multiple meta={meta} options={options} />
		</div>
	);
}

/** Goals that the chosen topics suggest; one press takes one. */
export function GoalOffers({ goals, onTake }: { goals: readonly GoalChoice[]; onTake: (goal: GoalChoice) => void }) {
	if (goals.length === 0) return null;
	return (
		<div className="flex flex-wrap items-center gap-1.5 pb-4">
			<span className="text-muted text-sm">{m.dialogues_goals_proposed()}</span>
			{goals.map((goal) => (
				<Button key={goal.id} type="button" size="sm" icon="plus" onClick={() => onTake(goal)}>
					{goalLabel(goal)}
				</Button>
			))}
		</div>
	);
}
