import { and, eq, gt, inArray, or, type SQL } from 'drizzle-orm';
import type { Viewer } from '#app/auth/viewer.ts';
import { type Page, type Position, pageByKey } from '#app/lists/keyset.server.ts';
import { allKinds } from '#app/record/declared.server.ts';
import { demand } from '#app/record/guard.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import { db } from '#db/client.server.ts';
import { trash, users } from '#db/schema/index.ts';
import { upkeepOf } from './records.server.ts';

/** So long a record thrown away can be fetched back. */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 24 * 3_600_000;

/** A record thrown away, as the list shows it. */
export interface Trashed extends Ref {
	name: string;
	/** The version fetching back must name. */
	version: number;
	at: Date;
	by: string;
	/** The day it is erased for good. */
	erasedAt: Date;
}

/**
 * Records thrown away in the last thirty days that the viewer may fetch back, the latest first. Talks are those of the
 * viewer's own or their unit's: of others not even the day is told here.
 */
export async function trashPage(viewer: Viewer, position: Position = {}): Promise<Page<Trashed>> {
	demand(viewer, 'see', 'trash');
	const kept = and(gt(trash.trashedAt, new Date(Date.now() - KEPT_MS)), reachOf(viewer));
	const read = (which: SQL | undefined, order: SQL[], limit: number) =>
		db
			.select({ kind: trash.kind, id: trash.recordId, at: trash.trashedAt, by: users.name })
			.from(trash)
			.innerJoin(users, eq(users.id, trash.trashedById))
			.where(and(kept, which))
			.orderBy(...order)
			.limit(limit);
	const page = await pageByKey(read, { by: { at: trash.trashedAt, id: trash.recordId }, isDescending: true }, position);
	const names = await namesOf(page.rows);
	return {
		...page,
		rows: page.rows.flatMap((row) => {
			const record = names.get(row.id);
			return record ? [{ ...row, ...record, erasedAt: new Date(row.at.getTime() + KEPT_MS) }] : [];
		}),
	};
}

function reachOf(viewer: Viewer): SQL | undefined {
	const whole: string[] = [];
	const parts: Array<SQL | undefined> = [];
	for (const { kind, upkeep } of allKinds()) {
		const reach = upkeep?.trash(viewer) ?? false;
		if (reach === true) whole.push(kind);
		else if (reach) parts.push(and(eq(trash.kind, kind), inArray(trash.recordId, reach)));
	}
	return or(inArray(trash.kind, whole), ...parts);
}

/** What these records are called: one statement per kind among them. */
async function namesOf(rows: readonly Ref[]): Promise<Map<string, { name: string; version: number }>> {
	const kinds = [...new Set(rows.map((row) => row.kind))];
	const named = await Promise.all(kinds.map((kind) => upkeepOf(kind).names(rows.filter((row) => row.kind === kind).map(({ id }) => id))));
	return new Map(named.flat().map(({ id, ...record }) => [id, record]));
}
