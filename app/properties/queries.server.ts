import { and, asc, eq, getTableColumns, isNotNull, like, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { notFound } from '#app/http/errors.ts';
import { shareOf } from '#app/landowners/share.ts';
import { db } from '#db/client.server.ts';
import { fold, sortName } from '#db/fold.ts';
import { isId } from '#db/new-id.ts';
import { districts, landowners, ownerships, properties } from '#db/schema/index.ts';
import { cadastralDistrictText } from './cadastre.server.ts';

/** One property with its district; archived ones too, since old records point at them. */
export async function propertyFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const { sortName: _sort, addressKey: _key, ...columns } = getTableColumns(properties);
	const [property] = await db
		.select({ ...columns, districtName: districts.name, districtSlug: districts.slug, districtColour: districts.colour })
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(eq(properties.id, id), within(viewer, 'properties', { archived: true })));
	if (!property) throw notFound();
	return property;
}

/** A property as a picker offers it. */
export interface PropertyHit {
	id: string;
	name: string;
	/** What tells two of one name apart: district, parcel, town. */
	detail: string;
}

/** Up to twelve properties for what is typed: the beginning of a word of the name or the address, a BFE or a parcel number. */
export async function propertyHits(viewer: Viewer, typed: string): Promise<PropertyHit[]> {
	const like = propertyLike(typed);
	if (!like) return [];
	const rows = await db
		.select({
			id: properties.id,
			name: properties.name,
			city: properties.city,
			parcelNo: properties.parcelNo,
			bfe: properties.bfe,
			districtName: districts.name,
		})
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(like, within(viewer, 'properties')))
		.orderBy(asc(properties.sortName), asc(properties.id))
		.limit(12);
	return rows.map(({ id, name, city, parcelNo, bfe, districtName }) => ({
		id,
		name,
		detail: [districtName, parcelNo, bfe && `BFE ${bfe}`, city].filter(Boolean).join(' · '),
	}));
}

/** Properties found by what is typed into a list or a picker; undefined when it holds nothing to look for. */
export function propertyLike(typed: string): SQL | undefined {
	const [word, name] = [fold(typed.slice(0, 100)), sortName(typed.slice(0, 100))];
	const number = typed.replace(/\s/g, '').toLowerCase();
	if (!word || !name) return undefined;
	return or(
		like(properties.sortName, `${name}%`),
		like(properties.sortName, `% ${name}%`),
		like(properties.addressKey, `${word}%`),
		eq(properties.bfe, number),
		eq(properties.parcelNo, number),
	);
}

/** One ownership with its owner's and property's names, for its own page. */
export async function ownershipFor(viewer: Viewer, id: string | undefined) {
	if (!isId(id)) throw notFound();
	const [row] = await db
		.select({
			id: ownerships.id,
			version: ownerships.version,
			shareOf: ownerships.shareOf,
			shareIn: ownerships.shareIn,
			fromOn: ownerships.fromOn,
			toOn: ownerships.toOn,
			archivedAt: ownerships.archivedAt,
			landowner: { id: landowners.id, name: landowners.name },
			property: { id: properties.id, name: properties.name },
		})
		.from(ownerships)
		.innerJoin(landowners, eq(landowners.id, ownerships.landownerId))
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(ownerships.id, id), within(viewer, 'properties', { archived: true }), within(viewer, 'landowners', { archived: true })));
	if (!row || row.archivedAt) throw notFound();
	const { shareOf: of, shareIn, archivedAt: _, ...shown } = row;
	return { ...shown, share: shareOf(of, shareIn) };
}

/** Cadastral districts that properties lie in already, to choose from; at most fifty. */
export async function cadastralDistrictsInUse(viewer: Viewer): Promise<string[]> {
	const rows = await db
		.selectDistinct({ code: properties.cadastralDistrict })
		.from(properties)
		.where(and(isNotNull(properties.cadastralDistrict), within(viewer, 'properties')))
		.orderBy(asc(properties.cadastralDistrict))
		.limit(50);
	return rows.flatMap(({ code }) => (code ? [cadastralDistrictText(code)] : []));
}
