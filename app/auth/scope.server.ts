import { type AnyColumn, and, eq, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client.server.ts';
import {
	companies,
	contacts,
	dialogues,
	districts,
	followUps,
	issues,
	landowners,
	properties,
	sites,
	skillNeeds,
	stances,
	trash,
} from '#db/schema/index.ts';
import { can, fieldMemberships, isLeading, type Noun } from './policy.ts';
import type { Viewer } from './viewer.ts';

const NOTHING = sql`1 = 0`;
/** Rows that viewers may know of by the rights of a noun; those put away stand in `archivedAt`. */
export interface Scoped {
	noun: Noun;
	table: { id: AnyColumn; archivedAt: AnyColumn };
}

const SCOPES = {
	companies: { noun: 'company', table: companies },
	contacts: { noun: 'contact', table: contacts },
	dialogues: { noun: 'dialogue', table: dialogues },
	districts: { noun: 'district', table: districts },
	followUps: { noun: 'followUp', table: followUps },
	issues: { noun: 'issue', table: issues },
	landowners: { noun: 'landowner', table: landowners },
	properties: { noun: 'property', table: properties },
	sites: { noun: 'site', table: sites },
	skillNeeds: { noun: 'need', table: skillNeeds },
} as const satisfies Record<string, Scoped>;

/**
 * The rows of a table this viewer may know of: the condition every query on it carries, lists, counts and
 * exports alike. Archived rows are left out unless `archived` is asked for, 'only' for those alone. A kind of record may be
 * asked for by itself.
 */
export function within(viewer: Viewer, rows: keyof typeof SCOPES | Scoped, { archived = false }: { archived?: boolean | 'only' } = {}): SQL {
	const { noun, table } = typeof rows === 'string' ? SCOPES[rows] : rows;
	const present = archived === 'only' ? putAway(noun, table) : archived ? undefined : isNull(table.archivedAt);
	return and(can(viewer, 'see', noun) ? undefined : NOTHING, present) ?? sql`1 = 1`;
}

/** Archived and not thrown away: what is in the trash stands there. */
const putAway = (noun: Noun, table: Scoped['table']): SQL | undefined =>
	and(
		isNotNull(table.archivedAt),
		notExists(
			db
				.select({ id: trash.recordId })
				.from(trash)
				.where(and(eq(trash.kind, noun), eq(trash.recordId, table.id))),
		),
	);

/**
 * Talks whose note and topics the viewer may read: open ones that concern more than owners and their land; the others
 * where they are of the own unit, and managers all.
 */
export function noteReadable(viewer: Viewer): SQL {
	if (!can(viewer, 'see', 'dialogue')) return NOTHING;
	if (isLeading(viewer)) return sql`1 = 1`;
	return or(and(eq(dialogues.confidentiality, 'open'), eq(dialogues.isLandownerOnly, false)), ofOwnUnit(viewer)) ?? NOTHING;
}

/** Talks whose internal assessment the viewer may read: those of the own unit, and managers all. */
export function assessmentReadable(viewer: Viewer): SQL {
	if (isLeading(viewer)) return sql`1 = 1`;
	return ofOwnUnit(viewer);
}

/** Owners' positions the viewer may read: those the own unit took down, and managers all. */
export function stanceReadable(viewer: Viewer): SQL {
	if (isLeading(viewer)) return sql`1 = 1`;
	return ofOwnUnit(viewer, stances.unitId);
}

/** Follow-ups that no talk stands behind, of the own unit, and managers all: who reads those about an owner alone. */
export function ownFollowUpReadable(viewer: Viewer): SQL {
	if (isLeading(viewer)) return sql`1 = 1`;
	return ofOwnUnit(viewer, followUps.unitId);
}

function ofOwnUnit(viewer: Viewer, unitId: typeof dialogues.unitId | typeof stances.unitId | typeof followUps.unitId = dialogues.unitId): SQL {
	const units = fieldMemberships(viewer).map(({ unitId }) => unitId);
	return units.length > 0 ? inArray(unitId, units) : NOTHING;
}
