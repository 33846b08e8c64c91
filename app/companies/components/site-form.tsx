import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { CheckboxField, DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { siteClashLabels } from '../field-labels.ts';
import { HeadFields, PlaceFields } from './site-fields.tsx';
import { type Taken, TakenNotice } from './taken-notice.tsx';

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

interface Props {
	id: string;
	kept: KeptForm;
	/** The form saved its record before, and it stands with other words: where, and the id the next save goes under. */
	earlier?: Earlier | null;
	/** What the form shows, for the merge (`baseOf`); undefined for a site not yet opened. */
	base?: string;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	conflict?: EditConflict | null;
	taken: Taken | null;
	districts: ReadonlyArray<{ id: string; name: string }>;
	/** The main site stays main until another one takes the mark. */
	isMain: boolean;
	deed: string;
	cancel: string;
}

/** A site: the firm at one address. */
export function SiteForm({ id, kept, earlier, base, values, constraint, lastResult, conflict, taken, districts, isMain, deed, cancel }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'site', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			{earlier && <EarlierNotice {...earlier} />}
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={siteClashLabels(districts)} formId={form.id} />
			<UnsentNotice />
			{taken && <TakenNotice {...taken} />}
			<Section title={m.companies_section_place()}>
				<FieldGrid>
					<TextField label={m.companies_site_name()} meta={fields.name} autoComplete="off" className="sm:col-span-2" />
					<PlaceFields fields={fields} districts={districts} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_section_state()}>
				<FieldGrid>
					<HeadFields fields={fields} />
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
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{deed}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.companies_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
