import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { RecordFields } from '#app/record/components/record-fields.tsx';
import { type FirstOf, firstOf, inSection } from '#app/record/field.ts';
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Taken, TakenNotice } from '#app/ui/taken-notice.tsx';
import { type CompanyChoices, choicesOf } from '../choices.ts';
import { COMPANY_FIELDS, HEADS } from '../fields.ts';
import type { LookAlike } from '../look-alikes.server.ts';
import { AlikeWhileTyping, LookAlikes } from './look-alikes.tsx';
import { PlaceFields } from './site-fields.tsx';

type Fields = Record<
	FirstOf<typeof COMPANY_FIELDS> | keyof typeof HEADS | 'address' | 'postalCode' | 'city' | 'pNumber' | 'point' | 'district',
	string
>;

/** Beside the name and the number, which are looked up while they are typed. */
const OTHERS = firstOf(COMPANY_FIELDS).filter((name) => name !== 'name' && name !== 'cvr');

interface Props extends RecordFormGiven<Fields> {
	lookAlikes: readonly LookAlike[];
	taken: Taken | undefined;
	choices: CompanyChoices & { districts: ReadonlyArray<{ id: string; name: string }> };
}

/** A new firm with its first site: only the name is asked for. */
export function NewCompanyForm({ lookAlikes, taken, choices, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('company', given);
	return (
		<RecordForm {...frame} save={m.companies_new_action()} cancel={paths.companies()}>
			{taken && <TakenNotice to={taken.to} text={m.companies_taken_by({ name: taken.name })} open={m.companies_open()} />}
			{lookAlikes.length > 0 && <LookAlikes firms={lookAlikes} />}
			<Section title={m.companies_section_company()}>
				<FieldGrid>
					<div className="sm:col-span-2">
						<TextField label={m.companies_name()} meta={fields.name} autoFocus autoComplete="off" />
						<AlikeWhileTyping formId={fields.name.formId} />
					</div>
					<TextField
						label={m.companies_cvr()}
						hint={m.companies_cvr_hint()}
						meta={fields.cvr}
						inputMode="numeric"
						autoComplete="off"
						className="sm:col-span-2"
					/>
					<RecordFields table={COMPANY_FIELDS} names={OTHERS} metas={fields} choices={choicesOf(choices)} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_section_first_site()}>
				<FieldGrid>
					<PlaceFields fields={fields} districts={choices.districts} />
					<RecordFields table={HEADS} names={inSection(HEADS, 'state')} metas={fields} />
				</FieldGrid>
			</Section>
		</RecordForm>
	);
}
