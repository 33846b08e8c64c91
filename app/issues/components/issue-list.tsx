import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { PlaceLinks } from '#app/subjects/components/place-links.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { IssueLine } from '../queries.server.ts';

interface IssueListProps {
	issues: readonly IssueLine[];
	label?: string;
}

/** Matters that live over many talks. */
export function IssueList({ issues, label = m.dialogues_issues() }: IssueListProps) {
	return (
		<RowList label={label}>
			{issues.map((issue) => (
				<Row
					key={issue.id}
					href={paths.issue(issue.id)}
					title={issue.title}
					text={issue.outcome ?? undefined}
					meta={
						<>
							<IssueState issue={issue} />
							{issue.topic && <Badge>{named(issue.topic)}</Badge>}
							<PlaceLinks place={issue} />
							<span>{m.dialogues_issue_since({ day: formatDay(issue.openedOn) })}</span>
						</>
					}
				/>
			))}
		</RowList>
	);
}

export function IssueState({ issue: { state, resolvedOn } }: { issue: Pick<IssueLine, 'state' | 'resolvedOn'> }) {
	if (state === 'open') return <Badge tone="warning">{m.dialogues_issue_open()}</Badge>;
	return (
		<Badge tone="success" icon="check">
			{resolvedOn ? m.dialogues_issue_resolved_on({ day: formatDay(resolvedOn) }) : m.dialogues_issue_resolved()}
		</Badge>
	);
}
