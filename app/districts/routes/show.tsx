import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { KnowledgeShare } from '#app/companies/components/knowledge-share.tsx';
import { knowledgeShareOf, profileOf } from '#app/companies/district-profile.server.ts';
import { divisionBars, sizeBars } from '#app/companies/profile-bars.ts';
import { lastTalk, TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { isTimelineFiltered } from '#app/dialogues/timeline-filters.ts';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { openIssuesIn } from '#app/issues/queries.server.ts';
import { ownersIn } from '#app/landowners/counts.server.ts';
import { openNeedsIn } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { propertiesIn } from '#app/properties/counts.server.ts';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { BarList } from '#app/ui/bar-list.tsx';
import { Card } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Fact, RecordPage } from '#app/ui/record-head.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { DistrictDot } from '../components/district-mark.tsx';
import { OutlineMap } from '../components/outline-map.tsx';
import { divisionNames } from '../industries.server.ts';
import { drawingOf, sketchOf } from '../outline.ts';
import { districtFor, neighboursOf, pointsIn } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.district.name ?? m.districts_title()} · ${m.shell_product()}` }];

const TALKS = 8;
/** Needs and issues are counted so far, then "100+"; owners and properties a little further. */
const COUNTED = 100;
const OWNERS_COUNTED = 1_000;

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const { boundary, ...district } = await districtFor(viewer, params.slug);
	const { id } = district;
	noteOpened(viewer, 'district', id);
	const seesTalks = can(viewer, 'see', 'dialogue');
	const [neighbours, points, profile, knowledge, timeline, names] = await Promise.all([
		boundary ? neighboursOf(viewer, district.id) : [],
		boundary ? pointsIn(viewer, district.id) : [],
		profileOf(viewer, district.id),
		knowledgeShareOf(viewer, district.id),
		seesTalks ? timelineShown(viewer, { kind: 'district', id }, request, { limit: TALKS }) : null,
		divisionNames(),
	]);
	const [owners, land, needs, issues, isStarred] = await Promise.all([
		ownersIn(viewer, id, OWNERS_COUNTED),
		propertiesIn(viewer, id, OWNERS_COUNTED),
		seesTalks ? openNeedsIn(viewer, id, COUNTED) : null,
		seesTalks ? openIssuesIn(viewer, id, COUNTED) : null,
		isFavourite(viewer, 'district', id),
	]);
	return {
		district,
		drawing: boundary && sketchOf(drawingOf(boundary, neighbours, points)),
		divisions: divisionBars(district.slug, profile.divisions, names),
		sizes: sizeBars(district.slug, profile.sizes),
		target: district.targetDivisions.map((code) => ({ code, name: names.get(code) ?? code })),
		knowledge,
		timeline,
		counts: {
			owners: figureOf(owners, OWNERS_COUNTED),
			properties: figureOf(land, OWNERS_COUNTED),
			needs: needs === null ? null : figureOf(needs, COUNTED),
			issues: issues === null ? null : figureOf(issues, COUNTED),
		},
		isStarred,
		mayRevise: can(viewer, 'revise', 'district') && district.archivedAt === null,
		mayArchive: can(viewer, 'create', 'district'),
	};
}

const figureOf = (count: number, cap: number) => (count > cap ? `${formatNumber(cap)}+` : formatNumber(count));

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function District() {
	const shown = useLoaderData<typeof loader>();
	const { district, drawing, divisions, sizes, knowledge, timeline, counts, mayArchive } = shown;
	const side = (
		<>
			{/* No stop for the keyboard: on a phone the outline comes right after the head. */}
			{drawing ? (
				<div className="max-lg:-order-1">
					<OutlineMap slug={district.slug} name={district.name} colour={district.colour} drawing={drawing} note={district.boundaryNote} />
				</div>
			) : (
				<p className="text-muted text-sm">{m.districts_no_outline()}</p>
			)}
			<Bars title={m.districts_by_industry()} bars={divisions} />
			<Bars title={m.districts_by_size()} bars={sizes} />
			<Section title={m.districts_knowledge()}>
				<KnowledgeShare share={knowledge} district={district.slug} />
			</Section>
		</>
	);
	return (
		<RecordPage
			title={district.name}
			mark={<DistrictDot colour={district.colour} />}
			back={{ to: paths.districts(), label: m.districts_title() }}
			badges={counts.needs && counts.issues && <Open needs={counts.needs} issues={counts.issues} district={district.slug} />}
			deeds={<Deeds />}
			facts={factsOf(shown)}
		>
			<ArchivedNotice kind="district" id={district.id} version={district.version} archivedAt={district.archivedAt} mayRestore={mayArchive} />
			<Columns side={side}>
				<Identity />
				{timeline && <TimelineSection timeline={timeline} title={m.districts_talks()} leadsWithFirm without={[district.slug]} />}
			</Columns>
		</RecordPage>
	);
}

/** What stands open there. */
const Open = ({ needs, issues, district }: { needs: string; issues: string; district: string }) => (
	<>
		<a href={paths.needs({ district })} className="hover:underline" data-figures>
			{m.districts_needs()}: {needs}
		</a>
		<a href={paths.issues({ district })} className="hover:underline" data-figures>
			{m.districts_issues()}: {issues}
		</a>
	</>
);

function factsOf({ district, counts, timeline }: Shown): Fact[] {
	const here = { district: district.slug };
	const [latest] = timeline && timeline.newest === null && !isTimelineFiltered(timeline.state) ? timeline.entries : [];
	const figure = (label: string, value: string, to: string) => ({ label, value: <a href={to}>{value}</a> });
	return [
		{ label: m.districts_responsible(), value: district.responsible },
		{
			...figure(m.districts_companies(), formatNumber(district.companies), paths.companies(here)),
			note: (
				<a href={paths.sites(here)}>
					{m.districts_sites()}: {formatNumber(district.sites)}
				</a>
			),
		},
		figure(m.districts_heads(), formatNumber(district.headcount), paths.sites({ ...here, heads: 'known' })),
		figure(m.districts_owners(), counts.owners, paths.landowners(here)),
		figure(m.districts_properties(), counts.properties, paths.properties(here)),
		...(latest ? [lastTalk(latest.heldOn)] : []),
	];
}

function Deeds() {
	const { district, isStarred, mayRevise, mayArchive } = useLoaderData<typeof loader>();
	const { id, name, slug } = district;
	return <RecordDeeds {...{ kind: 'district', id, name, isStarred, mayArchive }} edit={mayRevise && paths.editDistrict(slug)} />;
}

/** What the district wants to be, and which industries it wants. */
function Identity() {
	const { district, target } = useLoaderData<typeof loader>();
	if (!district.identity && target.length === 0) return null;
	return (
		<div className="space-y-4">
			{district.identity && <p className="max-w-prose text-pretty text-lg">{district.identity}</p>}
			{target.length > 0 && (
				<ul aria-label={m.districts_target()} className="flex flex-wrap items-baseline gap-1.5">
					<li aria-hidden="true" className="mr-1 text-muted text-sm">
						{m.districts_target()}
					</li>
					{target.map(({ code, name }) => (
						<li key={code} className="flex min-w-0">
							<Badge wraps>{name}</Badge>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

const Bars = ({ title, bars }: { title: string; bars: Shown['sizes'] }) => (
	<Section title={title} none={bars.length === 0 && m.districts_no_companies()}>
		{bars.length > 0 && (
			<Card>
				<BarList items={bars} caption={title} />
			</Card>
		)}
	</Section>
);
