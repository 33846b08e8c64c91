import { and, asc, inArray, isNull } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import { nameEntry } from '#app/findable/entry.ts';
import { paths } from '#app/paths.ts';
import type { Cards } from '#app/record/card.ts';
import { type Db, db } from '#db/client.server.ts';
import type { Entry } from '#db/full-text.server.ts';
import { districts } from '#db/schema/index.ts';

export async function districtEntries(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await tx
		.select({ id: districts.id, name: districts.name, no: districts.no })
		.from(districts)
		.where(and(inArray(districts.id, ids), isNull(districts.archivedAt)))
		.orderBy(asc(districts.id));
	return rows.map(({ id, name, no }) => nameEntry('district', id, no, [name]));
}

export const districtCards: Cards = async (viewer, ids) => {
	const rows = await db
		.select({ id: districts.id, name: districts.name, slug: districts.slug })
		.from(districts)
		.where(and(inArray(districts.id, ids), within(viewer, 'districts')));
	return rows.map(({ id, name, slug }) => ({ kind: 'district', id, title: name, detail: '', to: paths.district(slug) }));
};
