import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { pickTexts } from '#app/landowners/labels.ts';
import { paths } from '#app/paths.ts';
import { DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';

type Fields = Record<'owner' | 'picked' | 'chosen' | 'soldOn' | 'part', string>;

interface Props extends RecordFormGiven<Fields> {
	/** Of the seller's share. */
	version: number;
	choices: readonly Pick[];
	cancel: string;
}

/** A share changes hands: to whom, when, and how much of it. */
export function SaleForm({ version, choices, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('sale', given);
	return (
		<RecordForm {...frame} save={m.landowners_sell()} cancel={cancel}>
			<input type="hidden" name="version" value={version} />
			<FieldGrid>
				<PickField
					label={m.landowners_buyer()}
					hint={m.landowners_owner_hint()}
					meta={fields.owner}
					picked={fields.picked}
					chosen={fields.chosen}
					choices={choices}
					hitsAt={paths.landownerHits}
					texts={pickTexts(m.landowners_hits_label())}
					autoFocus
					className="sm:col-span-2"
				/>
				<DateField label={m.landowners_sold_on()} meta={fields.soldOn} />
				<TextField label={m.landowners_part()} hint={m.landowners_part_hint()} meta={fields.part} autoComplete="off" className="sm:col-span-2" />
			</FieldGrid>
		</RecordForm>
	);
}
