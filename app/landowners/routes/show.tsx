import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { Responsibles } from '#app/companies/components/responsibles.tsx';
import { assignableUnits } from '#app/companies/responsibles.server.ts';
import { ContactList } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { FollowUpList } from '#app/follow-ups/components/follow-up-list.tsx';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { IssueList } from '#app/issues/components/issue-list.tsx';
import { issuesOf } from '#app/issues/queries.server.ts';
import { paths } from '#app/paths.ts';
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { StanceList } from '#app/stances/components/stance-list.tsx';
import { stancesOf } from '#app/stances/queries.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordMenu } from '#app/upkeep/components/record-menu.tsx';
import { LandownerFacts, LandownerReach } from '../components/landowner-facts.tsx';
import { Portfolio } from '../components/portfolio.tsx';
import { landownerKindLabel } from '../labels.ts';
import { holdingsOf } from '../landowner-list.server.ts';
import { landownerFor, propertiesOfOwner } from '../queries.server.ts';
import { responsiblesOfOwner } from '../responsibles.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.owner.name ?? m.landowners_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const owner = await landownerFor(viewer, params.landownerId);
	const { id } = owner;
	const seesTalks = can(viewer, 'see', 'dialogue');
	const isPresent = owner.archivedAt === null;
	const [owned, former, holdings, contacts, responsibles, assignable, timeline, followUps, stances, issues, isStarred] = await Promise.all([
		propertiesOfOwner(viewer, id),
		propertiesOfOwner(viewer, id, { former: true }),
		holdingsOf(viewer, [id]),
		contactsOf(viewer, { landownerId: id }, { ended: true }),
		responsiblesOfOwner(viewer, id),
		isPresent ? assignableUnits(viewer) : [],
		seesTalks ? timelineShown(viewer, { kind: 'landowner', id }, request) : null,
		seesTalks ? followUpsOf(viewer, { landownerId: id }) : [],
		stancesOf(viewer, { landownerId: id }),
		seesTalks ? issuesOf(viewer, { landownerId: id }) : [],
		isFavourite(viewer, 'landowner', id),
	]);
	noteOpened(viewer, 'landowner', id);
	return {
		owner,
		owned,
		former,
		holding: holdings.get(id) ?? { properties: 0, landArea: 0, isIncomplete: false },
		contacts,
		responsibles,
		assignable,
		timeline,
		followUps,
		stances,
		issues,
		isStarred,
		viewerId: viewer.id,
		mayRestore: can(viewer, 'revise', 'landowner'),
		mayRevise: can(viewer, 'revise', 'landowner') && isPresent,
		mayReviseLand: can(viewer, 'revise', 'property') && isPresent,
		mayAddContact: can(viewer, 'create', 'contact') && isPresent,
		mayLog: can(viewer, 'log', 'dialogue') && isPresent,
		seesTalks,
	};
}

export default function Landowner() {
	const { owner, timeline, followUps, mayRestore } = useLoaderData<typeof loader>();
	return (
		<Page
			title={owner.name}
			back={{ to: paths.landowners(), label: m.landowners_title() }}
			meta={landownerKindLabel(owner.kind)}
			actions={<Deeds />}
			wide
		>
			<ArchivedNotice kind="landowner" id={owner.id} version={owner.version} archivedAt={owner.archivedAt} mayRestore={mayRestore} />
			<div className="mb-5">
				<LandownerReach owner={owner} />
			</div>
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
				<div className="min-w-0">
					{followUps.length > 0 && (
						<Section title={m.landowners_follow_ups()}>
							<FollowUpList items={followUps} back={paths.landowner(owner.id)} withAssignee withCompany={false} />
						</Section>
					)}
					<Harvest />
					<Holdings />
					{timeline && (
						<Section title={m.landowners_talks()}>
							<FilteredTimeline timeline={timeline} without={[owner.id, ...(owner.companyId ? [owner.companyId] : [])]} />
						</Section>
					)}
				</div>
				<Aside />
			</div>
		</Page>
	);
}

/** Where the owner stands, and what is unsolved. */
function Harvest() {
	const { stances, issues } = useLoaderData<typeof loader>();
	return (
		<>
			{stances.length > 0 && (
				<Section title={m.landowners_stances()}>
					<StanceList stances={stances} withOwner={false} />
				</Section>
			)}
			{issues.length > 0 && (
				<Section title={m.landowners_issues()}>
					<IssueList issues={issues} />
				</Section>
			)}
		</>
	);
}

function Holdings() {
	const { owner, owned, former, holding, mayReviseLand } = useLoaderData<typeof loader>();
	return (
		<Section title={m.landowners_portfolio()}>
			<Portfolio owned={owned} former={former} holding={holding} ownerId={mayReviseLand ? owner.id : null} />
		</Section>
	);
}

function Aside() {
	const { owner, contacts, responsibles, assignable, viewerId, mayAddContact } = useLoaderData<typeof loader>();
	return (
		<div className="min-w-0">
			<Section title={m.landowners_contacts()}>
				<ContactList contacts={contacts} scope={{ landownerId: owner.id }} mayAdd={mayAddContact} />
			</Section>
			{(responsibles.length > 0 || assignable.length > 0) && (
				<Section title={m.landowners_responsibles()}>
					<Responsibles action={paths.landownerResponsibles(owner.id)} responsibles={responsibles} assignable={assignable} viewerId={viewerId} />
				</Section>
			)}
			<Section title={m.landowners_facts()}>
				<Card>
					<LandownerFacts owner={owner} />
				</Card>
			</Section>
		</div>
	);
}

function Deeds() {
	const { owner, isStarred, mayRestore, mayRevise, mayLog, seesTalks } = useLoaderData<typeof loader>();
	const edit = mayRevise ? { to: paths.editLandowner(owner.id), label: m.landowners_edit() } : undefined;
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ landowner: owner.id })} variant="primary" icon="dialogue">
					{m.landowners_log_talk()}
				</ButtonLink>
			)}
			{seesTalks && (
				<ButtonLink to={paths.landownerPrep(owner.id)} icon="calendar">
					<span className="max-md:sr-only">{m.landowners_prep()}</span>
				</ButtonLink>
			)}
			{mayLog && (
				<ButtonLink to={paths.newFollowUp({ landowner: owner.id, kind: 'visit' })} icon="plus" className="max-md:hidden">
					{m.dialogues_follow_up_new_visit()}
				</ButtonLink>
			)}
			{edit && (
				<ButtonLink to={edit.to} icon="edit" className={mayLog ? 'max-md:hidden' : undefined}>
					{edit.label}
				</ButtonLink>
			)}
			<FavouriteButton kind="landowner" id={owner.id} isFavourite={isStarred} />
			<RecordMenu kind="landowner" id={owner.id} name={owner.name} mayRevise={mayRestore} edit={mayLog ? edit : undefined} />
		</>
	);
}
