import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import type { EditConflict } from '#app/http/merge.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { TakenNotice } from '#app/landowners/components/look-alikes.tsx';
import { pickTexts } from '#app/landowners/components/owner-texts.ts';
import { paths } from '#app/paths.ts';
import { BaseField } from '#app/ui/base-field.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ConflictPanel } from '#app/ui/conflict-panel.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { propertyClashLabels } from '../property-values.ts';
import { type PropertyChoices, type PropertyField, PropertyFields } from './property-fields.tsx';

type Fields = Record<PropertyField | 'owner' | 'picked' | 'chosen' | 'share', string>;

interface Props {
	id: string;
	values?: Partial<Record<PropertyField, string | null>>;
	choices: PropertyChoices;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	/** The form saved a record before, and it stands with other words. */
	earlier?: Earlier | null | undefined;
	taken: { to: string; name: string } | null | undefined;
	/** The first owner, asked for with a new property. */
	first?: { owner: Pick | null; choices: readonly Pick[] };
	/** What an edit merges with. */
	base?: string;
	conflict?: EditConflict | null | undefined;
	cancel: string;
}

/** A property: new with its first owner, or revised. */
export function PropertyForm({ kept, earlier, id, values, choices, constraint, lastResult, taken, first, base, conflict, cancel }: Props) {
	const defaultValue = first ? { ...values, owner: first.owner?.label, picked: first.owner?.id, share: '1/1' } : values;
	const [form, fields] = useForm<Fields>({ id: 'property', lastResult, constraint, defaultValue });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			{base !== undefined && <BaseField base={base} lastResult={lastResult} />}
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<ConflictPanel conflict={conflict} labels={propertyClashLabels(choices.districts)} formId={form.id} />
			<UnsentNotice />
			{taken && <TakenNotice {...taken} />}
			<PropertyFields fields={fields} choices={choices} autoFocus={base === undefined} />
			{first && (
				<Section title={m.landowners_section_first_owner()}>
					<FieldGrid>
						<PickField
							label={m.landowners_owner()}
							hint={m.landowners_owner_hint()}
							meta={fields.owner}
							picked={fields.picked}
							chosen={fields.chosen}
							choices={first.choices}
							hitsAt={paths.landownerHits}
							texts={pickTexts(m.landowners_hits_label())}
							className="sm:col-span-2"
						/>
						<TextField label={m.landowners_share()} hint={m.landowners_share_hint()} meta={fields.share} autoComplete="off" />
					</FieldGrid>
				</Section>
			)}
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{base === undefined ? m.landowners_new_property_action() : m.landowners_save()}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.landowners_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
