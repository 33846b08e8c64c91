import { and, desc, eq, exists, inArray, isNull, not, or, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { stanceReadable, within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import type { HarvestScope } from '#app/harvest/harvest.ts';
import { ownedOn } from '#app/landowners/open.server.ts';
import { db } from '#db/client.server.ts';
import { landowners, ownerships, properties, stances, topics, units, users } from '#db/schema/index.ts';
import type { Horizon } from '#db/vocabulary.ts';

/** Where an owner stands, as far as the viewer may know. */
export interface StanceLine {
	id: string;
	owner: { id: string; name: string };
	/** Null = the whole holding. */
	property: { id: string; name: string } | null;
	takenOn: string;
	unitName: string;
	/** The talk it was taken down in. */
	dialogueId: string | null;
	/** Null: a position was noted, and `unitName` reads it. */
	position: {
		topic: { id: string; nameDa: string; nameEn: string } | null;
		/** 1 against … 5 wants it. */
		level: number;
		horizon: Horizon | null;
		barriers: string[];
		/** The position before it on the same property and topic. */
		former: { level: number; takenOn: string } | null;
		by: string;
	} | null;
}

const MOST_READ = 500;

const HEADING = {
	id: stances.id,
	landownerId: stances.landownerId,
	propertyId: stances.propertyId,
	owner: { id: landowners.id, name: landowners.name },
	property: { id: properties.id, name: properties.name },
	takenOn: stances.takenOn,
	unitName: units.name,
	dialogueId: stances.dialogueId,
};

/**
 * The current position per owner, property and topic, latest first, with the one before it. Of positions another unit took
 * down only that there is one, per owner and property: neither level nor topic leaves the database.
 */
export async function stancesOf(viewer: Viewer, scope: HarvestScope): Promise<StanceLine[]> {
	const which = scopeOf(scope);
	if (!which || !can(viewer, 'see', 'stance')) return [];
	const valid = and(which, isNull(stances.retractedAt), within(viewer, 'landowners', { archived: true }));
	const [read, withheld] = await Promise.all([readPositions(viewer, valid), withheldPositions(viewer, valid)]);
	return [...read, ...withheld].sort((a, b) => (a.takenOn < b.takenOn ? 1 : a.takenOn > b.takenOn ? -1 : a.id < b.id ? 1 : -1));
}

async function readPositions(viewer: Viewer, valid: SQL | undefined): Promise<StanceLine[]> {
	const rows = await db
		.select({
			...HEADING,
			topic: { id: topics.id, nameDa: topics.nameDa, nameEn: topics.nameEn },
			level: stances.level,
			horizon: stances.horizon,
			barriers: stances.barriers,
			by: users.name,
		})
		.from(stances)
		.innerJoin(landowners, eq(landowners.id, stances.landownerId))
		.innerJoin(units, eq(units.id, stances.unitId))
		.innerJoin(users, eq(users.id, stances.authorId))
		.leftJoin(properties, eq(properties.id, stances.propertyId))
		.leftJoin(topics, eq(topics.id, stances.topicId))
		.where(and(valid, stanceReadable(viewer)))
		.orderBy(desc(stances.takenOn), desc(stances.id))
		.limit(MOST_READ);
	const lines = new Map<string, StanceLine>();
	for (const { landownerId, propertyId, topic, level, horizon, barriers, by, ...heading } of rows) {
		const key = [landownerId, propertyId, topic?.id].join();
		const current = lines.get(key);
		if (!current) lines.set(key, { ...heading, position: { topic, level, horizon, barriers, former: null, by } });
		else if (current.position && !current.position.former) current.position.former = { level, takenOn: heading.takenOn };
	}
	return [...lines.values()];
}

async function withheldPositions(viewer: Viewer, valid: SQL | undefined): Promise<StanceLine[]> {
	const rows = await db
		.select(HEADING)
		.from(stances)
		.innerJoin(landowners, eq(landowners.id, stances.landownerId))
		.innerJoin(units, eq(units.id, stances.unitId))
		.leftJoin(properties, eq(properties.id, stances.propertyId))
		.where(and(valid, not(stanceReadable(viewer))))
		.orderBy(desc(stances.takenOn), desc(stances.id))
		.limit(MOST_READ);
	const lines = new Map<string, StanceLine>();
	for (const { landownerId, propertyId, ...heading } of rows) {
		const key = [landownerId, propertyId, heading.unitName].join();
		if (!lines.has(key)) lines.set(key, { ...heading, position: null });
	}
	return [...lines.values()];
}

function scopeOf(scope: HarvestScope): SQL | undefined {
	if ('dialogueId' in scope) return eq(stances.dialogueId, scope.dialogueId);
	if ('landownerId' in scope) return eq(stances.landownerId, scope.landownerId);
	if ('companyId' in scope)
		return inArray(stances.landownerId, db.select({ id: landowners.id }).from(landowners).where(eq(landowners.companyId, scope.companyId)));
	if ('propertyId' in scope) return ofLand(eq(properties.id, scope.propertyId));
	if ('districtId' in scope) return ofLand(eq(properties.districtId, scope.districtId));
	// A site is used, not owned.
	return undefined;
}

/** Positions on these properties, and those of their present owners on all they have. */
function ofLand(land: SQL): SQL | undefined {
	const held = db
		.select({ id: properties.id })
		.from(properties)
		.where(and(land, eq(properties.id, stances.propertyId)));
	const owned = db
		.select({ id: ownerships.id })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(land, ownedOn(), eq(ownerships.landownerId, stances.landownerId)));
	return or(exists(held), and(isNull(stances.propertyId), exists(owned)));
}
