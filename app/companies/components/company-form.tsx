import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RecordFields } from '#app/record/components/record-fields.tsx';
import { clashLabelsOf, inSection } from '#app/record/field.ts';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Taken, TakenNotice } from '#app/ui/taken-notice.tsx';
import { type CompanyChoices, choicesOf } from '../choices.ts';
import { COMPANY_FIELDS } from '../fields.ts';

type Fields = Record<keyof typeof COMPANY_FIELDS, string>;

const SECTIONS = [
	{ section: 'company', title: m.companies_section_company },
	{ section: 'state', title: m.companies_section_state },
	{ section: 'knowledge', title: m.companies_knowledge },
];

/** A firm's own fields; where it lies belongs to its sites. */
export function CompanyForm({ choices: lists, taken, ...given }: RecordFormGiven<Fields> & { choices: CompanyChoices; taken?: Taken | undefined }) {
	const { fields, frame } = useRecordForm<Fields>('company', given);
	const choices = choicesOf(lists);
	return (
		<RecordForm {...frame} labels={clashLabelsOf(COMPANY_FIELDS, choices)} save={m.companies_save()} cancel={paths.company(given.id)}>
			{taken && <TakenNotice to={taken.to} text={m.companies_taken_by({ name: taken.name })} open={m.companies_open()} />}
			{SECTIONS.map(({ section, title }) => (
				<Section key={section} title={title()}>
					<FieldGrid>
						<RecordFields table={COMPANY_FIELDS} names={inSection(COMPANY_FIELDS, section)} metas={fields} choices={choices} />
					</FieldGrid>
				</Section>
			))}
		</RecordForm>
	);
}
