import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { pickTexts } from '#app/landowners/components/owner-texts.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { DateField, TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { type Pick, PickField } from '#app/ui/pick-field.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';

type Fields = Record<'owner' | 'picked' | 'chosen' | 'soldOn' | 'part', string>;

interface Props {
	saleId: string;
	version: number;
	/** Today, as most sales are noted when they are heard of. */
	soldOn: string;
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	kept: KeptForm;
	lastResult: SubmissionResult<string[]> | undefined;
	/** The form sold it before, and the sale stands with other words. */
	earlier: Earlier | null | undefined;
	choices: readonly Pick[];
	cancel: string;
}

/** A share changes hands: to whom, when, and how much of it. */
export function SaleForm({ kept, earlier, saleId, version, soldOn, constraint, lastResult, choices, cancel }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'sale', lastResult, constraint, defaultValue: { soldOn } });
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? saleId} />
			<input type="hidden" name="version" value={version} />
			<DraftNotice {...kept} />
			<ErrorSummary form={form} />
			{earlier && <EarlierNotice {...earlier} />}
			<UnsentNotice />
			<FieldGrid>
				<PickField
					label={m.landowners_buyer()}
					hint={m.landowners_owner_hint()}
					meta={fields.owner}
					picked={fields.picked}
					chosen={fields.chosen}
					choices={choices}
					hitsAt={paths.landownerHits}
					texts={pickTexts(m.landowners_hits_label())}
					autoFocus
					className="sm:col-span-2"
				/>
				<DateField label={m.landowners_sold_on()} meta={fields.soldOn} />
				<TextField label={m.landowners_part()} hint={m.landowners_part_hint()} meta={fields.part} autoComplete="off" className="sm:col-span-2" />
			</FieldGrid>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.landowners_sell()}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.landowners_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
