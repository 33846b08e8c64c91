import { m } from '#app/i18n/paraglide/messages.js';
import { CheckboxField, type FieldMeta, TextField } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { FollowUpField } from './follow-up-field.tsx';
import { FollowUpRows } from './follow-up-rows.tsx';

interface NextStepsProps {
	fields: Record<'followUp' | 'followUps' | 'goAheadReason' | 'hasNoNextStep', FieldMeta>;
	today: string;
	/** Whom a promise can be made to. */
	people: ReadonlyArray<{ id: string; name: string }>;
	/** Left out where something was agreed already. */
	mayBeNone: boolean;
}

/** How a talk ends: a line for what follows, further ones, or the word that nothing does. */
export function NextSteps({ fields: { followUp, followUps, goAheadReason, hasNoNextStep }, today, people, mayBeNone }: NextStepsProps) {
	return (
		<div className="mb-2">
			<FollowUpField meta={followUp} today={today} />
			{Boolean(goAheadReason.errors || goAheadReason.initialValue) && (
				<TextField label={m.dialogues_guard_reason()} hint={m.dialogues_guard_reason_hint()} meta={goAheadReason} autoComplete="off" />
			)}
			<div className="-mt-5 [:has(p[id$=-error]:not(:empty))+&]:mt-0 flex flex-wrap items-start gap-x-6">
				{mayBeNone && <CheckboxField label={m.dialogues_no_next_step()} meta={hasNoNextStep} className="max-md:[&>p:empty]:hidden" />}
				<details open={!followUps.valid || hasRows(followUps)} className="group grow open:basis-full">
					<summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-md pr-2 text-muted hover:text-text md:min-h-8">
						<Icon name="plus" size={14} className="group-open:hidden" />
						{m.dialogues_follow_up_more()}
					</summary>
					<FollowUpRows meta={followUps} today={today} people={people} />
				</details>
			</div>
		</div>
	);
}

const hasRows = ({ initialValue }: FieldMeta) => Array.isArray(initialValue) && initialValue.length > 0;
