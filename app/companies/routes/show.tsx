import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { ContactList } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
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
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordMenu } from '#app/upkeep/components/record-menu.tsx';
import { commitmentsOf } from '../commitments.server.ts';
import { CommitmentList } from '../components/commitment-list.tsx';
import { CompanyBadges } from '../components/company-badges.tsx';
import { CompanyFacts } from '../components/company-facts.tsx';
import { ContactLines } from '../components/contact-lines.tsx';
import { Responsibles } from '../components/responsibles.tsx';
import { SiteList } from '../components/site-list.tsx';
import { isKnowledgeIntensive } from '../knowledge.server.ts';
import { companyFor, identifiersOf, sitesOf } from '../queries.server.ts';
import { companyFormName, statusName } from '../register-codes.server.ts';
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
		contactsOf(viewer, { companyId: id }, { ended: true }),
		seesTalks ? timelineShown(viewer, { kind: 'company', id }, request) : null,
		seesTalks ? followUpsOf(viewer, { companyId: id }) : [],
		seesTalks ? needsOf(viewer, { companyId: id }) : [],
		seesTalks ? issuesOf(viewer, { companyId: id }) : [],
	]);
	const [responsibles, assignable, commitments, landowner, isStarred, industry] = await Promise.all([
		responsiblesOf(viewer, id),
		isThere ? assignableUnits(viewer) : [],
		commitmentsOf(viewer, id),
		landownerOfCompany(viewer, id),
		isFavourite(viewer, 'company', id),
		industryName(company.industryCode),
	]);
	return {
		...{ company, sites, identifiers, contacts, timeline, needs, issues, responsibles, assignable, commitments, landowner, isStarred },
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

export default function Company() {
	const shown = useLoaderData<typeof loader>();
	const { company, contacts, timeline, followUps, mayRestore } = shown;
	return (
		<Page title={company.name} back={{ to: paths.companies(), label: m.companies_title() }} meta={<Marks />} actions={<Deeds />} wide>
			<ArchivedNotice kind="company" id={company.id} version={company.version} archivedAt={company.archivedAt} mayRestore={mayRestore} />
			{company.statusGroup === 'distress' && (
				<div className="mb-5">
					<Notice tone="danger" title={shown.statusName ?? m.companies_status_distress()}>
						{m.companies_distress_text()}
					</Notice>
				</div>
			)}
			<Glance contacts={contacts.filter(({ toOn }) => toOn === null || toOn > shown.day)} followUps={followUps} talks={timeline?.entries ?? null} />
			{/* On a phone one column, with what is open first. */}
			<div className="flex flex-col items-stretch gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] lg:items-start">
				{timeline && <Matters />}
				<div className="min-w-0 max-lg:contents">
					{followUps.length > 0 && (
						<Section title={m.companies_follow_ups()} className="max-lg:-order-1">
							<FollowUpList items={followUps} back={paths.company(company.id)} withAssignee withCompany={false} />
						</Section>
					)}
					<Section title={m.companies_contacts()} className="max-lg:mt-8">
						<ContactList contacts={contacts} scope={{ companyId: company.id }} mayAdd={shown.mayAddContact} />
						<div className="mt-3">
							<ContactLines phone={company.phone} email={company.email} website={shown.website} isProtected={company.isProtected} />
						</div>
					</Section>
					<Section title={m.companies_responsibles()}>
						<Responsibles
							action={paths.companyResponsibles(company.id)}
							responsibles={shown.responsibles}
							assignable={shown.assignable}
							viewerId={shown.viewerId}
						/>
					</Section>
					{shown.seesCommitments && <Commitments />}
					{timeline && <Register />}
				</div>
				{!timeline && (
					<div className="min-w-0 max-lg:mt-8">
						<Register />
					</div>
				)}
			</div>
		</Page>
	);
}

/** What was said, and what it is about. */
function Matters() {
	const { company, sites, timeline, followUps, needs, issues, day, mayRecord } = useLoaderData<typeof loader>();
	const [onlySite] = sites.length === 1 ? sites : [];
	return (
		<div className="min-w-0 max-lg:contents">
			{timeline && (
				<Section title={m.companies_talks()} className={followUps.length > 0 ? 'max-lg:mt-8!' : undefined}>
					<FilteredTimeline timeline={timeline} without={[company.id, ...(onlySite ? [onlySite.id] : [])]} />
				</Section>
			)}
			{needs.length > 0 && (
				<Section title={m.companies_needs()}>
					<NeedList needs={needs} today={day} mayRevise={mayRecord} withCompany={false} />
				</Section>
			)}
			<Section
				title={m.companies_issues()}
				actions={mayRecord && <AddLink to={paths.newIssue({ company: company.id })} label={m.companies_issue_add()} />}
			>
				{issues.length > 0 ? <IssueList issues={issues} /> : <p className="text-muted">{m.companies_issues_none()}</p>}
			</Section>
		</div>
	);
}

const AddLink = ({ to, label }: { to: string; label: string }) => (
	<ButtonLink to={to} size="sm" icon="plus">
		{label}
	</ButtonLink>
);

function Commitments() {
	const { company, commitments, mayCommit } = useLoaderData<typeof loader>();
	const add = mayCommit && <AddLink to={paths.newCommitment(company.id)} label={m.companies_commitment_add()} />;
	return (
		<Section title={m.companies_commitments()} actions={add}>
			<CommitmentList commitments={commitments} mayRecord={mayCommit} />
		</Section>
	);
}

/** Where it lies, whether it owns, and what the register says. */
function Register() {
	const shown = useLoaderData<typeof loader>();
	const { company, sites, landowner, mayOpenSite, mayOwn } = shown;
	return (
		<>
			<Section title={m.companies_sites()} actions={mayOpenSite && <AddLink to={paths.newSite(company.id)} label={m.companies_new_site_action()} />}>
				<SiteList sites={sites} companyName={company.name} />
			</Section>
			{(landowner || mayOwn) && (
				<p className="mt-4">
					<ButtonLink to={landowner ? paths.landowner(landowner.id) : paths.newLandowner({ company: company.id })} size="sm" icon="district">
						{landowner ? m.companies_is_owner() : m.companies_make_owner()}
					</ButtonLink>
				</p>
			)}
			<Section title={m.companies_facts()}>
				<Card>
					<CompanyFacts {...shown} />
				</Card>
			</Section>
		</>
	);
}

function Marks() {
	const { company, statusName: status } = useLoaderData<typeof loader>();
	return (
		<>
			<CompanyBadges isProtected={company.isProtected} statusGroup={company.statusGroup} status={status} />
			{company.districtName && company.districtColour && company.districtSlug && (
				<DistrictMark name={company.districtName} colour={company.districtColour} href={paths.district(company.districtSlug)} />
			)}
		</>
	);
}

function Deeds() {
	const { company, isStarred, timeline, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const edit = mayRevise ? { to: paths.editCompany(company.id), label: m.companies_edit() } : undefined;
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ company: company.id })} variant="primary" icon="dialogue">
					{m.companies_log_talk()}
				</ButtonLink>
			)}
			{timeline && (
				<ButtonLink to={paths.companyPrep(company.id)} icon="calendar">
					<span className="max-md:sr-only">{m.companies_prep()}</span>
				</ButtonLink>
			)}
			{mayLog && (
				<ButtonLink to={paths.newFollowUp({ company: company.id, kind: 'visit' })} icon="plus" className="max-md:hidden">
					{m.dialogues_follow_up_new_visit()}
				</ButtonLink>
			)}
			{edit && (
				<ButtonLink to={edit.to} icon="edit" className="max-md:hidden">
					{edit.label}
				</ButtonLink>
			)}
			<FavouriteButton kind="company" id={company.id} isFavourite={isStarred} />
			<RecordMenu kind="company" id={company.id} name={company.name} mayRevise={mayRestore} edit={edit} />
		</>
	);
}
