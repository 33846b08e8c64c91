import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { pickTexts } from '#app/landowners/components/owner-texts.ts';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { ownershipClashLabels } from '../ownership-values.ts';

type Fields = Record<'owner' | 'property' | 'picked' | 'chosen' | 'share' | 'fromOn' | 'toOn', string>;

interface Props {
	id: string;
	/** What is still to be named: the owner (from a property's page) or the property (from an owner's); null on an edit. */
	names: 'owner' | 'property' | null;
	values: Partial<Record<keyof Fields, string | null>>;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	/** The form saved a record before, and it stands with other words. */
	earlier?: Earlier | null | undefined;
	choices?: readonly Pick[];
	base?: string;
	conflict?: EditConflict | null | undefined;
	deed: string;
	cancel: string;
}

/** Who owns which share of which property, and when. */
export function OwnershipForm({ kept, earlier, id, names, values, constraint, lastResult, choices = [], base, conflict, deed, cancel }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'ownership', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	const pick = { picked: fields.picked, chosen: fields.chosen, choices, autoFocus: true, className: 'sm:col-span-2' };
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<ConflictPanel conflict={conflict} labels={ownershipClashLabels()} formId={form.id} />
			<UnsentNotice />
			<FieldGrid>
				{names === 'owner' && (
					<PickField
						{...pick}
						label={m.landowners_owner()}
						hint={m.landowners_owner_hint()}
						meta={fields.owner}
						hitsAt={paths.landownerHits}
						texts={pickTexts(m.landowners_hits_label())}
					/>
				)}
				{names === 'property' && (
					<PickField
						{...pick}
						label={m.landowners_property()}
						meta={fields.property}
						hitsAt={paths.propertyHits}
						texts={pickTexts(m.landowners_property_hits())}
					/>
				)}
				<TextField
					label={m.landowners_share()}
					hint={m.landowners_share_hint()}
					meta={fields.share}
					autoComplete="off"
					autoFocus={names === null}
					className="sm:col-span-2"
				/>
				<DateField label={m.landowners_from_on()} meta={fields.fromOn} />
				<DateField label={m.landowners_to_on()} hint={m.landowners_to_on_hint()} meta={fields.toOn} />
			</FieldGrid>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{deed}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.landowners_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
