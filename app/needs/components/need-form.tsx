import { RecordForm, type RecordFormGiven, useRecordForm } from '#app/editing/components/record-form.tsx';
import { RowDayField } from '#app/follow-ups/components/row-day-field.tsx';
import type { SiteChoice } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ChoiceChips } from '#app/ui/choice-chips.tsx';
import { CONTROL } from '#app/ui/field.tsx';
import { RowField, type RowFields } from '#app/ui/form-rows.tsx';
import { certaintyOptions, levelOptions, needStateOptions } from '../labels.ts';
import { PEOPLE_MAX } from '../need.ts';
import { needClashLabels } from '../need-values.ts';
import { NeedSite } from './need-site.tsx';
import { SkillField } from './skill-field.tsx';

type Fields = Record<'wording' | 'skillId' | 'skillName' | 'siteId' | 'level' | 'people' | 'by' | 'certainty' | 'state', string>;

interface NeedFormProps extends RecordFormGiven<Fields> {
	/** The firm's, and the one it is at. */
	sites: readonly SiteChoice[];
	today: string;
}

/** One need by itself: what, how good, how many, by when, and what became of it. */
export function NeedForm({ sites, today, ...shown }: NeedFormProps) {
	const { form, fields, frame } = useRecordForm<Fields>('need', shown);
	const given = (field: keyof Fields) => String(fields[field].initialValue ?? '');
	const row: RowFields = {
		nameOf: (field) => field,
		idOf: (field) => `${form.id}-${field}`,
		errorsOf: (field) => form.allErrors[field],
		sent: () => '',
	};
	return (
		<RecordForm {...frame} labels={needClashLabels(sites)} save={m.dialogues_need_save()} cancel={paths.needs()}>
			<SkillField fields={row} wording={given('wording')} skillId={given('skillId')} skillName={given('skillName')} />
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
		</RecordForm>
	);
}
