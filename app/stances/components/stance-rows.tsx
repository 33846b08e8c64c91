import { useState } from 'react';
import { type HarvestChoices, MOST_STANCES, type OwnerChoice } from '#app/harvest/harvest.ts';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import type { FieldMeta } from '#app/ui/field.tsx';
import { ErrorLine } from '#app/ui/field-frame.tsx';
import {
	AddRow,
	choicesIn,
	HarvestFold,
	RemoveSaved,
	RowChoice,
	type RowFields,
	RowFrame,
	RowSelect,
	type RowValues,
	rowFields,
	textIn,
	useRows,
} from '#app/ui/form-rows.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { barrierOptions, horizonOptions, stanceOptions } from '../labels.ts';
import { WHOLE_HOLDING } from '../stance.ts';

interface StanceRowsProps {
	meta: FieldMeta;
	choices: HarvestChoices;
	topics: ReadonlyArray<{ id: string; nameDa: string; nameEn: string }>;
	/** What the form's own record holds already: those rows can be taken out, not away. */
	savedIds?: readonly string[];
}

/** Where owners stand, one row each: most need one press. */
export default function StanceRows({ meta, choices, topics, savedIds = [] }: StanceRowsProps) {
	const { rows, isLive, add, remove } = useRows(meta);
	const isUsed = !meta.valid || rows.some((row) => textIn(row, 'level'));
	return (
		<HarvestFold title={m.dialogues_stances()} hint={m.dialogues_stances_hint()} isUsed={isUsed}>
			{rows.map((row, at) => {
				const id = textIn(row, 'id');
				const isSaved = savedIds.includes(id);
				return (
					<StanceRow
						key={id}
						fields={rowFields(meta, at)}
						number={at + 1}
						row={row}
						owners={choices.owners}
						topics={topics}
						isSaved={isSaved}
						onRemove={isLive && rows.length > 1 && !isSaved ? () => remove(id) : undefined}
					/>
				);
			})}
			{isLive && rows.length < MOST_STANCES && <AddRow label={m.dialogues_stance_add()} onAdd={add} />}
		</HarvestFold>
	);
}

interface StanceRowProps extends Pick<StanceRowsProps, 'topics'> {
	fields: RowFields;
	number: number;
	row: RowValues;
	owners: readonly OwnerChoice[];
	isSaved: boolean;
	onRemove: (() => void) | undefined;
}

function StanceRow({ fields, number, row, owners, topics, isSaved, onRemove }: StanceRowProps) {
	const [chosen, setChosen] = useState(textIn(row, 'owner'));
	const owner = owners.find(({ value }) => value === chosen) ?? owners[0];
	const isDetailed = ['topicId', 'horizon'].some((field) => textIn(row, field)) || choicesIn(row, 'barriers').length > 0;
	return (
		<RowFrame legend={m.dialogues_stance_number({ number })} onRemove={onRemove}>
			<input type="hidden" name={fields.nameOf('id')} value={textIn(row, 'id')} />
			<RowChoice fields={fields} field="level">
				<ChoiceChips legend={m.dialogues_stance_level()} name={fields.nameOf('level')} options={stanceOptions()} chosen={[textIn(row, 'level')]} />
			</RowChoice>
			<OwnerField fields={fields} owners={owners} owner={owner} onChosen={setChosen} />
			{owner && !owner.isOwner && <MakesOwner key={owner.value} fields={fields} row={row} name={owner.name} />}
			{owner && owner.properties.length > 0 && (
				// The key starts the choice anew with another owner's land.
				<RowSelect
					key={owner.value}
					fields={fields}
					field="propertyId"
					label={m.dialogues_stance_property()}
					options={[
						{ value: WHOLE_HOLDING, label: m.dialogues_stance_holding() },
						...owner.properties.map(({ id, name }) => ({ value: id, label: name })),
					]}
					chosen={textIn(row, 'propertyId') || owner.meantPropertyId || WHOLE_HOLDING}
				/>
			)}
			<details open={isDetailed} className="group/more mb-4">
				<summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-muted hover:text-text md:min-h-8">
					<Icon name="next" size={14} className="transition-transform group-open/more:rotate-90" />
					{m.dialogues_stance_more()}
				</summary>
				<div className="pt-2">
					<RowSelect
						fields={fields}
						field="topicId"
						label={m.dialogues_stance_topic()}
						blank={m.dialogues_stance_topic_general()}
						options={topics.map((topic) => ({ value: topic.id, label: named(topic) }))}
						chosen={textIn(row, 'topicId')}
					/>
					<ChoiceChips
						legend={m.dialogues_horizon()}
						name={fields.nameOf('horizon')}
						options={horizonOptions()}
						chosen={[textIn(row, 'horizon')]}
						className="mb-4"
					/>
					<ChoiceChips
						legend={m.dialogues_barriers()}
						name={fields.nameOf('barriers')}
						multiple
						options={barrierOptions()}
						chosen={choicesIn(row, 'barriers')}
					/>
				</div>
			</details>
			{isSaved && <RemoveSaved fields={fields} label={m.dialogues_stance_remove()} />}
		</RowFrame>
	);
}

interface OwnerFieldProps {
	fields: RowFields;
	owners: readonly OwnerChoice[];
	owner: OwnerChoice | undefined;
	onChosen: (value: string) => void;
}

/** Whose position it is: nothing to choose where the talk is about one. */
function OwnerField({ fields, owners, owner, onChosen }: OwnerFieldProps) {
	if (owners.length > 1 && owner)
		return (
			<RowSelect
				fields={fields}
				field="owner"
				label={m.dialogues_stance_owner()}
				options={owners.map(({ value, name }) => ({ value, label: name }))}
				value={owner.value}
				onChosen={onChosen}
			/>
		);
	const errors = fields.errorsOf('owner');
	return (
		<div id={fields.idOf('owner')} tabIndex={-1} className="mb-4 text-sm">
			<input type="hidden" name={fields.nameOf('owner')} value={owner?.value ?? ''} />
			<p className="text-muted">{owner ? m.dialogues_stance_of({ name: owner.name }) : m.dialogues_stance_of_subject()}</p>
			{errors && <p className="pt-1 text-danger">{errors[0]}</p>}
		</div>
	);
}

/** A firm that owns nothing we know of is made an owner when the writer says so, never by the position alone. */
function MakesOwner({ fields, row, name }: { fields: RowFields; row: RowValues; name: string }) {
	const errors = fields.errorsOf('makesOwner');
	const id = fields.idOf('makesOwner');
	return (
		<div className="mb-4">
			<label className="flex min-h-11 items-center gap-2.5 text-sm md:min-h-8">
				<input
					id={id}
					type="checkbox"
					name={fields.nameOf('makesOwner')}
					defaultChecked={textIn(row, 'makesOwner') === 'on'}
					aria-invalid={errors ? true : undefined}
					aria-describedby={`${id}-error`}
					className="size-5 shrink-0 md:size-4.5"
				/>
				{m.dialogues_stance_makes_owner({ name })}
			</label>
			<ErrorLine id={`${id}-error`} errors={errors} />
		</div>
	);
}
