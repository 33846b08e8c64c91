import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { addDays } from '#app/days/days.ts';
import { districtChoices } from '#app/districts/queries.server.ts';
import { cursorFrom } from '#app/http/cursor.ts';
import { forbidden } from '#app/http/errors.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { KeysetPages } from '#app/ui/pagination.tsx';
import { TalkFiltersBar } from '../components/talk-filters-bar.tsx';
import { Timeline } from '../components/timeline.tsx';
import { dialoguesPage, programmeChoices, talkers } from '../queries.server.ts';
import { isFiltered, talkListParams, talkListState } from '../talk-filters.ts';

export const meta: MetaFunction = () => [{ title: `${m.dialogues_list_title()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	if (!can(viewer, 'see', 'dialogue')) throw forbidden();
	const asked = talkListState(new URL(request.url).searchParams);
	const [districts, { topics }, people] = await Promise.all([districtChoices(viewer), programmeChoices(), talkers(viewer)]);
	const district = districts.find(({ slug }) => slug === asked.district);
	// A district that is not there filters nothing, like every other unknown value.
	const state = { ...asked, district: district?.slug ?? null };
	const { entries, next } = await dialoguesPage(viewer, {
		districtId: district?.id,
		topicId: state.topic,
		personId: state.person,
		channel: state.channel,
		from: state.period && addDays(today(), -Number(state.period)),
		before: state.before,
	});
	return {
		state,
		districts,
		topics,
		people,
		entries,
		next: next && paths.dialogues(talkListParams({ ...state, before: cursorFrom(next) })),
		newest: state.before && paths.dialogues(talkListParams({ ...state, before: null })),
	};
}

export default function Dialogues() {
	const { state, districts, topics, people, entries, next, newest } = useLoaderData<typeof loader>();
	const isWhole = !isFiltered(state) && state.before === null;
	const isNone = entries.length === 0 && !isWhole;
	return (
		<Page title={m.dialogues_list_title()} wide>
			{(entries.length > 0 || !isWhole) && <TalkFiltersBar state={state} districts={districts} topics={topics} people={people} />}
			{isNone ? (
				<EmptyState
					title={m.dialogues_list_none_title()}
					text={m.dialogues_list_none_text()}
					action={<ButtonLink to={paths.dialogues()}>{m.dialogues_list_clear()}</ButtonLink>}
				/>
			) : (
				<Timeline entries={entries} leadsWithFirm />
			)}
			<KeysetPages previous={newest} next={next} label={m.dialogues_list_pages()} />
		</Page>
	);
}
