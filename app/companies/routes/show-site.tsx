import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { Timeline } from '#app/dialogues/components/timeline.tsx';
import { cursorFrom } from '#app/dialogues/dialogue.ts';
import { timelineOf } from '#app/dialogues/queries.server.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { CompanyBadges } from '../components/company-badges.tsx';
import { SiteFacts } from '../components/site-facts.tsx';
import { formerDistrictsOf, siteFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.site.name ?? m.companies_title()} · ${m.shell_product()}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const site = await siteFor(viewer, params.siteId);
	const before = cursorFrom(new URL(request.url).searchParams.get('before'));
	const [history, timeline] = await Promise.all([
		formerDistrictsOf(viewer, site.id),
		can(viewer, 'see', 'dialogue') ? timelineOf(viewer, { kind: 'site', id: site.id }, { before }) : null,
	]);
	return { site, history, timeline, mayRevise: can(viewer, 'revise', 'site'), mayLog: can(viewer, 'log', 'dialogue') };
}

export default function Site() {
	const { site, history, timeline, mayRevise, mayLog } = useLoaderData<typeof loader>();
	return (
		<Page
			title={site.name}
			back={{ to: paths.company(site.companyId), label: site.companyName }}
			wide
			meta={
				<>
					{site.isMain && <Badge tone="accent">{m.companies_is_main()}</Badge>}
					<CompanyBadges isProtected={site.isProtected || site.companyIsProtected} statusGroup={site.ceasedOn ? 'ceased' : site.companyStatusGroup} />
				</>
			}
			actions={
				<>
					{mayLog && (
						<ButtonLink to={paths.newDialogue({ company: site.companyId, site: site.id })} variant="primary" icon="dialogue">
							{m.companies_log_talk()}
						</ButtonLink>
					)}
					{mayRevise && (
						<ButtonLink to={paths.editSite(site.id)} icon="edit">
							{m.companies_edit()}
						</ButtonLink>
					)}
				</>
			}
		>
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
				{timeline && (
					<div className="min-w-0">
						<Section title={m.companies_talks()}>
							<Timeline
								entries={timeline.entries}
								without={[site.id, site.companyId]}
								next={timeline.next && `${paths.site(site.id)}?before=${timeline.next}`}
							/>
						</Section>
					</div>
				)}
				<div className="min-w-0 max-lg:order-first">
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
