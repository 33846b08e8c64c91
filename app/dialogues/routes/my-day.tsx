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

export const meta: MetaFunction = () => [{ title: `${m.shell_nav_my_day()} · ${m.shell_product()}` }];

export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	return {
		day: today(),
		name: viewer.name,
		mayLog: can(viewer, 'log', 'dialogue'),
		mayRead: can(viewer, 'see', 'dialogue'),
		keepsHouse: can(viewer, 'see', 'person'),
		...(await myDay(viewer)),
	};
}

/** What waits today and what was talked about; differs by what one's roles let one do. */
export default function MyDay() {
	const { day, name, mayLog, mayRead, keepsHouse, ownTalks, colleaguesTalks, ...followUps } = useLoaderData<typeof loader>();
	const title = formatDayLong(day);
	const log = mayLog ? (
		<ButtonLink to={paths.newDialogue()} variant="primary" icon="plus">
			{m.dialogues_new_title()}
		</ButtonLink>
	) : undefined;
	return (
		<Page
			title={title.charAt(0).toUpperCase() + title.slice(1)}
			meta={m.dialogues_my_day_greeting({ name })}
			actions={log}
			wide={!mayRead || undefined}
		>
			{mayLog && <DueFollowUps {...followUps} />}
			{mayLog && (
				<Section title={m.dialogues_my_day_own()}>
					{ownTalks.length > 0 ? (
						<Timeline entries={ownTalks} label={m.dialogues_my_day_own()} leadsWithFirm />
					) : (
						<EmptyState title={m.dialogues_my_day_own_empty_title()} text={m.dialogues_my_day_own_empty_text()} action={log} />
					)}
				</Section>
			)}
			{mayRead && (
				<Section
					title={mayLog ? m.dialogues_my_day_colleagues() : m.dialogues_my_day_latest()}
					actions={
						<>
							{!mayLog && (
								<ButtonLink to={paths.districts()} variant="quiet" size="sm" icon="district">
									{m.dialogues_my_day_districts()}
								</ButtonLink>
							)}
							<ButtonLink to={paths.dialogues()} variant="quiet" size="sm">
								{m.dialogues_my_day_all()}
							</ButtonLink>
						</>
					}
				>
					{colleaguesTalks.length > 0 ? (
						<Timeline entries={colleaguesTalks} label={m.dialogues_my_day_latest()} leadsWithFirm />
					) : (
						<EmptyState title={m.dialogues_my_day_colleagues_empty_title()} text={m.dialogues_my_day_colleagues_empty_text()} />
					)}
				</Section>
			)}
			{keepsHouse && <HousekeepingTiles />}
		</Page>
	);
}
