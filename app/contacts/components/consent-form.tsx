import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { CONSENT_CHANNELS, CONSENT_PURPOSES } from '#db/vocabulary.ts';
import { CONSENT_STATES } from '../contact.ts';
import { consentChannelLabel, consentPurposeLabel, consentStateLabel } from '../labels.ts';

type Fields = Record<'channel' | 'purpose' | 'answer' | 'givenOn' | 'source', string>;

interface Props {
	id: string;
	contactId: string;
	today: string;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	/** The form saved an answer before, and another one stands here now. */
	earlier: Earlier | null | undefined;
}

/** One answer of a person, on one channel for one purpose. */
export function ConsentForm({ id, contactId, today, constraint, lastResult, earlier }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'consent', lastResult, constraint, defaultValue: { givenOn: today } });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<UnsentNotice />
			<div className="space-y-3">
				<ChoiceChips
					legend={m.contacts_purpose()}
					meta={fields.purpose}
					options={CONSENT_PURPOSES.map((value) => ({ value, label: consentPurposeLabel(value) }))}
				/>
				<ChoiceChips
					legend={m.contacts_channel()}
					meta={fields.channel}
					options={CONSENT_CHANNELS.map((value) => ({ value, label: consentChannelLabel(value) }))}
				/>
				<ChoiceChips
					legend={m.contacts_answer()}
					meta={fields.answer}
					options={CONSENT_STATES.map((value) => ({ value, label: consentStateLabel(value) }))}
				/>
			</div>
			<div className="mt-3">
				<FieldGrid>
					<DateField label={m.contacts_given_on()} meta={fields.givenOn} max={today} />
					<TextField label={m.contacts_source()} hint={m.contacts_source_hint()} meta={fields.source} autoComplete="off" />
				</FieldGrid>
			</div>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.contacts_record_consent()}
				</Button>
				<ButtonLink to={paths.contact(contactId)} variant="quiet">
					{m.shell_cancel()}
				</ButtonLink>
			</FormActions>
		</Form>
	);
}
