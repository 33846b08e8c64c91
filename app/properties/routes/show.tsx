import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/auth/policy.ts';
import { requireViewer } from '#app/auth/viewer.server.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { TimelineSection } from '#app/dialogues/components/timeline-section.tsx';
import { timelineShown } from '#app/dialogues/timeline-page.server.ts';
import { DistrictMark } from '#app/districts/components/district-mark.tsx';
import { m } from '#app/i18n/paraglide/messages.js';
import { formatArea } from '#app/landowners/area.ts';
import { ownersOfProperty } from '#app/landowners/queries.server.ts';
import { paths } from '#app/paths.ts';
import { isFavourite, noteOpened } from '#app/search/favourites.server.ts';
import { StanceList } from '#app/stances/components/stance-list.tsx';
import { stancesOf } from '#app/stances/queries.server.ts';
import { Columns } from '#app/ui/columns.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Fact, RecordPage } from '#app/ui/record-head.tsx';
import { ArchivedNotice } from '#app/upkeep/components/archived-notice.tsx';
import { RecordDeeds } from '#app/upkeep/components/record-deeds.tsx';
import { cadastralDistrictName } from '../cadastre.server.ts';
import { OwnerSection } from '../components/owner-list.tsx';
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

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Property() {
	const shown = useLoaderData<typeof loader>();
	const { property, owners, former, timeline, stances, mayRevise, mayRestore } = shown;
	const side = (
		<>
			<OwnerSection propertyId={property.id} owners={owners} former={former} mayRevise={mayRevise} />
			{stances.length > 0 && (
				<Section title={m.landowners_stances()}>
					<StanceList stances={stances} />
				</Section>
			)}
		</>
	);
	return (
		<RecordPage
			title={property.name}
			back={{ to: paths.properties(), label: m.landowners_properties_title() }}
			badges={<Place />}
			deeds={<Deeds />}
			facts={factsOf(shown)}
		>
			<ArchivedNotice kind="property" id={property.id} version={property.version} archivedAt={property.archivedAt} mayRestore={mayRestore} />
			<Columns side={side}>{timeline && <TimelineSection timeline={timeline} without={[property.id]} />}</Columns>
		</RecordPage>
	);
}

/** How the registers know a property, and how large it is. */
const factsOf = ({ property, cadastralDistrict }: Shown): Fact[] => [
	{ label: m.landowners_land_area(), value: property.landArea !== null && formatArea(property.landArea) },
	{ label: m.landowners_floor_area(), value: property.floorArea !== null && formatArea(property.floorArea) },
	{ label: m.landowners_use(), value: property.use },
	{ label: m.landowners_address(), value: placeLine(property) },
	{ label: m.landowners_cadastre(), value: [property.parcelNo, cadastralDistrict].filter(Boolean).join(', ') },
	{ label: m.landowners_bfe(), value: property.bfe },
];

function Place() {
	const { districtName, districtColour, districtSlug } = useLoaderData<typeof loader>().property;
	if (!districtName || !districtColour || !districtSlug) return m.landowners_no_district();
	return <DistrictMark name={districtName} colour={districtColour} href={paths.district(districtSlug)} />;
}

function Deeds() {
	const { property, isStarred, mayRestore, mayRevise, mayLog } = useLoaderData<typeof loader>();
	const { id, name } = property;
	return (
		<RecordDeeds
			{...{ kind: 'property', id, name, isStarred, mayArchive: mayRestore }}
			log={mayLog && paths.newDialogue({ property: id })}
			edit={mayRevise && paths.editProperty(id)}
		/>
	);
}
