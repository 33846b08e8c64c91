import { fieldMemberships } from './policy.ts';
import type { Viewer } from './viewer.ts';

// In whose name a talk is held, and whose talks one may change. Browser-safe.

/** The viewer's units with field work, in which talks are logged. */
export function fieldUnits(viewer: Viewer): Array<{ unitId: string; unitName: string }> {
	return [...new Map(fieldMemberships(viewer).map(({ unitId, unitName }) => [unitId, { unitId, unitName }])).values()];
}

/** The unit a talk or follow-up is written down for: the one chosen, else the viewer's first. Null when it is not the viewer's to act for. */
export function actingUnit(viewer: Viewer, chosen: string | null): string | null {
	const units = fieldUnits(viewer);
	return units.find(({ unitId }) => chosen === null || unitId === chosen)?.unitId ?? null;
}

const isOfOwnUnit = (viewer: Viewer, unitId: string) => fieldUnits(viewer).some((unit) => unit.unitId === unitId);

/**
 * A talk is revised within the unit it was held for: exactly those who may read its every part, so that
 * nobody saves over what was hidden from them.
 */
export const mayRevise = (viewer: Viewer, talk: { unitId: string }): boolean => isOfOwnUnit(viewer, talk.unitId);

/** A talk is taken back by its author or the author's unit. */
export const mayWithdraw = (viewer: Viewer, talk: { unitId: string; authorId: string }): boolean =>
	fieldUnits(viewer).length > 0 && (talk.authorId === viewer.id || isOfOwnUnit(viewer, talk.unitId));

/** A follow-up is settled by the person it is for or the unit it was agreed by. */
export const maySettle = (viewer: Viewer, followUp: { unitId: string; assigneeId: string }): boolean =>
	fieldUnits(viewer).length > 0 && (followUp.assigneeId === viewer.id || isOfOwnUnit(viewer, followUp.unitId));
