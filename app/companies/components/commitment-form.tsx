import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, TextArea, TextField } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { VersionField, type VersionFieldProps } from '#app/ui/version-field.tsx';
import { COMMITMENT_KINDS } from '#db/vocabulary.ts';
import { commitmentLabel } from '../labels.ts';
import { FieldGrid } from './field-grid.tsx';

type Fields = Record<'kind' | 'places' | 'note' | 'fromOn' | 'toOn', string>;

interface Props {
	id: string;
	/** Undefined for one not yet recorded. */
	version?: number;
	companyId: string;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	conflict?: VersionFieldProps['conflict'];
}

/** What a firm takes part in, how much and how long. */
export function CommitmentForm({ id, version, companyId, values, constraint, lastResult, conflict }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'commitment', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			{version !== undefined && <VersionField version={version} lastResult={lastResult} conflict={conflict} saved={paths.company(companyId)} />}
			<ErrorSummary form={form} />
			<UnsentNotice />
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
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.companies_commitment_save()}
				</Button>
				<ButtonLink to={paths.company(companyId)} variant="quiet">
					{m.companies_cancel()}
				</ButtonLink>
			</FormActions>
		</Form>
	);
}
