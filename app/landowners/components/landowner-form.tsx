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
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { PickField } from '#app/ui/pick-field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';
import { landownerKindLabel } from '../labels.ts';
import { landownerClashLabels } from '../landowner-values.ts';
import { CompanyMissing, TakenNotice } from './look-alikes.tsx';
import type { LandownerFields, Objection } from './new-landowner-form.tsx';
import { pickTexts } from './owner-texts.ts';
import { ReachFields } from './reach-fields.tsx';

interface Props {
	id: string;
	base: string;
	values: Partial<Record<keyof LandownerFields, string | null>>;
	/** The firm whose role this is: it gives the name. */
	company: { id: string; name: string } | null;
	constraint: Parameters<typeof useForm<LandownerFields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	conflict: EditConflict | null | undefined;
	objection: Objection | null | undefined;
	taken: { to: string; name: string } | null | undefined;
}

/** An owner's own fields. */
export function LandownerForm({ kept, id, base, values, company, constraint, lastResult, conflict, objection, taken }: Props) {
	const [form, fields] = useForm<LandownerFields>({ id: 'landowner', lastResult, constraint, defaultValue: values });
	const isSaving = useNavigation().state !== 'idle';
	const kinds = LANDOWNER_KINDS.filter((kind) => !company || kind !== 'person');
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={id} />
			<BaseField base={base} lastResult={lastResult} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			<ConflictPanel conflict={conflict} labels={landownerClashLabels()} formId={form.id} />
			<UnsentNotice />
			{objection?.missing && <CompanyMissing {...objection.missing} />}
			{taken && <TakenNotice {...taken} />}
			<Section title={m.landowners_who()}>
				<ChoiceChips
					legend={m.landowners_kind()}
					meta={fields.kind}
					options={kinds.map((kind) => ({ value: kind, label: landownerKindLabel(kind) }))}
				/>
				{company ? (
					<p className="mb-4">
						<input type="hidden" name="name" value={company.name} />
						<a href={paths.company(company.id)} className="font-medium underline underline-offset-2">
							{company.name}
						</a>
						<span className="block text-muted text-sm">{m.landowners_name_follows()}</span>
					</p>
				) : (
					<PickField
						label={m.landowners_name_or_cvr()}
						hint={m.landowners_name_hint()}
						meta={fields.name}
						picked={fields.picked}
						chosen={fields.chosen}
						choices={objection?.choices ?? []}
						hitsAt={paths.landownerHits}
						texts={pickTexts(m.landowners_hits_label())}
					/>
				)}
			</Section>
			<Section title={m.landowners_section_contact()}>
				<FieldGrid>
					<ReachFields fields={fields} />
				</FieldGrid>
			</Section>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.landowners_save()}
				</Button>
				<ButtonLink to={paths.landowner(id)} variant="quiet">
					{m.landowners_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} />
			</FormActions>
		</Form>
	);
}
