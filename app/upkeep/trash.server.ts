import { and, desc, eq, gt, inArray, lt, lte, or, type SQL } from 'drizzle-orm';
import { fieldUnits } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden } from '#app/http/errors.ts';
import { db } from '#db/client.server.ts';
import { dialogues, trash, users } from '#db/schema/index.ts';
import { RECORD_KINDS, type RecordKind } from '#db/vocabulary.ts';
import { mayArchive, type PlainKind, RECORD_TABLES, talkName } from './records.server.ts';

/** So long a record thrown away can be fetched back. */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 24 * 3_600_000;
const PAGE = 50;

/** A record thrown away, as the list shows it. */
export interface Trashed {
	kind: RecordKind;
	id: string;
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
	const kinds = RECORD_KINDS.filter((kind): kind is PlainKind => kind !== 'dialogue').filter((kind) => mayArchive(viewer, kind));
	const units = fieldUnits(viewer).map(({ unitId }) => unitId);
	const own = db
		.select({ id: dialogues.id })
		.from(dialogues)
		.where(and(within(viewer, 'dialogues', { archived: true }), or(eq(dialogues.authorId, viewer.id), inArray(dialogues.unitId, units))));
	return or(inArray(trash.kind, kinds), units.length > 0 ? and(eq(trash.kind, 'dialogue'), inArray(trash.recordId, own)) : undefined);
}

/** What these records are called: one statement per kind among them. */
async function namesOf(rows: ReadonlyArray<{ kind: RecordKind; id: string }>): Promise<Map<string, { name: string; version: number }>> {
	const names = new Map<string, { name: string; version: number }>();
	for (const kind of new Set(rows.map((row) => row.kind))) {
		const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
		if (kind === 'dialogue') {
			const talks = await db
				.select({ id: dialogues.id, version: dialogues.version, channel: dialogues.channel, heldOn: dialogues.heldOn })
				.from(dialogues)
				.where(inArray(dialogues.id, ids));
			for (const { id, version, ...talk } of talks) names.set(id, { name: talkName(talk), version });
			continue;
		}
		const table = RECORD_TABLES[kind];
		const records = await db.select({ id: table.id, name: table.name, version: table.version }).from(table).where(inArray(table.id, ids));
		for (const { id, ...record } of records) names.set(id, record);
	}
	return names;
}

export const placeText = ({ at, id }: TrashPlace): string => `${at}_${id}`;

/** The place in an address; null for anything else. */
export function placeFrom(text: string | null): TrashPlace | null {
	const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return at && id ? { at: Number(at), id } : null;
}
