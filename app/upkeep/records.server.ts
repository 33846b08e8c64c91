import { and, eq } from 'drizzle-orm';
import { mayRevise, mayWithdraw } from '#app/auth/acting.ts';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { forbidden, notFound } from '#app/http/errors.ts';
import { formatDay } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';
import { channelLabel } from '#app/touches/channel-labels.ts';
import { type Db, db } from '#db/client.server.ts';
import { isId } from '#db/new-id.ts';
import { companies, contacts, dialogues, districts, landowners, properties, sites, trash } from '#db/schema/index.ts';
import type { RecordKind } from '#db/vocabulary.ts';
import { isRecordKind, recordPath } from './record.ts';

export const RECORD_TABLES = { company: companies, site: sites, landowner: landowners, property: properties, contact: contacts, district: districts };
const SCOPES = {
	company: 'companies',
	site: 'sites',
	landowner: 'landowners',
	property: 'properties',
	contact: 'contacts',
	district: 'districts',
	dialogue: 'dialogues',
} as const;

/** Records that are put away by their own version; a talk is taken back instead. */
export type PlainKind = keyof typeof RECORD_TABLES;

/** What every record of the product has in common. */
export interface UpkeepRecord {
	kind: RecordKind;
	id: string;
	name: string;
	path: string;
	version: number;
	archivedAt: Date | null;
	/** The firm a site belongs to. */
	companyId: string | null;
	slug: string | null;
	mayReadHistory: boolean;
	mayRevert: boolean;
	mayArchive: boolean;
}

/**
 * The record an address names, archived ones included. 403 when nothing of its kind is the viewer's to see, 404 when there
 * is none. Who may read its history, put it away and take changes back stands with it.
 */
export async function recordFor(viewer: Viewer, kind: string | undefined, id: string | undefined): Promise<UpkeepRecord> {
	if (!isRecordKind(kind)) throw notFound();
	if (!can(viewer, 'see', kind)) throw forbidden();
	if (!isId(id)) throw notFound();
	const record = kind === 'dialogue' ? await talk(viewer, id) : await plain(viewer, kind, id);
	if (!record) throw notFound();
	return record;
}

async function plain(viewer: Viewer, kind: PlainKind, id: string): Promise<UpkeepRecord | null> {
	const table = RECORD_TABLES[kind];
	const [row] = await db
		.select({
			name: table.name,
			version: table.version,
			archivedAt: table.archivedAt,
			...(kind === 'site' && { companyId: sites.companyId }),
			...(kind === 'district' && { slug: districts.slug }),
		})
		.from(table)
		.where(and(eq(table.id, id), within(viewer, SCOPES[kind], { archived: true })));
	if (!row) return null;
	const { name, version, archivedAt, companyId = null, slug = null } = row;
	return {
		...{ kind, id, name, version, archivedAt, companyId, slug },
		path: recordPath(kind, { id, slug }),
		mayReadHistory: true,
		mayRevert: can(viewer, 'revise', kind),
		mayArchive: mayArchive(viewer, kind),
	};
}

/** Who revises a record puts it away too; a district is the administrator's, like its creation. */
export const mayArchive = (viewer: Viewer, kind: PlainKind): boolean =>
	kind === 'district' ? can(viewer, 'create', 'district') : can(viewer, 'revise', kind);

/** A talk's history holds every part of it: it is read by those who may revise it, never by its heading's readers. */
async function talk(viewer: Viewer, id: string): Promise<UpkeepRecord | null> {
	const [row] = await db
		.select({
			channel: dialogues.channel,
			heldOn: dialogues.heldOn,
			unitId: dialogues.unitId,
			authorId: dialogues.authorId,
			version: dialogues.version,
			archivedAt: dialogues.archivedAt,
		})
		.from(dialogues)
		.where(and(eq(dialogues.id, id), within(viewer, 'dialogues', { archived: true })));
	if (!row) return null;
	const isReviser = mayRevise(viewer, row);
	return {
		kind: 'dialogue',
		id,
		name: talkName(row),
		path: recordPath('dialogue', { id }),
		version: row.version,
		archivedAt: row.archivedAt,
		companyId: null,
		slug: null,
		mayReadHistory: isReviser,
		mayRevert: isReviser,
		mayArchive: mayWithdraw(viewer, row),
	};
}

export const talkName = ({ channel, heldOn }: Pick<typeof dialogues.$inferSelect, 'channel' | 'heldOn'>): string =>
	m.upkeep_talk_of({ channel: channelLabel(channel), day: formatDay(heldOn) });

/** When and by whom a record was thrown away; null when it only is archived, or neither. */
export async function trashedLine(tx: Db, { kind, id }: { kind: RecordKind; id: string }) {
	const [row] = await tx
		.select({ at: trash.trashedAt, byId: trash.trashedById })
		.from(trash)
		.where(and(eq(trash.kind, kind), eq(trash.recordId, id)));
	return row ?? null;
}
