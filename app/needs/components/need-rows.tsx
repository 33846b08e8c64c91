import { useState } from 'react';
import { RowDayField } from '#app/follow-ups/components/row-day-field.tsx';
import { type HarvestChoices, MOST_NEEDS } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { CONTROL, type FieldMeta } from '#app/ui/field.tsx';
import { AddRow, HarvestFold, RemoveSaved, RowField, RowFrame, RowSelect, type RowValues, rowFields, textIn, useRows } from '#app/ui/form-rows.tsx';
import { certaintyOptions, levelOptions } from '../labels.ts';
import { PEOPLE_MAX } from '../need.ts';
import { NeedSite } from './need-site.tsx';
import { SkillField } from './skill-field.tsx';

interface NeedRowsProps {
	meta: FieldMeta;
	choices: HarvestChoices;
	today: string;
}

/** Skills a firm lacks, one row each; most need one field. */
export default function NeedRows({ meta, choices, today }: NeedRowsProps) {
	const { rows, isLive, add, remove } = useRows(meta);
	const isUsed = !meta.valid || rows.some((row) => textIn(row, 'wording'));
	return (
		<HarvestFold title={m.dialogues_needs()} hint={m.dialogues_needs_hint()} isUsed={isUsed} firstId={rowFields(meta, 0).idOf('wording')}>
			{rows.map((row, at) => (
				<NeedRow
					key={textIn(row, 'id')}
					meta={meta}
					at={at}
					row={row}
					choices={choices}
					today={today}
					onRemove={isLive && rows.length > 1 && !textIn(row, 'version') ? () => remove(textIn(row, 'id')) : undefined}
				/>
			))}
			{isLive && rows.length < MOST_NEEDS && <AddRow label={m.dialogues_need_add()} onAdd={add} />}
		</HarvestFold>
	);
}

interface NeedRowProps extends NeedRowsProps {
	at: number;
	row: RowValues;
	onRemove: (() => void) | undefined;
}

function NeedRow({ meta, at, row, choices, today, onRemove }: NeedRowProps) {
	const fields = rowFields(meta, at);
	const changed = fields.errorsOf('version');
	const [firmId, setFirmId] = useState(textIn(row, 'companyId'));
	const firm = choices.firms.find(({ id }) => id === firmId) ?? choices.firms[0];
	const siteId = textIn(row, 'siteId');
	return (
		<RowFrame legend={m.dialogues_need_number({ number: at + 1 })} onRemove={onRemove}>
			<input type="hidden" name={fields.nameOf('id')} value={textIn(row, 'id')} />
			<input type="hidden" name={fields.nameOf('version')} value={fields.sent('version') || textIn(row, 'version')} />
			{changed && (
				<p id={fields.idOf('version')} tabIndex={-1} className="mb-2 rounded-md bg-warning-soft px-3 py-2 text-warning">
					{changed[0]}
				</p>
			)}
			<SkillField fields={fields} wording={textIn(row, 'wording')} skillId={textIn(row, 'skillId')} skillName={textIn(row, 'skillName')} />
			{choices.firms.length > 1 && (
				<RowSelect
					fields={fields}
					field="companyId"
					label={m.dialogues_need_firm()}
					options={choices.firms.map(({ id, name }) => ({ value: id, label: name }))}
					value={firm?.id ?? ''}
					onChosen={setFirmId}
				/>
			)}
			{firm && (firm.sites.length > 1 || siteId) && (
				<RowField fields={fields} field="siteId" label={m.dialogues_site()}>
					{(control) => <NeedSite key={firm.id} control={control} sites={firm.sites} chosen={siteId} blank={m.dialogues_need_site_of_talk()} />}
				</RowField>
			)}
			<ChoiceChips
				legend={m.dialogues_need_level()}
				name={fields.nameOf('level')}
				options={levelOptions()}
				chosen={[textIn(row, 'level')]}
				className="mb-4"
			/>
			<div className="flex gap-x-4">
				<RowField fields={fields} field="people" label={m.dialogues_need_people()} className="w-24 shrink-0">
					{(control) => (
						<input {...control} type="number" min={1} max={PEOPLE_MAX} inputMode="numeric" defaultValue={textIn(row, 'people')} className={CONTROL} />
					)}
				</RowField>
				<RowDayField fields={fields} field="by" label={m.dialogues_need_by()} given={textIn(row, 'by')} today={today} className="min-w-0 grow" />
			</div>
			<ChoiceChips
				legend={m.dialogues_need_certainty()}
				name={fields.nameOf('certainty')}
				options={certaintyOptions()}
				chosen={[textIn(row, 'certainty') || 'likely']}
				className="mb-4"
			/>
			{textIn(row, 'version') && <RemoveSaved fields={fields} label={m.dialogues_need_remove()} />}
		</RowFrame>
	);
}
