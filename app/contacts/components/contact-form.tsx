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
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { contactClashLabels } from '../contact-values.ts';

type Fields = Record<'name' | 'phone' | 'email', string>;

interface Props {
	id: string;
	base: string;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	conflict: EditConflict | null | undefined;
}

/** What a person is called and reached by. */
export function ContactForm({ kept, id, base, values, constraint, lastResult, conflict }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'contact', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			<BaseField base={base} lastResult={lastResult} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={contactClashLabels()} formId={form.id} />
			<UnsentNotice />
			<FieldGrid>
				<TextField label={m.contacts_name()} meta={fields.name} autoComplete="off" className="sm:col-span-2" />
				<TextField label={m.contacts_phone()} meta={fields.phone} type="tel" autoComplete="off" />
				<TextField label={m.contacts_email()} meta={fields.email} type="email" autoComplete="off" />
			</FieldGrid>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.contacts_save()}
				</Button>
				<ButtonLink to={paths.contact(id)} variant="quiet">
					{m.contacts_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} />
			</FormActions>
		</Form>
	);
}
