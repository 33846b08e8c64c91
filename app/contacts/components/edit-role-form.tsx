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
import { CheckboxField, DateField, SelectField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { roleClashLabels } from '../contact-values.ts';

type Fields = Record<'title' | 'propertyId' | 'isPrimary' | 'fromOn' | 'toOn', string>;

interface Props {
	id: string;
	contactId: string;
	base: string;
	values: Partial<Record<keyof Fields, string | null>>;
	properties: ReadonlyArray<{ propertyId: string; name: string }>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	conflict: EditConflict | null | undefined;
}

/** Title, dates, property and whether this is whom to call first. */
export function EditRoleForm({ kept, id, contactId, base, values, properties, constraint, lastResult, conflict }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'role', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			<BaseField base={base} lastResult={lastResult} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={roleClashLabels(properties)} formId={form.id} />
			<UnsentNotice />
			<FieldGrid>
				<TextField
					label={m.contacts_role_title()}
					hint={m.contacts_role_title_hint()}
					meta={fields.title}
					autoComplete="off"
					className="sm:col-span-2"
				/>
				{properties.length > 0 && (
					<SelectField
						label={m.contacts_property()}
						meta={fields.propertyId}
						options={properties.map(({ propertyId, name }) => ({ value: propertyId, label: name }))}
						blank={m.contacts_property_all()}
						className="sm:col-span-2"
					/>
				)}
				<DateField label={m.contacts_from_on()} meta={fields.fromOn} />
				<DateField label={m.contacts_to_on()} meta={fields.toOn} />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.contacts_save()}
				</Button>
				<ButtonLink to={paths.contact(contactId)} variant="quiet">
					{m.contacts_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} />
			</FormActions>
		</Form>
	);
}
