import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { ContactList } from '#app/contacts/components/contact-list.tsx';
import { contactsOf } from '#app/contacts/queries.server.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { followUpsOf, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { NeedList } from '#app/needs/components/need-list.tsx';
import { needsOf } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { Glance } from '#app/prep/components/glance.tsx';
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordMenu } from '#app/upkeep/components/record-menu.tsx';
import { CompanyBadges } from '../components/company-badges.tsx';
import { SiteFacts } from '../components/site-facts.tsx';
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
		contactsOf(viewer, { siteId: id }, { ended: true }),
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
	return (
		<Page title={site.name} back={{ to: paths.company(site.companyId), label: site.companyName }} wide meta={<Marks />} actions={<Deeds />}>
			<ArchivedNotice kind="site" id={site.id} version={site.version} archivedAt={site.archivedAt} mayRestore={mayRestore} />
			<Glance contacts={contacts.filter(({ toOn }) => toOn === null || toOn > day)} followUps={followUps} talks={timeline?.entries ?? null} />
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
				{timeline && (
					<div className="min-w-0">
						<Section title={m.companies_talks()}>
							<FilteredTimeline timeline={timeline} without={[site.id, site.companyId]} />
						</Section>
						{needs.length > 0 && (
							<Section title={m.companies_needs()}>
								<NeedList needs={needs} today={day} mayRevise={mayRecord} withCompany={false} />
							</Section>
						)}
					</div>
				)}
				<div className="min-w-0">
					<Section title={m.companies_contacts()}>
						<ContactList contacts={contacts} scope={{ siteId: site.id }} mayAdd={mayAddContact} />
					</Section>
					<Section title={m.companies_facts()}>
						<Card>
							<SiteFacts site={site} history={history} />
						</Card>
					</Section>
				</div>
			</div>
		</Page>
	);
}

function Marks() {
	const { site } = useLoaderData<typeof loader>();
	return (
		<>
			{site.isMain && <Badge tone="accent">{m.companies_is_main()}</Badge>}
			<CompanyBadges isProtected={site.isProtected || site.companyIsProtected} statusGroup={site.ceasedOn ? 'ceased' : site.companyStatusGroup} />
		</>
	);
}

function Deeds() {
	const { site, isStarred, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const edit = mayRevise ? { to: paths.editSite(site.id), label: m.companies_edit() } : undefined;
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ company: site.companyId, site: site.id })} variant="primary" icon="dialogue">
					{m.companies_log_talk()}
				</ButtonLink>
			)}
			{edit && (
				<ButtonLink to={edit.to} icon="edit" className="max-md:hidden">
					{edit.label}
				</ButtonLink>
			)}
			<FavouriteButton kind="site" id={site.id} isFavourite={isStarred} />
			<RecordMenu kind="site" id={site.id} name={site.name} mayRevise={mayRestore} edit={edit} />
		</>
	);
}
