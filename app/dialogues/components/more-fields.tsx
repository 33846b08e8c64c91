import type { FieldMetadata } from '@conform-to/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { type FieldMeta, SelectField, TextArea, TextField } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { reasonOptions } from '../labels.ts';
import type { ColleagueChoice } from '../people.server.ts';
import { type GoalChoice, GoalsField } from './topics-and-goals.tsx';

type Fields = Record<
	'goalIds' | 'assessment' | 'confidentiality' | 'confidentialityReason' | 'colleagueIds' | 'journalReference' | 'unitId',
	FieldMeta
>;

interface MoreFieldsProps {
	fields: Fields;
	goals: readonly GoalChoice[];
	units: ReadonlyArray<{ unitId: string; unitName: string }>;
	/** The unit whose people read what is confidential. */
	unitName: string;
	colleagues: readonly ColleagueChoice[];
	onGoals: (ids: string[]) => void;
}

/** What most talks do without, folded away; open from the start where something in it is filled in or wrong. */
export default function MoreFields({ fields, goals, units, unitName, colleagues, onGoals }: MoreFieldsProps) {
	const { goalIds, assessment, confidentiality, confidentialityReason, colleagueIds, journalReference, unitId } = fields;
	const isUsed = [goalIds, assessment, confidentialityReason, colleagueIds, journalReference].some((field) => !field.valid || hasValue(field));
	return (
		<details open={isUsed} className="group mb-4 rounded-lg border border-line bg-surface">
			<summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-lg px-4 font-medium hover:bg-well">
				<Icon name="next" className="text-muted transition-transform group-open:rotate-90" />
				{m.dialogues_more()}
				<span className="font-normal text-muted text-sm">{m.dialogues_more_hint()}</span>
			</summary>
			<div className="border-line border-t px-4 pt-4">
				<GoalsField meta={goalIds} choices={goals} onChosen={onGoals} />
				<TextArea label={m.dialogues_assessment()} hint={m.dialogues_assessment_hint({ unit: unitName })} meta={assessment} rows={3} />
				<ChoiceChips
					legend={m.dialogues_confidentiality()}
					hint={m.dialogues_confidentiality_hint()}
					meta={confidentiality}
					options={[
						{ value: 'open', label: m.dialogues_confidentiality_open() },
						{ value: 'confidential', label: m.dialogues_confidentiality_confidential({ unit: unitName }) },
					]}
				/>
				<SelectField
					label={m.dialogues_reason()}
					meta={confidentialityReason}
					blank={m.dialogues_reason_choose()}
					options={reasonOptions()}
					className="md:max-w-xs"
				/>
				{colleagues.length > 0 && (
					<ChoiceChips
						legend={m.dialogues_colleagues()}
						hint={m.dialogues_colleagues_hint()}
						multiple
						meta={colleagueIds}
						options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
					/>
				)}
				<TextField
					label={m.dialogues_journal()}
					hint={m.dialogues_journal_hint()}
					meta={journalReference}
					autoComplete="off"
					autoCapitalize="characters"
					enterKeyHint="next"
					className="md:max-w-xs"
				/>
				{units.length > 1 && (
					<SelectField
						label={m.dialogues_unit()}
						meta={unitId}
						options={units.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
						className="md:max-w-xs"
					/>
				)}
			</div>
		</details>
	);
}

const hasValue = ({ initialValue }: Pick<FieldMetadata<unknown>, 'initialValue'>) =>
	Array.isArray(initialValue) ? initialValue.length > 0 : Boolean(initialValue);
