import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { DateField, SelectField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { KNOWLEDGE_OVERRIDES } from '#db/vocabulary.ts';
import { companyClashLabels } from '../field-labels.ts';
import { knowledgeLabel } from '../labels.ts';
import { type CompanyChoices, CompanyFields } from './company-fields.tsx';
import { HeadFields } from './site-fields.tsx';

type Fields = Record<
	| 'name'
	| 'cvr'
	| 'alternativeNames'
	| 'formCode'
	| 'industry'
	| 'phone'
	| 'email'
	| 'website'
	| 'isProtected'
	| 'status'
	| 'foundedOn'
	| 'ceasedOn'
	| 'headcount'
	| 'headcountOn'
	| 'headcountSource'
	| 'knowledgeOverride'
	| 'knowledgeReason',
	string
>;

interface Props extends RecordFormGiven<Fields> {
	choices: CompanyChoices & { statuses: ReadonlyArray<{ value: string; label: string }> };
}

/** A firm's own fields; where it lies belongs to its sites. */
export function CompanyForm({ choices, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('company', given);
	return (
		<RecordForm {...frame} labels={companyClashLabels(choices)} save={m.companies_save()} cancel={paths.company(given.id)}>
			<Section title={m.companies_section_company()}>
				<FieldGrid>
					<TextField label={m.companies_name()} meta={fields.name} autoComplete="off" />
					<TextField label={m.companies_cvr()} meta={fields.cvr} inputMode="numeric" autoComplete="off" />
					<CompanyFields fields={fields} choices={choices} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_section_state()}>
				<FieldGrid>
					<SelectField
						label={m.companies_status()}
						meta={fields.status}
						options={choices.statuses}
						blank={m.companies_status_not_stated()}
						className="sm:col-span-2"
					/>
					<DateField label={m.companies_founded_on()} meta={fields.foundedOn} />
					<DateField label={m.companies_ceased_on()} meta={fields.ceasedOn} />
					<HeadFields fields={fields} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_knowledge()}>
				<FieldGrid>
					<SelectField
						label={m.companies_knowledge()}
						hint={m.companies_knowledge_hint()}
						meta={fields.knowledgeOverride}
						options={KNOWLEDGE_OVERRIDES.map((value) => ({ value, label: knowledgeLabel(value) }))}
					/>
					<TextField
						label={m.companies_knowledge_reason()}
						hint={m.companies_knowledge_reason_hint()}
						meta={fields.knowledgeReason}
						autoComplete="off"
					/>
				</FieldGrid>
			</Section>
		</RecordForm>
	);
}
