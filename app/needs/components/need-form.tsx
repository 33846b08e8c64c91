import { type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { RowDayField } from '#app/follow-ups/components/row-day-field.tsx';
import type { SiteChoice } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { FormActions } from '#app/ui/form-actions.tsx';
import { RowField, type RowFields } from '#app/ui/form-rows.tsx';
import { UnsentNotice } from '#app/ui/unsent-notice.tsx';
import { certaintyOptions, levelOptions, needStateOptions } from '../labels.ts';
import { PEOPLE_MAX } from '../need.ts';
import { NeedSite } from './need-site.tsx';
import { SkillField } from './skill-field.tsx';

interface NeedFormProps {
	values: Readonly<Record<'wording' | 'skillName' | 'siteId' | 'level' | 'people' | 'by' | 'certainty' | 'state', string>>;
	/** The firm's, and the one it is at. */
	sites: readonly SiteChoice[];
	lastResult: SubmissionResult<string[]> | undefined;
	head: ReactNode;
	today: string;
	cancel: string;
}

/** One need by itself: what, how good, how many, by when, and what became of it. */
export function NeedForm({ values, sites, lastResult, head, today, cancel }: NeedFormProps) {
	const isSaving = useNavigation().state === 'submitting';
	const [form, fields] = useForm({ id: 'need', lastResult, defaultValue: values });
	const given = (field: keyof NeedFormProps['values']) => String(fields[field].initialValue ?? '');
	const row: RowFields = {
		nameOf: (field) => field,
		idOf: (field) => `${form.id}-${field}`,
		errorsOf: (field) => form.allErrors[field],
		sent: () => '',
	};
	return (
		<Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
			<ErrorSummary form={form} />
			<UnsentNotice />
			{head}
			<SkillField fields={row} wording={given('wording')} skillId={textOf(lastResult, 'skillId')} skillName={given('skillName')} />
			<RowField fields={row} field="siteId" label={m.dialogues_site()} className="md:max-w-md">
				{(control) => <NeedSite control={control} sites={sites} chosen={given('siteId')} />}
			</RowField>
			<ChoiceChips legend={m.dialogues_need_state()} meta={fields.state} options={needStateOptions()} />
			<ChoiceChips legend={m.dialogues_need_level()} meta={fields.level} options={levelOptions()} />
			<div className="flex gap-x-4">
				<RowField fields={row} field="people" label={m.dialogues_need_people()} className="w-24 shrink-0">
					{(control) => (
						<input {...control} type="number" min={1} max={PEOPLE_MAX} inputMode="numeric" defaultValue={given('people')} className={CONTROL} />
					)}
				</RowField>
				<RowDayField fields={row} field="by" label={m.dialogues_need_by()} given={given('by')} today={today} className="min-w-0 grow md:max-w-xs" />
			</div>
			<ChoiceChips legend={m.dialogues_need_certainty()} meta={fields.certainty} options={certaintyOptions()} />
			<FormActions>
				<Button variant="primary" disabled={isSaving} aria-keyshortcuts="Control+Enter">
					{isSaving ? m.dialogues_saving() : m.dialogues_need_save()}
				</Button>
				<ButtonLink to={cancel} variant="quiet">
					{m.dialogues_cancel()}
				</ButtonLink>
			</FormActions>
		</Form>
	);
}

/** The skill picked before the form came back; the one that stands is kept by sending none. */
function textOf(lastResult: SubmissionResult<string[]> | undefined, name: string): string {
	const value = lastResult?.initialValue?.[name];
	return typeof value === 'string' ? value : '';
}
