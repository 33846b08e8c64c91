import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { Timeline } from '#app/dialogues/components/timeline.tsx';
import type { TalkEntry } from '#app/dialogues/parts.server.ts';
import type { DraftLine } from '#app/drafts/drafts.server.ts';
import { DueFollowUps } from '#app/follow-ups/components/due-follow-ups.tsx';
import { formatDayLong, today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { latePart } from '#app/ui/late-part.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { myDay } from '../queries.server.ts';

// Seldom there, and an administrator's alone.
const DraftLines = latePart(() => import('#app/drafts/components/draft-lines.tsx').then((part) => part.DraftLines));
const OrphanedFollowUps = latePart(() => import('#app/follow-ups/components/orphaned-follow-ups.tsx').then((part) => part.OrphanedFollowUps));
const WithoutNextStep = latePart(() => import('#app/dialogues/components/without-next-step.tsx').then((part) => part.WithoutNextStep));
const HousekeepingTiles = latePart(() => import('../components/housekeeping-tiles.tsx').then((part) => part.HousekeepingTiles));

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
	const { day, mayLog, mayRead, keepsHouse, ownTalks, colleaguesTalks, areOnMine, drafts, withoutNextStep, orphaned, ...followUps } =
		useLoaderData<typeof loader>();
	return (
		<Page title={m.shell_nav_my_day()} meta={<span className="first-letter:uppercase">{formatDayLong(day)}</span>} wide>
			<div className={mayLog ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-2' : undefined}>
				{mayLog && (
					<div className="min-w-0">
						<DueFollowUps {...followUps} />
					</div>
				)}
				<div className={mayLog ? 'min-w-0 max-lg:mt-8' : undefined}>
					{orphaned.length > 0 && <OrphanedFollowUps items={orphaned} />}
					<Drafts drafts={drafts} />
					<WithoutNextStep talks={withoutNextStep} />
					{/* Who is new here is told the first step before anything else. */}
					{mayLog && ownTalks.length === 0 && <OwnTalks talks={ownTalks} />}
					{mayRead && <LatestTalks talks={colleaguesTalks} title={titleOf({ mayLog, areOnMine })} />}
					{mayLog && ownTalks.length > 0 && <OwnTalks talks={ownTalks} />}
				</div>
			</div>
			{keepsHouse && <HousekeepingTiles />}
		</Page>
	);
}

function Drafts({ drafts }: { drafts: readonly DraftLine[] }) {
	if (drafts.length === 0) return null;
	return (
		<Section
			title={m.dialogues_my_day_drafts()}
			actions={
				<ButtonLink to={paths.drafts()} variant="quiet" size="sm">
					{m.dialogues_my_day_drafts_all()}
				</ButtonLink>
			}
		>
			<DraftLines drafts={drafts} />
		</Section>
	);
}

function titleOf({ mayLog, areOnMine }: { mayLog: boolean; areOnMine: boolean }): string {
	if (areOnMine) return m.dialogues_my_day_mine();
	return mayLog ? m.dialogues_my_day_colleagues() : m.dialogues_my_day_latest();
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

function LatestTalks({ talks, title }: { talks: readonly TalkEntry[]; title: string }) {
	return (
		<Section
			title={title}
			actions={
				<ButtonLink to={paths.dialogues()} variant="quiet" size="sm">
					{m.dialogues_my_day_all()}
				</ButtonLink>
			}
		>
			{talks.length > 0 ? (
				<Timeline entries={talks} label={title} leadsWithFirm />
			) : (
				<EmptyState title={m.dialogues_my_day_colleagues_empty_title()} text={m.dialogues_my_day_colleagues_empty_text()} />
			)}
		</Section>
	);
}
