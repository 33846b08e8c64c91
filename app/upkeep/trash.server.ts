import { and, desc, eq, gt, inArray, lt, lte, or, type SQL } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden } from '#app/http/errors.ts';
import { allKinds } from '#app/record/declared.server.ts';
import type { Ref } from '#app/record/kind.server.ts';
import { db } from '#db/client.server.ts';
import { trash, users } from '#db/schema/index.ts';
import { upkeepOf } from './records.server.ts';

/** So long a record thrown away can be fetched back. */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 24 * 3_600_000;
const PAGE = 50;

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

export interface TrashPlace {
	at: number;
	id: string;
}

/**
 * Records thrown away in the last thirty days that the viewer may fetch back, the latest first. Talks are those of the
 * viewer's own or their unit's: of others not even the day is told here.
 */
export async function trashPage(viewer: Viewer, before: TrashPlace | null): Promise<{ rows: Trashed[]; next: TrashPlace | null }> {
	if (!can(viewer, 'see', 'trash')) throw forbidden();
	const reach = reachOf(viewer);
	const found = await db
		.select({ kind: trash.kind, id: trash.recordId, at: trash.trashedAt, by: users.name })
		.from(trash)
		.innerJoin(users, eq(users.id, trash.trashedById))
		.where(and(gt(trash.trashedAt, new Date(Date.now() - KEPT_MS)), reach, before ? behind(before) : undefined))
		.orderBy(desc(trash.trashedAt), desc(trash.recordId))
		.limit(PAGE + 1);
	const page = found.slice(0, PAGE);
	const names = await namesOf(page);
	const last = page.at(-1);
	return {
		rows: page.flatMap((row) => {
			const record = names.get(row.id);
			return record ? [{ ...row, ...record, erasedAt: new Date(row.at.getTime() + KEPT_MS) }] : [];
		}),
		next: found.length > PAGE && last ? { at: last.at.getTime(), id: last.id } : null,
	};
}

function behind({ at, id }: TrashPlace): SQL | undefined {
	const moment = new Date(at);
	return and(lte(trash.trashedAt, moment), or(lt(trash.trashedAt, moment), lt(trash.recordId, id)));
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

export const placeText = ({ at, id }: TrashPlace): string => `${at}_${id}`;

/** The place in an address; null for anything else. */
export function placeFrom(text: string | null): TrashPlace | null {
	const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return at && id ? { at: Number(at), id } : null;
}
