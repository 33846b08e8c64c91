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
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, TextArea, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { COMMITMENT_KINDS } from '#db/vocabulary.ts';
import { commitmentClashLabels } from '../commitment-values.ts';
import { commitmentLabel } from '../labels.ts';

type Fields = Record<'kind' | 'places' | 'note' | 'fromOn' | 'toOn', string>;

interface Props {
	id: string;
	kept: KeptForm;
	/** What an edit form shows, for the merge; none for a new one. */
	base?: string;
	companyId: string;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	conflict?: EditConflict | null | undefined;
	/** The form saved a commitment before, and it stands with other words. */
	earlier?: Earlier | null | undefined;
}

/** What a firm takes part in, how much and how long. */
export function CommitmentForm({ id, kept, base, companyId, values, constraint, lastResult, conflict, earlier }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'commitment', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<ConflictPanel conflict={conflict} labels={commitmentClashLabels()} formId={form.id} />
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
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
