import { formatDay, named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import type { List } from '#app/lists/list.ts';
import { paths } from '#app/paths.ts';
import { IssueState } from './components/issue-list.tsx';
import type { IssueLine } from './queries.server.ts';

// The list of matters: its filters and its columns. Browser-safe.

export const ISSUE_LIST = {
	name: 'issues',
	path: paths.issues,
	title: m.dialogues_issues,
	filterLabel: m.dialogues_issues_filter,
	pagesLabel: m.dialogues_issues_pages,
	filters: {
		topic: { label: m.dialogues_issue_topic, accepts: /^[0-9a-f-]{36}$/ },
		district: { label: m.dialogues_list_district, accepts: /^[a-z0-9-]{1,80}$/ },
		owner: { label: m.dialogues_issue_owner, accepts: /^[0-9a-f-]{36}$/ },
		state: {
			label: m.dialogues_need_state,
			accepts: ['resolved', 'all'],
			any: m.dialogues_issue_open,
			options: () => [
				{ value: 'resolved', label: m.dialogues_issue_resolved() },
				{ value: 'all', label: m.dialogues_need_state_all() },
			],
		},
	},
	sorts: ['day'],
	href: ({ id }) => paths.issue(id),
	columns: [
		{
			key: 'title',
			label: m.dialogues_issue_title,
			text: ({ title }) => title,
			look: 'wrap',
		},
		{ key: 'about', label: m.dialogues_subject_company, text: whose, cell: aboutOf },
		{ key: 'topic', label: m.dialogues_issue_topic, text: ({ topic }) => topic && named(topic), look: 'quiet' },
		{
			key: 'district',
			label: m.dialogues_list_district,
			text: ({ district }) => district?.name,
			cell: ({ district }) => district && <a href={paths.district(district.slug)}>{district.name}</a>,
			from: 'lg',
		},
		{ key: 'opened', label: m.dialogues_issue_opened, text: ({ openedOn }) => formatDay(openedOn), cell: sinceOf, look: 'fit' },
		{ key: 'resolved', label: m.dialogues_issue_resolved, text: ({ resolvedOn }) => resolvedOn && formatDay(resolvedOn), isExportOnly: true },
		{ key: 'owner', label: m.dialogues_issue_owner, text: ({ owner }) => owner.name, look: 'quiet', from: 'xl' },
		{ key: 'outcome', label: m.dialogues_issue_outcome, text: ({ outcome }) => outcome, isExportOnly: true },
	],
} as const satisfies List<IssueLine>;

function sinceOf(issue: IssueLine) {
	return issue.state === 'open' ? formatDay(issue.openedOn) : IssueState({ issue });
}

function whose({ company, landowner }: IssueLine) {
	return (company ?? landowner)?.name;
}

function aboutOf({ company, landowner }: IssueLine) {
	if (company) return <a href={paths.company(company.id)}>{company.name}</a>;
	return landowner && <a href={paths.landowner(landowner.id)}>{landowner.name}</a>;
}
