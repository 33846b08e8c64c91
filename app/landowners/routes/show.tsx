import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { namesOf, Responsibles } from '#app/companies/components/responsibles.tsx';
import { placeLine } from '#app/companies/place-line.ts';
import { assignableUnits } from '#app/companies/responsibles.server.ts';
import { ContactSection } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { lastTalk, TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { FollowUpList } from '#app/follow-ups/components/follow-up-list.tsx';
import { followUpsOf } from '#app/follow-ups/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { IssueList } from '#app/issues/components/issue-list.tsx';
import { issuesOf } from '#app/issues/queries.server.ts';
import { paths } from '#app/paths.ts';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { Position, StanceList } from '#app/stances/components/stance-list.tsx';
import { stancesOf } from '#app/stances/queries.server.ts';
import { Columns } from '#app/ui/columns.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Fact, RecordPage } from '#app/ui/record-head.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { AreaOwned } from '../components/area-owned.tsx';
import { CompanyLink, LandownerReach } from '../components/landowner-reach.tsx';
import { PortfolioSection } from '../components/portfolio.tsx';
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
		contactsOf(viewer, { landownerId: id }, { others: true }),
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

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Landowner() {
	const shown = useLoaderData<typeof loader>();
	const { owner, owned, former, timeline, followUps, stances, issues, mayReviseLand, mayRestore } = shown;
	const side = (
		<>
			<ContactSection contacts={shown.contacts} scope={{ landownerId: owner.id }} mayAdd={shown.mayAddContact} />
			<Responsibles
				action={paths.landownerResponsibles(owner.id)}
				responsibles={shown.responsibles}
				assignable={shown.assignable}
				viewerId={shown.viewerId}
			/>
		</>
	);
	return (
		<RecordPage
			title={owner.name}
			back={{ to: paths.landowners(), label: m.landowners_title() }}
			badges={<LandownerReach owner={owner} />}
			deeds={<Deeds />}
			facts={factsOf(shown)}
		>
			<ArchivedNotice kind="landowner" id={owner.id} version={owner.version} archivedAt={owner.archivedAt} mayRestore={mayRestore} />
			<Columns side={side}>
				{followUps.length > 0 && (
					<Section title={m.landowners_follow_ups()}>
						<FollowUpList items={followUps} back={paths.landowner(owner.id)} withAssignee withCompany={false} />
					</Section>
				)}
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
				<PortfolioSection owned={owned} former={former} ownerId={mayReviseLand ? owner.id : null} />
				{timeline && <TimelineSection timeline={timeline} without={[owner.id, ...(owner.companyId ? [owner.companyId] : [])]} />}
			</Columns>
		</RecordPage>
	);
}

function factsOf({ owner, owned, holding, stances, responsibles, seesTalks }: Shown): Fact[] {
	const [stance] = stances;
	return [
		{ label: m.landowners_kind(), value: landownerKindLabel(owner.kind) },
		...(owner.company ? [{ label: m.landowners_company_role(), value: <CompanyLink company={owner.company} ownerName={owner.name} /> }] : []),
		...(owner.address || owner.city ? [{ label: m.landowners_address(), value: placeLine(owner) }] : []),
		{
			label: m.landowners_land_owned(),
			value: owned.length > 0 && <AreaOwned {...holding} />,
			note: owned.length > 0 && m.landowners_so_many_properties({ count: holding.properties }),
		},
		...(stance ? [{ label: m.landowners_latest_stance(), value: <Position stance={stance} isShort /> }] : []),
		{ label: m.districts_responsible(), value: namesOf(responsibles) },
		...(seesTalks ? [lastTalk(owner.lastTalkOn)] : []),
	];
}

function Deeds() {
	const { owner, isStarred, mayRestore, mayRevise, mayLog, seesTalks } = useLoaderData<typeof loader>();
	const { id, name } = owner;
	return (
		<RecordDeeds
			{...{ kind: 'landowner', id, name, isStarred, mayArchive: mayRestore }}
			log={mayLog && paths.newDialogue({ landowner: id })}
			prep={seesTalks && paths.landownerPrep(id)}
			plan={mayLog && paths.newFollowUp({ landowner: id, kind: 'visit' })}
			edit={mayRevise && paths.editLandowner(id)}
		/>
	);
}
