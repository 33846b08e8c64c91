import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { CheckboxField, DateField, SelectField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import type { PlaceHit } from '../places.server.ts';
import { PlaceField } from './place-field.tsx';

type Fields = Record<'where' | 'picked' | 'title' | 'propertyId' | 'isPrimary' | 'fromOn', string> & { ends: string[] };

interface Props {
	id: string;
	contactId: string;
	place: PlaceHit | null;
	title: string;
	/** Properties of the owner the page was opened with: the role can be narrowed to one. */
	properties: ReadonlyArray<{ propertyId: string; name: string }>;
	/** Open roles that may end with this one. */
	open: ReadonlyArray<{ roleId: string; label: string }>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	choices: readonly PlaceHit[];
	/** The form saved a role before, and it stands with other words. */
	earlier: Earlier | null | undefined;
}

/** A further role of a person; the old one ends with it when that is what happened. */
export function RoleForm({ kept, id, contactId, place, title, properties, open, constraint, lastResult, choices, earlier }: Props) {
	const [form, fields] = useForm<Fields>({
		id: 'role',
		lastResult,
		constraint,
		defaultValue: { where: place?.name, picked: place?.key, title },
	});
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<UnsentNotice />
			<FieldGrid>
				<PlaceField meta={fields.where} picked={fields.picked} choices={choices} className="sm:col-span-2" autoFocus={!place} />
				{properties.length > 0 && (
					<SelectField
						label={m.contacts_property()}
						meta={fields.propertyId}
						options={properties.map(({ propertyId, name }) => ({ value: propertyId, label: name }))}
						blank={m.contacts_property_all()}
						className="sm:col-span-2"
					/>
				)}
				<TextField
					label={m.contacts_role_title()}
					hint={m.contacts_role_title_hint()}
					meta={fields.title}
					autoComplete="off"
					autoFocus={place !== null}
				/>
				<DateField label={m.contacts_from_on()} meta={fields.fromOn} />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
			{open.length > 0 && (
				<ChoiceChips
					className="mt-3"
					legend={m.contacts_ends_too()}
					hint={m.contacts_ends_too_hint()}
					multiple
					meta={fields.ends}
					options={open.map(({ roleId, label }) => ({ value: roleId, label }))}
				/>
			)}
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.contacts_add_role()}
				</Button>
				<ButtonLink to={paths.contact(contactId)} variant="quiet">
					{m.contacts_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
