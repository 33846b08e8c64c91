import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { CheckboxField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import type { LookAlike } from '../look-alikes.server.ts';
import type { PlaceHit } from '../places.server.ts';
import { LookAlikes } from './look-alikes.tsx';
import { PlaceField } from './place-field.tsx';

type Fields = Record<'name' | 'title' | 'phone' | 'email' | 'where' | 'picked' | 'isPrimary', string>;

interface Props {
	id: string;
	/** Whom the first role is with, when the page was opened from there. */
	place: PlaceHit | null;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	lookAlikes: readonly LookAlike[];
	/** The place that was meant when look-alikes were found. */
	meant: PlaceHit | null;
	choices: readonly PlaceHit[];
	/** The form saved a person before, and they stand with other words. */
	earlier: Earlier | null;
	cancelTo: string;
}

/** Name, title, telephone, e-mail and where: one form, one save. */
export function NewContactForm({ kept, id, place, constraint, lastResult, lookAlikes, meant, choices, earlier, cancelTo }: Props) {
	const [form, fields] = useForm<Fields>({
		id: 'contact',
		lastResult,
		constraint,
		defaultValue: { where: place?.name, picked: place?.key },
	});
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			<UnsentNotice />
			{lookAlikes.length > 0 && <LookAlikes people={lookAlikes} place={meant} title={String(fields.title.initialValue ?? '')} />}
			{earlier && <EarlierNotice {...earlier} />}
			<FieldGrid>
				<TextField label={m.contacts_name()} meta={fields.name} autoComplete="off" autoCapitalize="words" autoFocus={!lookAlikes.length} />
				<TextField label={m.contacts_role_title()} hint={m.contacts_role_title_hint()} meta={fields.title} autoComplete="off" />
				<TextField label={m.contacts_phone()} meta={fields.phone} type="tel" autoComplete="off" />
				<TextField label={m.contacts_email()} meta={fields.email} type="email" autoComplete="off" />
				<PlaceField meta={fields.where} picked={fields.picked} choices={choices} className="sm:col-span-2" />
				<CheckboxField label={m.contacts_is_primary()} meta={fields.isPrimary} className="sm:col-span-2" />
			</FieldGrid>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.contacts_create()}
				</Button>
				<ButtonLink to={cancelTo} variant="quiet">
					{m.contacts_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
