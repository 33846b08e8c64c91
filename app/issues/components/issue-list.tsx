import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Row, RowList } from '#app/ui/row-list.tsx';
import type { IssueLine } from '../queries.server.ts';

interface IssueListProps {
	issues: readonly IssueLine[];
	label?: string;
}

const LINK = 'relative z-10 inline-flex min-h-6 items-center gap-1 hover:text-text hover:underline';

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
							<IssuePlaces issue={issue} />
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

/** What a matter is about, as links above the row's own. */
export function IssuePlaces({ issue: { company, landowner, district } }: { issue: Pick<IssueLine, 'company' | 'landowner' | 'district'> }) {
	return (
		<>
			{company && (
				<a href={paths.company(company.id)} className={LINK}>
					<Icon name="company" size={13} />
					{company.name}
				</a>
			)}
			{landowner && landowner.name !== company?.name && (
				<a href={paths.landowner(landowner.id)} className={LINK}>
					<Icon name="account" size={13} />
					{landowner.name}
				</a>
			)}
			{district && (
				<a href={paths.district(district.slug)} className={LINK}>
					<Icon name="district" size={13} />
					{district.name}
				</a>
			)}
		</>
	);
}
