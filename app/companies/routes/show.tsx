import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { FollowUpList } from '#app/dialogues/components/follow-up-list.tsx';
import { Timeline } from '#app/dialogues/components/timeline.tsx';
import { cursorFrom } from '#app/dialogues/dialogue.ts';
import { openFollowUpsOf } from '#app/dialogues/follow-ups.server.ts';
import { timelineOf } from '#app/dialogues/queries.server.ts';
import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { industryName } from '#app/districts/industries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { websiteUrl } from '../company-form.server.ts';
import { CompanyBadges } from '../components/company-badges.tsx';
import { CompanyFacts } from '../components/company-facts.tsx';
import { ContactLines } from '../components/contact-lines.tsx';
import { SiteList } from '../components/site-list.tsx';
import { isKnowledgeIntensive } from '../knowledge.server.ts';
import { companyFor, identifiersOf, sitesOf } from '../queries.server.ts';
import { companyFormName, statusName } from '../register-codes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.company.name ?? m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const company = await companyFor(viewer, params.companyId);
	const before = cursorFrom(new URL(request.url).searchParams.get('before'));
	const seesTalks = can(viewer, 'see', 'dialogue');
	const [sites, identifiers, timeline, followUps, industry] = await Promise.all([
		sitesOf(viewer, company.id),
		identifiersOf(viewer, company.id),
		seesTalks ? timelineOf(viewer, { kind: 'company', id: company.id }, { before }) : null,
		seesTalks ? openFollowUpsOf(viewer, { companyId: company.id }) : [],
		industryName(company.industryCode),
	]);
	return {
		company,
		sites,
		identifiers,
		timeline,
		followUps,
		formName: company.formCode && companyFormName(company.formCode),
		statusName: company.status && statusName(company.status),
		industryName: company.industryText ?? industry,
		website: company.website && websiteUrl(company.website),
		isKnowledgeIntensive: isKnowledgeIntensive(company),
		mayRevise: can(viewer, 'revise', 'company'),
		mayOpenSite: can(viewer, 'create', 'site'),
		mayLog: can(viewer, 'log', 'dialogue'),
	};
}

export default function Company() {
	const shown = useLoaderData<typeof loader>();
	const { company, sites, timeline, followUps, website } = shown;
	const [onlySite] = sites.length === 1 ? sites : [];
	return (
		<Page title={company.name} back={{ to: paths.companies(), label: m.companies_title() }} meta={<Marks />} actions={<Deeds />} wide>
			{company.statusGroup === 'distress' && (
				<div className="mb-5">
					<Notice tone="danger" title={shown.statusName ?? m.companies_status_distress()}>
						{m.companies_distress_text()}
					</Notice>
				</div>
			)}
			<div className="mb-5">
				<ContactLines phone={company.phone} email={company.email} website={website} isProtected={company.isProtected} />
			</div>
			{timeline ? (
				<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
					<div className="min-w-0">
						{followUps.length > 0 && (
							<Section title={m.companies_follow_ups()}>
								<FollowUpList items={followUps} back={paths.company(company.id)} withAssignee withCompany={false} />
							</Section>
						)}
						<Section title={m.companies_talks()}>
							<Timeline
								entries={timeline.entries}
								without={[company.id, ...(onlySite ? [onlySite.id] : [])]}
								next={timeline.next && `${paths.company(company.id)}?before=${timeline.next}`}
							/>
						</Section>
					</div>
					<div className="min-w-0">
						<Sites />
						<MasterData />
					</div>
				</div>
			) : (
				<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
					<Sites />
					<MasterData className="lg:mt-0" />
				</div>
			)}
		</Page>
	);
}

function Sites() {
	const { company, sites, mayOpenSite } = useLoaderData<typeof loader>();
	const open = mayOpenSite && (
		<ButtonLink to={paths.newSite(company.id)} size="sm" icon="plus">
			{m.companies_new_site_action()}
		</ButtonLink>
	);
	return (
		<Section title={m.companies_sites()} actions={open} className="min-w-0">
			<SiteList sites={sites} companyName={company.name} />
		</Section>
	);
}

function MasterData({ className }: { className?: string }) {
	return (
		<Section title={m.companies_facts()} className={className}>
			<Card>
				<CompanyFacts {...useLoaderData<typeof loader>()} />
			</Card>
		</Section>
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
	const { company, mayRevise, mayLog } = useLoaderData<typeof loader>();
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ company: company.id })} variant="primary" icon="dialogue">
					{m.companies_log_talk()}
				</ButtonLink>
			)}
			{mayRevise && (
				<ButtonLink to={paths.editCompany(company.id)} icon="edit">
					{m.companies_edit()}
				</ButtonLink>
			)}
		</>
	);
}
