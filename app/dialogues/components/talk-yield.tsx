import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { IssueList } from '#app/issues/components/issue-list.tsx';
import type { IssueLine } from '#app/issues/queries.server.ts';
import { NeedList } from '#app/needs/components/need-list.tsx';
import type { NeedLine } from '#app/needs/queries.server.ts';
import { StanceList } from '#app/stances/components/stance-list.tsx';
import type { StanceLine } from '#app/stances/queries.server.ts';
import { Section } from '#app/ui/page.tsx';

interface TalkYieldProps {
	needs: readonly NeedLine[];
	stances: readonly StanceLine[];
	issues: readonly IssueLine[];
	mayRevise: boolean;
}

/** What a talk yielded besides its note, each part where there is any the reader may read. */
export function TalkYield({ needs, stances, issues, mayRevise }: TalkYieldProps) {
	return (
		<>
			{needs.length > 0 && (
				<Section title={m.dialogues_needs()}>
					<NeedList needs={needs} today={today()} mayRevise={mayRevise} withCompany={needs.length > 1} />
				</Section>
			)}
			{stances.length > 0 && (
				<Section title={m.dialogues_stances()}>
					<StanceList stances={stances} />
				</Section>
			)}
			{issues.length > 0 && (
				<Section title={m.dialogues_issues()}>
					<IssueList issues={issues} />
				</Section>
			)}
		</>
	);
}
