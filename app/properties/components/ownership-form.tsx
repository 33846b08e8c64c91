import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { pickTexts } from '#app/landowners/labels.ts';
import { paths } from '#app/paths.ts';
import { DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { ownershipClashLabels } from '../ownership-values.ts';

type Fields = Record<'owner' | 'property' | 'picked' | 'chosen' | 'share' | 'fromOn' | 'toOn', string>;

interface Props extends RecordFormGiven<Fields> {
	/** What is still to be named: the owner (from a property's page) or the property (from an owner's); null on an edit. */
	names: 'owner' | 'property' | null;
	choices?: readonly Pick[];
	deed: string;
	cancel: string;
}

/** Who owns which share of which property, and when. */
export function OwnershipForm({ names, choices = [], deed, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('ownership', given);
	const pick = { picked: fields.picked, chosen: fields.chosen, choices, autoFocus: true, className: 'sm:col-span-2' };
	return (
		<RecordForm {...frame} labels={ownershipClashLabels()} save={deed} cancel={cancel}>
			<FieldGrid>
				{names === 'owner' && (
					<PickField
						{...pick}
						label={m.landowners_owner()}
						hint={m.landowners_owner_hint()}
						meta={fields.owner}
						hitsAt={paths.landownerHits}
						texts={pickTexts(m.landowners_hits_label())}
					/>
				)}
				{names === 'property' && (
					<PickField
						{...pick}
						label={m.landowners_property()}
						meta={fields.property}
						hitsAt={paths.propertyHits}
						texts={pickTexts(m.landowners_property_hits())}
					/>
				)}
				<TextField
					label={m.landowners_share()}
					hint={m.landowners_share_hint()}
					meta={fields.share}
					autoComplete="off"
					autoFocus={names === null}
					className="sm:col-span-2"
				/>
				<DateField label={m.landowners_from_on()} meta={fields.fromOn} />
				<DateField label={m.landowners_to_on()} hint={m.landowners_to_on_hint()} meta={fields.toOn} />
			</FieldGrid>
		</RecordForm>
	);
}
