import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { RecordFields } from '#app/record/components/record-fields.tsx';
import { inSection } from '#app/record/field.ts';
import { CheckboxField, DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Taken, TakenNotice } from '#app/ui/taken-notice.tsx';
import { HEADS } from '../fields.ts';
import { siteClashLabels } from '../site-edit.ts';
import { PlaceFields } from './site-fields.tsx';

type Fields = Record<
	| 'name'
	| 'address'
	| 'postalCode'
	| 'city'
	| 'pNumber'
	| 'point'
	| 'district'
	| 'headcount'
	| 'headcountOn'
	| 'headcountSource'
	| 'isMain'
	| 'isProtected'
	| 'startedOn'
	| 'ceasedOn',
	string
>;

interface Props extends RecordFormGiven<Fields> {
	taken: Taken | undefined;
	districts: ReadonlyArray<{ id: string; name: string }>;
	/** The main site stays main until another one takes the mark. */
	isMain: boolean;
	cancel: string;
}

/** A site: the firm at one address. */
export function SiteForm({ taken, districts, isMain, cancel, ...given }: Props) {
	const { fields, frame } = useRecordForm<Fields>('site', given);
	return (
		<RecordForm
			{...frame}
			labels={siteClashLabels(districts)}
			save={given.base === undefined ? m.companies_new_site_action() : m.companies_save()}
			cancel={cancel}
		>
			{taken && <TakenNotice to={taken.to} text={m.companies_taken_by({ name: taken.name })} open={m.companies_open()} />}
			<Section title={m.companies_section_place()}>
				<FieldGrid>
					<TextField label={m.companies_site_name()} meta={fields.name} autoComplete="off" className="sm:col-span-2" />
					<PlaceFields fields={fields} districts={districts} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_section_state()}>
				<FieldGrid>
					<RecordFields table={HEADS} names={inSection(HEADS, 'state')} metas={fields} />
					<DateField label={m.companies_started_on()} meta={fields.startedOn} />
					<DateField label={m.companies_ceased_on()} meta={fields.ceasedOn} />
					{isMain ? (
						<p className="self-center text-muted text-sm">{m.companies_is_main_hint()}</p>
					) : (
						<CheckboxField label={m.companies_is_main()} meta={fields.isMain} />
					)}
					<CheckboxField label={m.companies_protected()} meta={fields.isProtected} />
				</FieldGrid>
			</Section>
		</RecordForm>
	);
}
