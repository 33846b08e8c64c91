import { lazy, type ReactNode } from 'react';
import type { HarvestChoices } from '#app/harvest/harvest.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { FieldMeta } from '#app/ui/field.tsx';
import { LatePart } from '#app/ui/late-part.tsx';
import type { TopicChoice } from './topics-and-goals.tsx';

const HarvestFold = lazy(() => import('#app/ui/form-rows.tsx').then((part) => ({ default: part.HarvestFold })));
// Chunks of their own: most talks are saved without opening one of them.
const NeedRows = lazy(() => import('#app/needs/components/need-rows.tsx'));
const StanceRows = lazy(() => import('#app/stances/components/stance-rows.tsx'));
const IssueRows = lazy(() => import('#app/issues/components/issue-rows.tsx'));

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
			{mayTakeStance && (
				<LatePart>
					<StanceRows meta={fields.stances} choices={choices} topics={topics} savedIds={savedStanceIds} />
				</LatePart>
			)}
			<LatePart>
				<NeedRows meta={fields.needs} choices={choices} today={today} />
			</LatePart>
			<LatePart>
				<IssueRows meta={fields.issues} choices={choices} topics={topics} />
			</LatePart>
			{files && (
				<LatePart>
					<HarvestFold title={m.dialogues_files()} hint={m.dialogues_files_kinds()} isUsed={false}>
						{files}
					</HarvestFold>
				</LatePart>
			)}
		</div>
	);
}
