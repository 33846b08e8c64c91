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
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { LANDOWNER_KINDS, type LandownerKind } from '#db/vocabulary.ts';
import { landownerKindLabel } from '../labels.ts';
import { CompanyMissing, LookAlikes } from './look-alikes.tsx';
import { pickTexts } from './owner-texts.ts';
import { ReachFields } from './reach-fields.tsx';

export type LandownerFields = Record<'kind' | 'name' | 'phone' | 'email' | 'address' | 'postalCode' | 'city' | 'picked' | 'chosen', string>;

/** What stood against an owner as typed, beside the faults of its fields. */
export interface Objection {
	lookAlikes?: ReadonlyArray<{ id: string; name: string; ownerKind: LandownerKind; city: string | null }>;
	choices?: readonly Pick[];
	/** The firm has to be registered first: what its form begins with. */
	missing?: { name?: string; cvr?: string };
}

interface Props {
	id: string;
	/** The firm whose owner role it is to be. */
	firm: Pick | null;
	constraint: Parameters<typeof useForm<LandownerFields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	/** The form saved a record before, and it stands with other words. */
	earlier?: Earlier | null | undefined;
	objection: Objection | null | undefined;
}

/** A new owner: who it is, called what. A firm is picked from the register. */
export function NewLandownerForm({ kept, earlier, id, firm, constraint, lastResult, objection }: Props) {
	const defaultValue = { kind: 'company', name: firm?.label, picked: firm?.id };
	const [form, fields] = useForm<LandownerFields>({ id: 'landowner', lastResult, constraint, defaultValue });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<UnsentNotice />
			{objection?.lookAlikes && <LookAlikes owners={objection.lookAlikes} />}
			{objection?.missing && <CompanyMissing {...objection.missing} />}
			<Section title={m.landowners_who()}>
				<ChoiceChips
					legend={m.landowners_kind()}
					meta={fields.kind}
					options={LANDOWNER_KINDS.map((kind) => ({ value: kind, label: landownerKindLabel(kind) }))}
				/>
				<PickField
					label={m.landowners_name_or_cvr()}
					hint={m.landowners_name_hint()}
					meta={fields.name}
					picked={fields.picked}
					chosen={fields.chosen}
					choices={objection?.choices ?? []}
					hitsAt={paths.landownerHits}
					texts={pickTexts(m.landowners_hits_label())}
					autoFocus={!firm}
				/>
			</Section>
			<Section title={m.landowners_section_contact()}>
				<FieldGrid>
					<ReachFields fields={fields} />
				</FieldGrid>
			</Section>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.landowners_new_action()}
				</Button>
				<ButtonLink to={paths.landowners()} variant="quiet">
					{m.landowners_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
