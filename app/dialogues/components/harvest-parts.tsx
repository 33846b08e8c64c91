import type { ReactNode } from 'react';
import type { HarvestChoices } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { FieldMeta } from '#app/ui/field.tsx';
import { latePart } from '#app/ui/late-part.tsx';
import type { TopicChoice } from './topics-and-goals.tsx';

const HarvestFold = latePart(() => import('#app/ui/form-rows.tsx').then((part) => part.HarvestFold));
// Chunks of their own: most talks are saved without opening one of them.
const NeedRows = latePart(() => import('#app/needs/components/need-rows.tsx').then((part) => part.default));
const StanceRows = latePart(() => import('#app/stances/components/stance-rows.tsx').then((part) => part.default));
const IssueRows = latePart(() => import('#app/issues/components/issue-rows.tsx').then((part) => part.default));

interface HarvestPartsProps {
	fields: Record<'needs' | 'stances' | 'issues', FieldMeta>;
	choices: HarvestChoices;
	topics: readonly TopicChoice[];
	/** Owners' positions are asked by those who develop districts. */
	mayTakeStance: boolean;
	savedStanceIds: readonly string[];
	today: string;
	files?: ReactNode;
}

/** What a talk yields besides its note, each folded away: one press opens it. */
export function HarvestParts({ fields, choices, topics, mayTakeStance, savedStanceIds, today, files }: HarvestPartsProps) {
	return (
		<div className="mt-2 mb-4 *:mb-2">
			{mayTakeStance && <StanceRows meta={fields.stances} choices={choices} topics={topics} savedIds={savedStanceIds} />}
			<NeedRows meta={fields.needs} choices={choices} today={today} />
			<IssueRows meta={fields.issues} choices={choices} topics={topics} />
			{files && (
				<HarvestFold title={m.dialogues_files()} hint={m.dialogues_files_kinds()} isUsed={false}>
					{files}
				</HarvestFold>
			)}
		</div>
	);
}
