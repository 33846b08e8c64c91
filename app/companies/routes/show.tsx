import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { ContactSection } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { lastTalk, TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { industryName } from '#app/districts/industries.server.ts';
import { FollowUpList } from '#app/follow-ups/components/follow-up-list.tsx';
import { followUpsOf, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { IssueList } from '#app/issues/components/issue-list.tsx';
import { issuesOf } from '#app/issues/queries.server.ts';
import { landownerOfCompany } from '#app/landowners/queries.server.ts';
import { NeedList } from '#app/needs/components/need-list.tsx';
import { needsOf } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Glance } from '#app/prep/components/glance.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { StanceList } from '#app/stances/components/stance-list.tsx';
import { stancesOf } from '#app/stances/queries.server.ts';
import { AddLink, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Fact, RecordPage } from '#app/ui/record-head.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { commitmentsOf } from '../commitments.server.ts';
import { CommitmentSection } from '../components/commitment-list.tsx';
import { CompanyBadges } from '../components/company-badges.tsx';
import { CompanyFacts } from '../components/company-facts.tsx';
import { ContactLines } from '../components/contact-lines.tsx';
import { namesOf, Responsibles } from '../components/responsibles.tsx';
import { headsNote } from '../components/site-facts.tsx';
import { SiteList } from '../components/site-list.tsx';
import { isKnowledgeIntensive } from '../knowledge.server.ts';
import { headsLabel } from '../labels.ts';
import { placeLine } from '../place-line.ts';
import { companyFor, identifiersOf, sitesOf } from '../queries.server.ts';
import { companyFormName, statusName } from '../register-codes.server.ts';
import { formatCvr } from '../register-numbers.ts';
import { assignableUnits, responsiblesOf } from '../responsibles.server.ts';
import { websiteUrl } from '../website.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.company.name ?? m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const company = await companyFor(viewer, params.companyId);
	const { id } = company;
	const isThere = company.archivedAt === null;
	noteOpened(viewer, 'company', id);
	const seesTalks = can(viewer, 'see', 'dialogue');
	const [sites, identifiers, contacts, timeline, followUps, needs, issues] = await Promise.all([
		sitesOf(viewer, id),
		identifiersOf(viewer, id),
		contactsOf(viewer, { companyId: id }, { others: true }),
		seesTalks ? timelineShown(viewer, { kind: 'company', id }, request) : null,
		seesTalks ? followUpsOf(viewer, { companyId: id }) : [],
		seesTalks ? needsOf(viewer, { companyId: id }) : [],
		seesTalks ? issuesOf(viewer, { companyId: id }) : [],
	]);
	const [responsibles, assignable, commitments, [landowner, stances], isStarred, industry] = await Promise.all([
		responsiblesOf(viewer, id),
		isThere ? assignableUnits(viewer) : [],
		commitmentsOf(viewer, id),
		asOwner(viewer, id),
		isFavourite(viewer, 'company', id),
		industryName(company.industryCode),
	]);
	return {
		...{ company, sites, identifiers, contacts, timeline, needs, stances, issues, responsibles, assignable, commitments, landowner, isStarred },
		followUps: promisesFirst(followUps),
		viewerId: viewer.id,
		day: today(),
		formName: company.formCode && companyFormName(company.formCode),
		statusName: company.status && statusName(company.status),
		industryName: company.industryText ?? industry,
		website: company.website && websiteUrl(company.website),
		isKnowledgeIntensive: isKnowledgeIntensive(company),
		mayRestore: can(viewer, 'revise', 'company'),
		mayRevise: isThere && can(viewer, 'revise', 'company'),
		mayOpenSite: isThere && can(viewer, 'create', 'site'),
		mayAddContact: isThere && can(viewer, 'create', 'contact'),
		mayCommit: isThere && can(viewer, 'record', 'commitment'),
		mayOwn: isThere && can(viewer, 'create', 'landowner'),
		mayRecord: can(viewer, 'record', 'need'),
		mayLog: isThere && can(viewer, 'log', 'dialogue'),
		seesCommitments: can(viewer, 'see', 'commitment'),
	};
}

/** The firm in its role as owner of land, with where it stands. */
async function asOwner(viewer: Viewer, companyId: string) {
	const owner = await landownerOfCompany(viewer, companyId);
	return [owner, owner ? await stancesOf(viewer, { landownerId: owner.id }) : []] as const;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Company() {
	const shown = useLoaderData<typeof loader>();
	const { company, contacts, timeline, followUps, mayRestore } = shown;
	const side = (
		<>
			{followUps.length > 0 && (
				<Section title={m.companies_follow_ups()} className="max-lg:-order-1">
					<FollowUpList items={followUps} back={paths.company(company.id)} withAssignee withCompany={false} />
				</Section>
			)}
			<ContactSection contacts={contacts} scope={{ companyId: company.id }} mayAdd={shown.mayAddContact} />
			<Responsibles
				action={paths.companyResponsibles(company.id)}
				responsibles={shown.responsibles}
				assignable={shown.assignable}
				viewerId={shown.viewerId}
			/>
			{shown.seesCommitments && <CommitmentSection companyId={company.id} commitments={shown.commitments} mayRecord={shown.mayCommit} />}
			{timeline && <Register />}
		</>
	);
	return (
		<RecordPage
			title={company.name}
			back={{ to: paths.companies(), label: m.companies_title() }}
			badges={<Badges />}
			deeds={<Deeds />}
			facts={factsOf(shown)}
		>
			<ArchivedNotice kind="company" id={company.id} version={company.version} archivedAt={company.archivedAt} mayRestore={mayRestore} />
			{company.statusGroup === 'distress' && (
				<div className="mb-5">
					<Notice tone="danger" title={shown.statusName ?? m.companies_status_distress()}>
						{m.companies_distress_text()}
					</Notice>
				</div>
			)}
			<Glance contacts={contacts.filter(({ toOn }) => toOn === null || toOn > shown.day)} followUps={followUps} talks={timeline?.entries ?? null} />
			<Columns side={side}>{timeline ? <Matters /> : <Register />}</Columns>
		</RecordPage>
	);
}

function factsOf({ company, sites, responsibles, timeline, industryName: industry }: Shown): Fact[] {
	const [main, ...others] = sites;
	return [
		{ label: m.companies_cvr_short(), value: company.cvr && formatCvr(company.cvr) },
		{ label: m.companies_heads(), value: headsLabel(company), note: headsNote(company) },
		{
			label: m.companies_address(),
			value: main && placeLine(main) && <a href={paths.site(main.id)}>{placeLine(main)}</a>,
			note: others.length > 0 && m.companies_of_sites({ count: sites.length }),
		},
		{ label: m.companies_industry(), value: industry },
		{ label: m.districts_responsible(), value: namesOf(responsibles) },
		...(timeline ? [lastTalk(company.lastTalkOn)] : []),
	];
}

/** What was said, and what it is about. */
function Matters() {
	const { company, sites, timeline, needs, stances, issues, day, mayRecord } = useLoaderData<typeof loader>();
	const [onlySite] = sites.length === 1 ? sites : [];
	return (
		<>
			{timeline && <TimelineSection timeline={timeline} without={[company.id, ...(onlySite ? [onlySite.id] : [])]} />}
			{needs.length > 0 && (
				<Section title={m.companies_needs()}>
					<NeedList needs={needs} today={day} mayRevise={mayRecord} withCompany={false} />
				</Section>
			)}
			{stances.length > 0 && (
				<Section title={m.dialogues_stances()}>
					<StanceList stances={stances} withOwner={false} />
				</Section>
			)}
			<Section
				title={m.companies_issues()}
				none={issues.length === 0 && m.companies_issues_none()}
				actions={mayRecord && <AddLink to={paths.newIssue({ company: company.id })}>{m.companies_issue_add()}</AddLink>}
			>
				{issues.length > 0 && <IssueList issues={issues} />}
			</Section>
		</>
	);
}

/** Where it lies, whether it owns, and what the register says. */
function Register() {
	const shown = useLoaderData<typeof loader>();
	const { company, sites, landowner, mayOpenSite, mayOwn } = shown;
	return (
		<>
			<Section title={m.companies_sites()} actions={mayOpenSite && <AddLink to={paths.newSite(company.id)}>{m.companies_new_site_action()}</AddLink>}>
				<SiteList sites={sites} companyName={company.name} />
				{(landowner || mayOwn) && (
					<p className="mt-3">
						<ButtonLink to={landowner ? paths.landowner(landowner.id) : paths.newLandowner({ company: company.id })} size="sm" icon="key">
							{landowner ? m.companies_is_owner() : m.companies_make_owner()}
						</ButtonLink>
					</p>
				)}
			</Section>
			<Section title={m.companies_facts()}>
				<Card>
					<CompanyFacts {...shown} />
				</Card>
				<div className="mt-2 flex flex-wrap gap-x-4 md:hidden print:hidden">
					<ContactLines email={company.email} website={shown.website} />
				</div>
			</Section>
		</>
	);
}

function Badges() {
	const { company, statusName: status, website } = useLoaderData<typeof loader>();
	return (
		<>
			{company.districtName && company.districtColour && company.districtSlug && (
				<DistrictMark name={company.districtName} colour={company.districtColour} href={paths.district(company.districtSlug)} />
			)}
			<ContactLines phone={company.phone} />
			{/* On a phone the first screen is for whom to call; these stand with the master data there. */}
			<span className="contents max-md:hidden">
				<ContactLines email={company.email} website={website} />
			</span>
			<CompanyBadges isProtected={company.isProtected} statusGroup={company.statusGroup} status={status} />
		</>
	);
}

function Deeds() {
	const { company, isStarred, timeline, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const { id, name } = company;
	return (
		<RecordDeeds
			{...{ kind: 'company', id, name, isStarred, mayArchive: mayRestore }}
			log={mayLog && paths.newDialogue({ company: id })}
			prep={timeline !== null && paths.companyPrep(id)}
			plan={mayLog && paths.newFollowUp({ company: id, kind: 'visit' })}
			edit={mayRevise && paths.editCompany(id)}
		/>
	);
}
