import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { forbidden } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { NeedFiltersBar } from '../components/need-filters-bar.tsx';
import { NeedList } from '../components/need-list.tsx';
import { isNeedListFiltered, lastDayWithin, needListParams, needListState } from '../list-filters.ts';
import { needsPage, skillsNeeded } from '../queries.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_needs()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'need')) throw forbidden();
	const asked = needListState(new URL(request.url).searchParams);
	const [districts, skills] = await Promise.all([districtChoices(viewer), skillsNeeded(viewer)]);
	const district = districts.find(({ slug }) => slug === asked.district);
	// What is not there filters nothing, like every other unknown value.
	const state = { ...asked, district: district?.slug ?? null, skill: skills.some(({ id }) => id === asked.skill) ? asked.skill : null };
	const { needs, next } = await needsPage(viewer, {
		state: state.state === 'all' ? null : state.state,
		skillId: state.skill,
		groupKey: state.group,
		districtId: district?.id,
		byOn: lastDayWithin(state.within, today()),
		after: state.after,
	});
	return {
		state,
		districts,
		skills,
		needs,
		today: today(),
		mayRevise: can(viewer, 'record', 'need'),
		next: next && paths.needs(needListParams({ ...state, after: next })),
		first: state.after && paths.needs(needListParams({ ...state, after: null })),
	};
}

export default function Needs() {
	const { state, districts, skills, needs, today: day, mayRevise, next, first } = useLoaderData<typeof loader>();
	const isFiltered = isNeedListFiltered(state) || state.after !== null;
	return (
		<Page title={m.dialogues_needs()} wide>
			<NeedFiltersBar state={state} districts={districts} skills={skills} />
			{needs.length > 0 ? (
				<NeedList needs={needs} today={day} mayRevise={mayRevise} />
			) : (
				<EmptyState
					title={m.dialogues_needs_none_title()}
					text={isFiltered ? m.dialogues_list_none_text() : m.dialogues_needs_none_text()}
					action={isFiltered ? <ButtonLink to={paths.needs()}>{m.dialogues_list_clear()}</ButtonLink> : undefined}
				/>
			)}
			<KeysetPages previous={first} next={next} label={m.dialogues_needs_pages()} />
		</Page>
	);
}
