import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { KnowledgeShare } from '#app/companies/components/knowledge-share.tsx';
import { knowledgeShareOf, profileOf } from '#app/companies/district-profile.server.ts';
import { divisionBars, sizeBars } from '#app/companies/profile-bars.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { openIssuesIn } from '#app/issues/queries.server.ts';
import { ownersIn } from '#app/landowners/counts.server.ts';
import { openNeedsIn } from '#app/needs/queries.server.ts';
import { paths } from '#app/paths.ts';
import { propertiesIn } from '#app/properties/counts.server.ts';
import { FavouriteButton } from '#app/search/components/favourite-button.tsx';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { BarList } from '#app/ui/bar-list.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Facts, Page, Section } from '#app/ui/page.tsx';
import { Stat } from '#app/ui/stat.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordMenu } from '#app/upkeep/components/record-menu.tsx';
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

export default function District() {
	const { district, drawing, divisions, sizes, knowledge, timeline, mayArchive } = useLoaderData<typeof loader>();
	return (
		<Page
			title={
				<span className="inline-flex items-baseline gap-2.5">
					<DistrictDot colour={district.colour} />
					{district.name}
				</span>
			}
			back={{ to: paths.districts(), label: m.districts_title() }}
			actions={<Deeds />}
			wide
		>
			<ArchivedNotice kind="district" id={district.id} version={district.version} archivedAt={district.archivedAt} mayRestore={mayArchive} />
			{/* On a phone one column, with the outline (no stop for the keyboard) right after the identity. */}
			<div className="flex flex-col gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:items-start">
				<div className="min-w-0 max-lg:contents">
					<Identity />
					<Figures />
					{timeline && (
						<Section title={m.districts_talks()}>
							<FilteredTimeline timeline={timeline} leadsWithFirm without={[district.slug]} />
						</Section>
					)}
				</div>
				<div className="min-w-0 max-lg:contents">
					<div className="max-lg:-order-1 max-lg:mb-5">
						{drawing ? (
							<OutlineMap slug={district.slug} name={district.name} colour={district.colour} drawing={drawing} note={district.boundaryNote} />
						) : (
							<EmptyState title={m.districts_no_outline_title()} text={m.districts_no_outline_text()} />
						)}
					</div>
					<Section title={m.districts_by_industry()}>
						<Card>{divisions.length > 0 ? <BarList items={divisions} caption={m.districts_by_industry()} /> : m.districts_no_companies()}</Card>
					</Section>
					<Section title={m.districts_by_size()}>
						<Card>{sizes.length > 0 ? <BarList items={sizes} caption={m.districts_by_size()} /> : m.districts_no_companies()}</Card>
					</Section>
					<Section title={m.districts_knowledge()}>
						<KnowledgeShare share={knowledge} />
					</Section>
				</div>
			</div>
		</Page>
	);
}

function Deeds() {
	const { district, isStarred, mayRevise, mayArchive } = useLoaderData<typeof loader>();
	return (
		<>
			{mayRevise && (
				<ButtonLink to={paths.editDistrict(district.slug)} icon="edit">
					{m.districts_edit()}
				</ButtonLink>
			)}
			<FavouriteButton kind="district" id={district.id} isFavourite={isStarred} />
			<RecordMenu kind="district" id={district.id} name={district.name} mayRevise={mayArchive} />
		</>
	);
}

function Identity() {
	const { district, target } = useLoaderData<typeof loader>();
	return (
		<div className="max-lg:-order-2">
			{district.identity && <p className="mb-5 max-w-prose text-pretty text-lg">{district.identity}</p>}
			<div className="mb-5">
				<Facts
					items={[
						{ label: m.districts_responsible(), value: district.responsible },
						{ label: m.districts_target(), value: target.length > 0 && <Chips names={target.map(({ name }) => name)} /> },
					]}
				/>
			</div>
		</div>
	);
}

const Chips = ({ names }: { names: readonly string[] }) => (
	<ul className="flex flex-wrap gap-1.5">
		{names.map((name) => (
			<li key={name} className="flex min-w-0">
				<Badge wraps>{name}</Badge>
			</li>
		))}
	</ul>
);

function Figures() {
	const { district, counts } = useLoaderData<typeof loader>();
	const here = { district: district.slug };
	return (
		<div className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-2 md:gap-3">
			<Stat label={m.districts_companies()} value={formatNumber(district.companies)} to={paths.companies({ district: district.slug })} />
			<Stat label={m.districts_sites()} value={formatNumber(district.sites)} />
			<Stat label={m.districts_heads()} value={formatNumber(district.headcount)} />
			<Stat label={m.districts_owners()} value={counts.owners} to={paths.landowners(here)} />
			<Stat label={m.districts_properties()} value={counts.properties} to={paths.properties(here)} />
			{counts.needs !== null && <Stat label={m.districts_needs()} value={counts.needs} to={paths.needs(here)} />}
			{counts.issues !== null && <Stat label={m.districts_issues()} value={counts.issues} to={paths.issues(here)} />}
		</div>
	);
}
