import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { districts, properties } from '#db/schema/index.ts';

export async function propertyEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({
			id: properties.id,
			name: properties.name,
			address: properties.address,
			postalCode: properties.postalCode,
			city: properties.city,
			bfe: properties.bfe,
			cadastralDistrict: properties.cadastralDistrict,
			parcelNo: properties.parcelNo,
			no: districts.no,
		})
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(inArray(properties.id, ids), isNull(properties.archivedAt)))
		.orderBy(asc(properties.id));
	return rows.map(({ id, no, name, address, postalCode, city, bfe, cadastralDistrict, parcelNo }) =>
		nameEntry('property', id, no, [name, address], [postalCode, city, bfe, cadastralDistrict, parcelNo]),
	);
}

export const propertyCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({
			...{ id: properties.id, name: properties.name, bfe: properties.bfe, parcelNo: properties.parcelNo, district: districts.name },
			...{ address: properties.address, postalCode: properties.postalCode, city: properties.city },
		})
		.from(properties)
		.leftJoin(districts, eq(districts.id, properties.districtId))
		.where(and(inArray(properties.id, ids), within(viewer, 'properties')));
	return rows.map(({ id, name, bfe, parcelNo, district, ...place }) => ({
		...{ kind: 'property' as const, id, title: name, to: paths.property(id) },
		detail: detailLine(placeLine({ ...place, address: place.address === name ? null : place.address }), parcelNo, bfe && `BFE ${bfe}`, district),
		numbers: [bfe],
	}));
};
