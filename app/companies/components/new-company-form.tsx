import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { DraftNotice } from '#app/drafts/components/draft-notice.tsx';
import { KeepDraft } from '#app/drafts/components/keep-draft.tsx';
import type { KeptForm } from '#app/drafts/kept.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { type Earlier, EarlierNotice } from '#app/ui/earlier-notice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/field.tsx';
import { FieldGrid } from '#app/ui/field-grid.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { Section } from '#app/ui/page.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import type { LookAlike } from '../look-alikes.server.ts';
import { type CompanyChoices, CompanyFields } from './company-fields.tsx';
import { HitsWhileTyping, LookAlikes } from './look-alikes.tsx';
import { HeadFields, PlaceFields } from './site-fields.tsx';
import { type Taken, TakenNotice } from './taken-notice.tsx';

type Fields = Record<
	| 'name'
	| 'cvr'
	| 'alternativeNames'
	| 'formCode'
	| 'industry'
	| 'phone'
	| 'email'
	| 'website'
	| 'isProtected'
	| 'address'
	| 'postalCode'
	| 'city'
	| 'pNumber'
	| 'point'
	| 'district'
	| 'headcount'
	| 'headcountOn'
	| 'headcountSource',
	string
>;

interface Props {
	id: string;
	kept: KeptForm;
	/** The form saved its record before, and it stands with other words: where, and the id the next save goes under. */
	earlier: Earlier | null;
	start: { name: string; cvr: string };
	constraint: Parameters<typeof useForm<Fields>>[0]['constraint'];
	lastResult: SubmissionResult<string[]> | undefined;
	lookAlikes: readonly LookAlike[];
	taken: Taken | null;
	choices: CompanyChoices & { districts: ReadonlyArray<{ id: string; name: string }> };
}

/** A new firm with its first site: only the name is asked for. */
export function NewCompanyForm({ id, kept, earlier, start, constraint, lastResult, lookAlikes, taken, choices }: Props) {
	const [form, fields] = useForm<Fields>({ id: 'company', lastResult, constraint, defaultValue: start });
	const [name, setName] = useState('');
	const isSaving = useNavigation().state !== 'idle';
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
			<input type="hidden" name="id" value={earlier?.freshId ?? id} />
			<DraftNotice {...kept} />
			{earlier && <EarlierNotice {...earlier} />}
			<ErrorSummary form={form} />
			<UnsentNotice />
			{taken && <TakenNotice {...taken} />}
			{lookAlikes.length > 0 && <LookAlikes firms={lookAlikes} />}
			<Section title={m.companies_section_company()}>
				<FieldGrid>
					<div className="sm:col-span-2">
						<TextField
							label={m.companies_name()}
							meta={fields.name}
							autoFocus
							autoComplete="off"
							onChange={(event) => setName(event.currentTarget.value)}
						/>
						<HitsWhileTyping typed={name} />
					</div>
					<TextField
						label={m.companies_cvr()}
						hint={m.companies_cvr_hint()}
						meta={fields.cvr}
						inputMode="numeric"
						autoComplete="off"
						className="sm:col-span-2"
					/>
					<CompanyFields fields={fields} choices={choices} />
				</FieldGrid>
			</Section>
			<Section title={m.companies_section_first_site()}>
				<FieldGrid>
					<PlaceFields fields={fields} districts={choices.districts} />
					<HeadFields fields={fields} />
				</FieldGrid>
			</Section>
			<FormActions>
				<Button variant="primary" disabled={isSaving}>
					{m.companies_new_action()}
				</Button>
				<ButtonLink to={paths.companies()} variant="quiet">
					{m.companies_cancel()}
				</ButtonLink>
				<KeepDraft {...kept} {...(earlier && { recordId: earlier.freshId, draft: null })} />
			</FormActions>
		</Form>
	);
}
