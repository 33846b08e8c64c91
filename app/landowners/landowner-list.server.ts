import { and, count, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import { peopleOptions } from '#app/auth/people-options.server.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { districtOptions, idOfDistrict } from '#app/districts/queries.server.ts';
import { idsByNumber } from '#app/findable/by-number.server.ts';
import { archivedIn } from '#app/lists/archived.ts';
import { counted } from '#app/lists/keyset.server.ts';
import type { ListState } from '#app/lists/list.ts';
import { source } from '#app/lists/source.server.ts';
import { db } from '#db/client.server.ts';
import { phoneKey } from '#db/phone-key.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { sumOfProducts } from '#db/sql.server.ts';
import { LANDOWNER_KINDS } from '#db/vocabulary.ts';
import { LANDOWNER_LIST, type LandownerRow } from './list.tsx';
import { ownedOn } from './open.server.ts';
import { wordLike } from './queries.server.ts';
import { isInChargeOfOwner, isOwnerOf } from './responsibles.server.ts';

const BY_NAME = { sortName: landowners.sortName, id: landowners.id };

/** The owners the viewer may see, by name, with what they own today. */
export const landownerList = source({
	list: LANDOWNER_LIST,
	isAny: hasLandowners,
	// When an owner was last talked to is part of the talk's heading.
	hidden: (viewer) => (can(viewer, 'see', 'dialogue') ? [] : ['talk']),
	choices: { district: districtOptions, person: () => peopleOptions(isInChargeOfOwner()) },
	async ask(viewer, state) {
		const where = await conditionOf(viewer, state);
		return {
			read: (which, order, limit) =>
				db
					.select({ ...BY_NAME, name: landowners.name, kind: landowners.kind, lastTalkOn: landowners.lastTalkOn })
					.from(landowners)
					.where(and(where, which))
					.orderBy(...order)
					.limit(limit),
			order: { by: BY_NAME },
			count: () => counted(landowners, where),
		};
	},
	async rows(viewer, found): Promise<LandownerRow[]> {
		const holdings = await holdingsOf(
			viewer,
			found.map(({ id }) => id),
		);
		const seesTalks = can(viewer, 'see', 'dialogue');
		return found.map(({ id, name, kind, lastTalkOn }) => ({
			...{ id, name, kind, lastTalkOn: (seesTalks && lastTalkOn) || undefined },
			...(holdings.get(id) ?? { properties: 0, landArea: 0, isIncomplete: false }),
		}));
	},
});

async function conditionOf(viewer: Viewer, { q, is }: ListState<keyof typeof LANDOWNER_LIST.filters>): Promise<SQL | undefined> {
	const ids = q ? await idsByNumber('landowner', q) : null;
	const kind = LANDOWNER_KINDS.find((one) => one === is.kind);
	return and(
		within(viewer, 'landowners', archivedIn(is)),
		kind && eq(landowners.kind, kind),
		is.district ? exists(ownedIn(is.district)) : undefined,
		is.responsible ? isOwnerOf(viewer.id) : undefined,
		is.person ? isOwnerOf(is.person) : undefined,
		q ? or(wordLike(q), ids ? or(inArray(landowners.id, ids), eq(landowners.phoneKey, phoneKey(q) ?? '')) : undefined) : undefined,
	);
}

const ownedIn = (slug: string) =>
	db
		.select({ id: ownerships.id })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(ownerships.landownerId, landowners.id), eq(properties.districtId, idOfDistrict(slug)), ownedOn()));

/** What an owner owns today. */
export interface Holding {
	properties: number;
	/** Square metres of land by the owner's shares, to the nearest. */
	landArea: number;
	/** True where a share or an area is unknown: the real figure is larger. */
	isIncomplete: boolean;
}

/** The holdings of several owners in one statement: one row per owner and denominator, so that shares add up exactly. */
export async function holdingsOf(viewer: Viewer, landownerIds: readonly string[]): Promise<Map<string, Holding>> {
	if (landownerIds.length === 0) return new Map();
	const rows = await db
		.select({
			landownerId: ownerships.landownerId,
			shareIn: ownerships.shareIn,
			parts: sumOfProducts(properties.landArea, ownerships.shareOf),
			rows: count(),
			areas: count(properties.landArea),
		})
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(inArray(ownerships.landownerId, [...landownerIds]), ownedOn(), within(viewer, 'properties')))
		.groupBy(ownerships.landownerId, ownerships.shareIn);
	const areas = new Map<string, Holding & { exact: number }>();
	for (const row of rows) {
		const sum = areas.get(row.landownerId) ?? { properties: 0, landArea: 0, isIncomplete: false, exact: 0 };
		const exact = sum.exact + (row.shareIn ? Number(row.parts ?? 0) / row.shareIn : 0);
		areas.set(row.landownerId, {
			properties: sum.properties + row.rows,
			landArea: Math.round(exact),
			isIncomplete: sum.isIncomplete || row.shareIn === null || row.areas < row.rows,
			exact,
		});
	}
	return areas;
}

/** True while nobody at all is written down: the list then teaches instead of saying "no hits". */
async function hasLandowners(viewer: Viewer): Promise<boolean> {
	const some = await db.select({ id: landowners.id }).from(landowners).where(within(viewer, 'landowners')).limit(1);
	return some.length > 0;
}
