import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { placeLine } from '#app/companies/place-line.ts';
import { phoneKeys } from '#app/contact-details/phones.server.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { paths } from '#app/paths.ts';
import { type Cards, detailLine } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { landownerKindLabel } from './labels.ts';
import { ownedOn } from './open.server.ts';

export async function landownerEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select()
		.from(landowners)
		.where(and(inArray(landowners.id, ids), isNull(landowners.archivedAt)))
		.orderBy(asc(landowners.id));
	return rows.map(({ id, name, phone, email, address, postalCode, city }) =>
		nameEntry('landowner', id, null, [name], [...phoneKeys(phone), email, address, postalCode, city]),
	);
}

export const landownerCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select()
		.from(landowners)
		.where(and(inArray(landowners.id, ids), within(viewer, 'landowners')));
	return rows.map(({ id, name, kind, phoneKey, address, postalCode, city }) => ({
		...{ kind: 'landowner' as const, id, title: name, to: paths.landowner(id), talk: paths.newDialogue({ landowner: id }) },
		detail: detailLine(landownerKindLabel(kind), placeLine({ address, postalCode, city })),
		numbers: [phoneKey],
	}));
};

/** Owners of land in the district. */
export const ownersIn = (districtId: string) =>
	db
		.select({ id: ownerships.landownerId })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(properties.districtId, districtId), isNull(properties.archivedAt), ownedOn()));
