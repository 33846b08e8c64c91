import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { formatDayLong, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { DueFollowUps } from '../components/due-follow-ups.tsx';
import { HousekeepingTiles } from '../components/housekeeping-tiles.tsx';
import { Timeline } from '../components/timeline.tsx';
import { myDay } from '../my-day.server.ts';
import type { TalkEntry } from '../parts.server.ts';

export const meta: MetaFunction = () => [{ title: `${m.shell_nav_my_day()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return {
		day: today(),
		mayLog: can(viewer, 'log', 'dialogue'),
		mayRead: can(viewer, 'see', 'dialogue'),
		keepsHouse: can(viewer, 'see', 'person'),
		...(await myDay(viewer)),
	};
}

/** What waits today and what was talked about; differs by what one's roles let one do. */
export default function MyDay() {
	const { day, mayLog, mayRead, keepsHouse, ownTalks, colleaguesTalks, ...followUps } = useLoaderData<typeof loader>();
	return (
		<Page title={m.shell_nav_my_day()} meta={<span className="first-letter:uppercase">{formatDayLong(day)}</span>} wide>
			<div className={mayLog ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-2' : undefined}>
				{mayLog && <DueFollowUps {...followUps} />}
				<div className={mayLog ? 'min-w-0 max-lg:mt-8' : undefined}>
					{mayLog && <OwnTalks talks={ownTalks} />}
					{mayRead && <LatestTalks talks={colleaguesTalks} isOfColleagues={mayLog} />}
				</div>
			</div>
			{keepsHouse && <HousekeepingTiles />}
		</Page>
	);
}

function OwnTalks({ talks }: { talks: readonly TalkEntry[] }) {
	return (
		<Section title={m.dialogues_my_day_own()}>
			{talks.length > 0 ? (
				<Timeline entries={talks} label={m.dialogues_my_day_own()} leadsWithFirm withAuthor={false} />
			) : (
				<EmptyState
					title={m.dialogues_my_day_own_empty_title()}
					text={m.dialogues_my_day_own_empty_text()}
					action={
						<ButtonLink to={paths.newDialogue()} icon="plus">
							{m.dialogues_new_title()}
						</ButtonLink>
					}
				/>
			)}
		</Section>
	);
}

function LatestTalks({ talks, isOfColleagues }: { talks: readonly TalkEntry[]; isOfColleagues: boolean }) {
	return (
		<Section
			title={isOfColleagues ? m.dialogues_my_day_colleagues() : m.dialogues_my_day_latest()}
			actions={
				<ButtonLink to={paths.dialogues()} variant="quiet" size="sm">
					{m.dialogues_my_day_all()}
				</ButtonLink>
			}
		>
			{talks.length > 0 ? (
				<Timeline entries={talks} label={m.dialogues_my_day_latest()} leadsWithFirm />
			) : (
				<EmptyState title={m.dialogues_my_day_colleagues_empty_title()} text={m.dialogues_my_day_colleagues_empty_text()} />
			)}
		</Section>
	);
}
