import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { named } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, FilterSelect } from '#app/ui/filter-bar.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { IssueList } from '../components/issue-list.tsx';
import { isIssueListFiltered, issueListParams, issueListState } from '../list-filters.ts';
import { issuesPage, topicChoices } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_issues()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'issue')) throw forbidden();
	const asked = issueListState(new URL(request.url).searchParams);
	const [districts, topics] = await Promise.all([districtChoices(viewer), topicChoices()]);
	const district = districts.find(({ slug }) => slug === asked.district);
	// What is not there filters nothing, like every other unknown value.
	const state = { ...asked, district: district?.slug ?? null, topic: topics.some(({ id }) => id === asked.topic) ? asked.topic : null };
	const { issues, next } = await issuesPage(viewer, {
		state: state.state === 'all' ? null : state.state,
		topicId: state.topic,
		districtId: district?.id,
		before: state.before,
	});
	return {
		state,
		districts,
		topics,
		issues,
		mayRaise: can(viewer, 'record', 'issue'),
		next: next && paths.issues(issueListParams({ ...state, before: next })),
		newest: state.before && paths.issues(issueListParams({ ...state, before: null })),
	};
}

export default function Issues() {
	const { state, districts, topics, issues, mayRaise, next, newest } = useLoaderData<typeof loader>();
	const isFiltered = isIssueListFiltered(state) || state.before !== null;
	const any = m.dialogues_list_any();
	return (
		<Page
			title={m.dialogues_issues()}
			wide
			actions={
				mayRaise && (
					<ButtonLink to={paths.newIssue()} icon="plus">
						{m.dialogues_issue_raise()}
					</ButtonLink>
				)
			}
		>
			<FilterBar label={m.dialogues_issues_filter()} reset={isIssueListFiltered(state) ? paths.issues() : undefined}>
				<FilterSelect
					name="topic"
					label={m.dialogues_issue_topic()}
					value={state.topic ?? ''}
					any={any}
					options={topics.map((topic) => ({ value: topic.id, label: named(topic) }))}
				/>
				<FilterSelect
					name="district"
					label={m.dialogues_list_district()}
					value={state.district ?? ''}
					any={any}
					options={districts.map(({ slug, name }) => ({ value: slug, label: name }))}
				/>
				<FilterSelect
					name="state"
					label={m.dialogues_need_state()}
					value={state.state === 'open' ? '' : state.state}
					any={m.dialogues_issue_open()}
					options={[
						{ value: 'resolved', label: m.dialogues_issue_resolved() },
						{ value: 'all', label: m.dialogues_need_state_all() },
					]}
				/>
			</FilterBar>
			{issues.length > 0 ? (
				<IssueList issues={issues} />
			) : (
				<EmptyState
					title={m.dialogues_issues_none_title()}
					text={isFiltered ? m.dialogues_list_none_text() : m.dialogues_issues_none_text()}
					action={isFiltered ? <ButtonLink to={paths.issues()}>{m.dialogues_list_clear()}</ButtonLink> : undefined}
				/>
			)}
			<KeysetPages previous={newest} next={next} label={m.dialogues_issues_pages()} />
		</Page>
	);
}
