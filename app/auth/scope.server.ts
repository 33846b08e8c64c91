import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
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
} from '#db/schema/index.ts';
import { can, fieldMemberships, isLeading } from './policy.ts';
import type { Viewer } from './viewer.ts';

const NOTHING = sql`1 = 0`;
const TABLES = { companies, contacts, dialogues, districts, followUps, issues, landowners, properties, sites, skillNeeds };

/**
 * The rows of a table this viewer may know of: the condition every query on it carries, lists, counts and
 * exports alike. Archived rows are left out unless `archived` is asked for.
 */
export function within(viewer: Viewer, table: keyof typeof TABLES, { archived = false } = {}): SQL {
	const present = archived ? undefined : isNull(TABLES[table].archivedAt);
	return and(reach(viewer, table), present) ?? sql`1 = 1`;
}

function reach(viewer: Viewer, table: keyof typeof TABLES): SQL | undefined {
	switch (table) {
		case 'dialogues':
			return can(viewer, 'see', 'dialogue') ? undefined : NOTHING;
		case 'followUps':
			return can(viewer, 'see', 'followUp') ? undefined : NOTHING;
		case 'companies':
			return can(viewer, 'see', 'company') ? undefined : NOTHING;
		case 'sites':
			return can(viewer, 'see', 'site') ? undefined : NOTHING;
		case 'districts':
			return can(viewer, 'see', 'district') ? undefined : NOTHING;
		case 'landowners':
			return can(viewer, 'see', 'landowner') ? undefined : NOTHING;
		case 'properties':
			return can(viewer, 'see', 'property') ? undefined : NOTHING;
		case 'contacts':
			return can(viewer, 'see', 'contact') ? undefined : NOTHING;
		case 'issues':
			return can(viewer, 'see', 'issue') ? undefined : NOTHING;
		case 'skillNeeds':
			return can(viewer, 'see', 'need') ? undefined : NOTHING;
	}
}

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
