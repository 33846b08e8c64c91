import { and, asc, count, desc, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { db } from '#db/client.server.ts';
import { phoneKey } from '#db/phone-key.ts';
import { landowners, ownerships, properties } from '#db/schema/index.ts';
import { beyond, sumOfProducts } from '#db/sql.server.ts';
import type { LandownerFilters } from './list-filters.ts';
import { COUNT_CAP, namePage, PAGE_SIZE } from './name-pages.ts';
import { ownedOn } from './open.server.ts';
import { wordLike } from './queries.server.ts';
import { isMyOwner } from './responsibles.server.ts';

const NAMES = [landowners.sortName, landowners.id];

/** One page of the owners the viewer may see, by name, with what they own today. `districtId` is the filter's, looked up. */
export async function landownersPage(viewer: Viewer, filters: LandownerFilters, districtId: string | null) {
	const where = conditionOf(viewer, filters, districtId);
	const isBackwards = filters.before !== null;
	const place = filters.before ?? filters.after;
	const [found, counted] = await Promise.all([
		db
			.select({
				id: landowners.id,
				name: landowners.name,
				sortName: landowners.sortName,
				kind: landowners.kind,
				lastTalkOn: landowners.lastTalkOn,
			})
			.from(landowners)
			.where(and(where, place ? beyond(NAMES, place, isBackwards ? 'desc' : 'asc') : undefined))
			.orderBy(...NAMES.map((column) => (isBackwards ? desc(column) : asc(column))))
			.limit(PAGE_SIZE + 1),
		db.select({ n: count() }).from(
			db
				.select({ id: landowners.id })
				.from(landowners)
				.where(where)
				.limit(COUNT_CAP + 1)
				.as('capped'),
		),
	]);
	const page = namePage(found, filters, counted[0]?.n ?? 0);
	const holdings = await holdingsOf(
		viewer,
		page.rows.map(({ id }) => id),
	);
	const none: Holding = { properties: 0, landArea: 0, isIncomplete: false };
	return { ...page, rows: page.rows.map((row) => ({ ...row, ...(holdings.get(row.id) ?? none) })) };
}

function conditionOf(viewer: Viewer, { q, kind, isMine }: LandownerFilters, districtId: string | null): SQL | undefined {
	const digits = /^[\d\s+().-]{6,}$/.test(q) ? phoneKey(q) : null;
	return and(
		within(viewer, 'landowners'),
		kind ? eq(landowners.kind, kind) : undefined,
		districtId ? exists(ownedIn(districtId)) : undefined,
		isMine ? isMyOwner(viewer) : undefined,
		q ? or(wordLike(q), digits ? eq(landowners.phoneKey, digits) : undefined) : undefined,
	);
}

const ownedIn = (districtId: string) =>
	db
		.select({ id: ownerships.id })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(ownerships.landownerId, landowners.id), eq(properties.districtId, districtId), ownedOn()));

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
export async function hasLandowners(viewer: Viewer): Promise<boolean> {
	const some = await db.select({ id: landowners.id }).from(landowners).where(within(viewer, 'landowners')).limit(1);
	return some.length > 0;
}
