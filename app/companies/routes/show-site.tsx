import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { ContactSection } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { followUpsOf, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { NeedList } from '#app/needs/components/need-list.tsx';
import { needsOf } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Glance } from '#app/prep/components/glance.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Section } from '#app/ui/page.tsx';
import { RecordPage } from '#app/ui/record-head.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { CompanyBadges } from '../components/company-badges.tsx';
import { SiteDistrict, SiteFacts, siteHeadFacts } from '../components/site-facts.tsx';
import { formerDistrictsOf, siteFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.site.name ?? m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const site = await siteFor(viewer, params.siteId);
	const { id, companyId } = site;
	const isThere = site.archivedAt === null;
	noteOpened(viewer, 'site', id);
	const seesTalks = can(viewer, 'see', 'dialogue');
	const [history, contacts, timeline, followUps, needs, isStarred] = await Promise.all([
		formerDistrictsOf(viewer, id),
		contactsOf(viewer, { siteId: id }, { others: true }),
		seesTalks ? timelineShown(viewer, { kind: 'site', id }, request) : null,
		// What was promised, was promised to the firm.
		seesTalks ? followUpsOf(viewer, { companyId }) : [],
		seesTalks ? needsOf(viewer, { siteId: id }) : [],
		isFavourite(viewer, 'site', id),
	]);
	return {
		...{ site, history, contacts, timeline, needs, isStarred },
		followUps: promisesFirst(followUps),
		day: today(),
		mayRestore: can(viewer, 'revise', 'site'),
		mayRevise: isThere && can(viewer, 'revise', 'site'),
		mayAddContact: isThere && can(viewer, 'create', 'contact'),
		mayRecord: can(viewer, 'record', 'need'),
		mayLog: isThere && can(viewer, 'log', 'dialogue'),
	};
}

export default function Site() {
	const { site, history, contacts, timeline, followUps, needs, day, mayRestore, mayAddContact, mayRecord } = useLoaderData<typeof loader>();
	const side = (
		<>
			<ContactSection contacts={contacts} scope={{ siteId: site.id }} mayAdd={mayAddContact} />
			<Section title={m.companies_facts()}>
				<Card>
					<SiteFacts site={site} history={history} />
				</Card>
			</Section>
		</>
	);
	return (
		<RecordPage
			title={site.name}
			back={{ to: paths.company(site.companyId), label: site.companyName }}
			badges={<Badges />}
			deeds={<Deeds />}
			facts={siteHeadFacts(site)}
		>
			<ArchivedNotice kind="site" id={site.id} version={site.version} archivedAt={site.archivedAt} mayRestore={mayRestore} />
			<Glance contacts={contacts.filter(({ toOn }) => toOn === null || toOn > day)} followUps={followUps} talks={timeline?.entries ?? null} />
			<Columns side={side}>
				{timeline && <TimelineSection timeline={timeline} without={[site.id, site.companyId]} />}
				{needs.length > 0 && (
					<Section title={m.companies_needs()}>
						<NeedList needs={needs} today={day} mayRevise={mayRecord} withCompany={false} />
					</Section>
				)}
			</Columns>
		</RecordPage>
	);
}

function Badges() {
	const { site } = useLoaderData<typeof loader>();
	return (
		<>
			<SiteDistrict site={site} />
			{site.isMain && <Badge tone="accent">{m.companies_is_main()}</Badge>}
			<CompanyBadges isProtected={site.isProtected || site.companyIsProtected} statusGroup={site.ceasedOn ? 'ceased' : site.companyStatusGroup} />
		</>
	);
}

function Deeds() {
	const { site, isStarred, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const { id, name, companyId } = site;
	return (
		<RecordDeeds
			{...{ kind: 'site', id, name, isStarred, mayArchive: mayRestore }}
			log={mayLog && paths.newDialogue({ company: companyId, site: id })}
			edit={mayRevise && paths.editSite(id)}
		/>
	);
}
