import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { FollowUpFiltersBar } from '../components/follow-up-filters-bar.tsx';
import { FollowUpList } from '../components/follow-up-list.tsx';
import { PromisesKept } from '../components/promises-kept.tsx';
import { followUpPeople, followUpsPage, followUpUnits, promisesByQuarter } from '../ledger.server.ts';
import { followUpListParams, followUpListState, isFollowUpListFiltered } from '../list-filters.ts';
import { quartersBackFrom } from '../quarters.ts';

/** So many quarters are compared, and offered to choose from. */
const COMPARED = 4;
const OFFERED = 8;

export const meta: MetaFunction = () => [{ title: `${m.dialogues_follow_ups_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'followUp')) throw forbidden();
	const state = followUpListState(new URL(request.url).searchParams);
	const quarters = quartersBackFrom(today(), OFFERED);
	const [{ items, next }, people, units, promises] = await Promise.all([
		followUpsPage(viewer, state),
		followUpPeople(viewer),
		followUpUnits(),
		state.kind === 'promise' ? promisesByQuarter(viewer, quarters.slice(0, COMPARED), state.unit) : [],
	]);
	return {
		state,
		items,
		people,
		units,
		quarters,
		promises,
		mayAgree: can(viewer, 'agree', 'followUp'),
		back: paths.followUps(followUpListParams(state)),
		next: next && paths.followUps(followUpListParams({ ...state, after: next })),
		first: state.after && paths.followUps(followUpListParams({ ...state, after: null })),
	};
}

export default function FollowUps() {
	const { state, items, people, units, quarters, promises, mayAgree, back, next, first } = useLoaderData<typeof loader>();
	const isFiltered = isFollowUpListFiltered(state) || state.after !== null;
	return (
		<Page
			title={m.dialogues_follow_ups_title()}
			wide
			actions={
				<>
					{state.kind !== 'promise' && (
						<ButtonLink to={paths.followUps({ kind: 'promise' })} variant="quiet">
							{m.dialogues_promises_title()}
						</ButtonLink>
					)}
					{mayAgree && (
						<ButtonLink to={paths.newFollowUp()} icon="plus">
							{m.dialogues_follow_up_new_action()}
						</ButtonLink>
					)}
				</>
			}
		>
			<FollowUpFiltersBar state={state} people={people} units={units} quarters={quarters} />
			{promises.length > 0 && <PromisesKept quarters={promises} unit={state.unit} />}
			{items.length > 0 ? (
				<FollowUpList items={items} label={m.dialogues_follow_ups_title()} back={back} withAssignee withSettledDay />
			) : (
				<EmptyState
					title={m.dialogues_follow_ups_none_title()}
					text={isFiltered ? m.dialogues_list_none_text() : m.dialogues_follow_ups_none_text()}
					action={isFiltered ? <ButtonLink to={paths.followUps()}>{m.dialogues_list_clear()}</ButtonLink> : undefined}
				/>
			)}
			<KeysetPages previous={first} next={next} label={m.dialogues_follow_ups_pages()} />
		</Page>
	);
}
