import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, SelectField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
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

interface Props {
	id: string;
	kept: KeptForm;
	/** What the form shows, for the merge (`baseOf`). */
	base: string;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	conflict: EditConflict | null | undefined;
	choices: CompanyChoices & { statuses: ReadonlyArray<{ value: string; label: string }> };
}

/** A firm's own fields; where it lies belongs to its sites. */
export function CompanyForm({ id, kept, base, values, constraint, lastResult, conflict, choices }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'company', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			<BaseField base={base} lastResult={lastResult} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={companyClashLabels(choices)} formId={form.id} />
			<UnsentNotice />
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
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.companies_save()}
				</Button>
				<ButtonLink to={paths.company(id)} variant="quiet">
					{m.companies_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} />
			</FormActions>
		</Form>
	);
}
