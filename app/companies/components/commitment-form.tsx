import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { DateField, TextArea, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { COMMITMENT_KINDS } from '#db/vocabulary.ts';
import { commitmentClashLabels } from '../commitment-values.ts';
import { commitmentLabel } from '../labels.ts';

type Fields = Record<'kind' | 'places' | 'note' | 'fromOn' | 'toOn', string>;

/** What a firm takes part in, how much and how long. */
export function CommitmentForm({ companyId, ...given }: RecordFormGiven<Fields> & { companyId: string }) {
	const { fields, frame } = useRecordForm<Fields>('commitment', given);
	return (
		<RecordForm {...frame} labels={commitmentClashLabels()} save={m.companies_commitment_save()} cancel={paths.company(companyId)}>
			<ChoiceChips
				legend={m.companies_commitment_kind()}
				meta={fields.kind}
				options={COMMITMENT_KINDS.map((kind) => ({ value: kind, label: commitmentLabel(kind) }))}
			/>
			<FieldGrid>
				<TextField
					label={m.companies_commitment_places()}
					hint={m.companies_commitment_places_hint()}
					meta={fields.places}
					type="number"
					inputMode="numeric"
					className="sm:col-span-2"
				/>
				<DateField label={m.companies_commitment_from()} meta={fields.fromOn} />
				<DateField label={m.companies_commitment_to()} meta={fields.toOn} />
			</FieldGrid>
			<TextArea label={m.companies_commitment_note()} meta={fields.note} rows={3} />
		</RecordForm>
	);
}
