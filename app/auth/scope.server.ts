import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { companies, dialogues, districts, followUps, sites } from '#db/schema/index.ts';
import { can } from './policy.ts';
import type { Viewer } from './viewer.ts';

const NOTHING = sql`1 = 0`;
const TABLES = { companies, dialogues, districts, followUps, sites };

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
	}
}

/** Units in which the viewer does field work: their talks' every part is theirs to read. */
const ownUnits = (viewer: Viewer) =>
	viewer.memberships.filter(({ role }) => role === 'consultant' || role === 'employment').map(({ unitId }) => unitId);

const isManager = (viewer: Viewer) => viewer.memberships.some(({ role }) => role === 'manager');

/** Talks whose note and topics the viewer may read: open ones; confidential ones of the own unit, and managers all. */
export function noteReadable(viewer: Viewer): SQL {
	if (!can(viewer, 'see', 'dialogue')) return NOTHING;
	if (isManager(viewer)) return sql`1 = 1`;
	return or(eq(dialogues.confidentiality, 'open'), ofOwnUnit(viewer)) ?? NOTHING;
}

/** Talks whose internal assessment the viewer may read: those of the own unit, and managers all. */
export function assessmentReadable(viewer: Viewer): SQL {
	if (isManager(viewer)) return sql`1 = 1`;
	return ofOwnUnit(viewer);
}

function ofOwnUnit(viewer: Viewer): SQL {
	const units = ownUnits(viewer);
	return units.length > 0 ? inArray(dialogues.unitId, units) : NOTHING;
}
