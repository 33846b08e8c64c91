import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { FilteredTimeline } from '#app/dialogues/components/filtered-timeline.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { ownersOfProperty } from '#app/landowners/queries.server.ts';
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
import { cadastralDistrictName } from '../cadastre.server.ts';
import { OwnerList } from '../components/owner-list.tsx';
import { PropertyFacts } from '../components/property-facts.tsx';
import { propertyFor } from '../queries.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.property.name ?? m.landowners_properties_title()} · ${m.shell_product()}` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const property = await propertyFor(viewer, params.propertyId);
	const { id, cadastralDistrict } = property;
	const isPresent = property.archivedAt === null;
	const [owners, former, timeline, stances, isStarred] = await Promise.all([
		ownersOfProperty(viewer, id),
		ownersOfProperty(viewer, id, { former: true }),
		can(viewer, 'see', 'dialogue') ? timelineShown(viewer, { kind: 'property', id }, request) : null,
		stancesOf(viewer, { propertyId: id }),
		isFavourite(viewer, 'property', id),
	]);
	noteOpened(viewer, 'property', id);
	return {
		property,
		cadastralDistrict: cadastralDistrict && cadastralDistrictName(cadastralDistrict),
		owners,
		former,
		timeline,
		stances,
		isStarred,
		mayRestore: can(viewer, 'revise', 'property'),
		mayRevise: can(viewer, 'revise', 'property') && isPresent,
		mayLog: can(viewer, 'log', 'dialogue') && isPresent,
	};
}

export default function Property() {
	const { property, cadastralDistrict, timeline, stances, mayRestore } = useLoaderData<typeof loader>();
	return (
		<Page title={property.name} back={{ to: paths.properties(), label: m.landowners_properties_title() }} meta={<Place />} actions={<Deeds />} wide>
			<ArchivedNotice kind="property" id={property.id} version={property.version} archivedAt={property.archivedAt} mayRestore={mayRestore} />
			<div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
				<div className="min-w-0">
					<Owners />
					{stances.length > 0 && (
						<Section title={m.landowners_stances()}>
							<StanceList stances={stances} />
						</Section>
					)}
					{timeline && (
						<Section title={m.landowners_talks()}>
							<FilteredTimeline timeline={timeline} without={[property.id]} />
						</Section>
					)}
				</div>
				<div className="min-w-0">
					<Section title={m.landowners_facts()}>
						<Card>
							<PropertyFacts property={property} cadastralDistrict={cadastralDistrict} />
						</Card>
					</Section>
				</div>
			</div>
		</Page>
	);
}

function Owners() {
	const { property, owners, former, mayRevise } = useLoaderData<typeof loader>();
	const add = mayRevise && (
		<ButtonLink to={paths.newOwner(property.id)} size="sm" icon="plus">
			{m.landowners_add_owner()}
		</ButtonLink>
	);
	return (
		<Section title={m.landowners_owners()} actions={add}>
			<OwnerList owners={owners} former={former} mayRevise={mayRevise} />
		</Section>
	);
}

function Place() {
	const { districtName, districtColour, districtSlug } = useLoaderData<typeof loader>().property;
	if (!districtName || !districtColour || !districtSlug) return m.landowners_no_district();
	return <DistrictMark name={districtName} colour={districtColour} href={paths.district(districtSlug)} />;
}

function Deeds() {
	const { property, isStarred, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const edit = mayRevise ? { to: paths.editProperty(property.id), label: m.landowners_edit() } : undefined;
	return (
		<>
			{mayLog && (
				<ButtonLink to={paths.newDialogue({ property: property.id })} variant="primary" icon="dialogue">
					{m.landowners_log_talk()}
				</ButtonLink>
			)}
			{edit && (
				<ButtonLink to={edit.to} icon="edit" className={mayLog ? 'max-md:hidden' : undefined}>
					{edit.label}
				</ButtonLink>
			)}
			<FavouriteButton kind="property" id={property.id} isFavourite={isStarred} />
			<RecordMenu kind="property" id={property.id} name={property.name} mayRevise={mayRestore} edit={mayLog ? edit : undefined} />
		</>
	);
}
