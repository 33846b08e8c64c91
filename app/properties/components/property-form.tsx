import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { pickTexts } from '#app/landowners/labels.ts';
import { paths } from '#app/paths.ts';
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { type Taken, TakenNotice } from '#app/ui/taken-notice.tsx';
import { propertyClashLabels } from '../property-values.ts';
import { type PropertyChoices, type PropertyField, PropertyFields } from './property-fields.tsx';

type Fields = Record<PropertyField | 'owner' | 'picked' | 'chosen' | 'share', string>;

interface Props extends RecordFormGiven<Fields> {
	choices: PropertyChoices;
	taken: Taken | undefined;
	/** Owners the one typed could mean: a new property asks for its first. */
	owners?: readonly Pick[];
	cancel: string;
}

/** A property: new with its first owner, or revised. */
export function PropertyForm({ choices, taken, owners, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('property', given);
	return (
		<RecordForm
			{...frame}
			labels={propertyClashLabels(choices.districts)}
			save={owners ? m.landowners_new_property_action() : m.landowners_save()}
			cancel={cancel}
		>
			{taken && <TakenNotice to={taken.to} text={m.landowners_taken_by({ name: taken.name })} open={m.landowners_open()} />}
			<PropertyFields fields={fields} choices={choices} autoFocus={owners !== undefined} />
			{owners && (
				<Section title={m.landowners_section_first_owner()}>
					<FieldGrid>
						<PickField
							label={m.landowners_owner()}
							hint={m.landowners_owner_hint()}
							meta={fields.owner}
							picked={fields.picked}
							chosen={fields.chosen}
							choices={owners}
							hitsAt={paths.landownerHits}
							texts={pickTexts(m.landowners_hits_label())}
							className="sm:col-span-2"
						/>
						<TextField label={m.landowners_share()} hint={m.landowners_share_hint()} meta={fields.share} autoComplete="off" />
					</FieldGrid>
				</Section>
			)}
		</RecordForm>
	);
}
