import { type OwnerRole, timelineScopes } from '#app/timelines/scopes.ts';
import type { Town } from './town-plan.ts';

/** What is derived of the talks: a row per timeline they stand on, and the latest talk of firms and owners. */
export function deriveTimelines(town: Town) {
	const subjects = grouped(town.dialogueSubjects);
	const people = grouped(town.dialogueContacts);
	const positions = grouped(town.stances.flatMap(({ dialogueId, landownerId }) => (dialogueId ? [{ dialogueId, landownerId }] : [])));
	const roles = town.landowners.flatMap(({ id, companyId }): OwnerRole[] => (companyId ? [{ landownerId: id, companyId }] : []));
	const roleOf = new Map(roles.flatMap((role) => [[role.landownerId, role] as const, [role.companyId, role] as const]));
	const latest = new Map<string, string>();
	for (const { id, heldOn } of town.dialogues) {
		const about = subjects.get(id) ?? [];
		const stanceOwnerIds = (positions.get(id) ?? []).map(({ landownerId }) => landownerId);
		const named = [...about.flatMap(({ landownerId, companyId, thenCompanyId }) => [landownerId, companyId, thenCompanyId]), ...stanceOwnerIds];
		const concerned = {
			subjects: about,
			contactIds: (people.get(id) ?? []).map(({ contactId }) => contactId),
			stanceOwnerIds,
			ownerRoles: named.flatMap((one) => (one && roleOf.get(one)) || []),
		};
		for (const scope of timelineScopes(concerned)) {
			town.timelineEntries.push({ ...scope, heldOn, kind: 'dialogue', recordId: id });
			if ((latest.get(scope.scopeId) ?? '') < heldOn) latest.set(scope.scopeId, heldOn);
		}
	}
	for (const row of [...town.companies, ...town.landowners]) row.lastTalkOn = latest.get(row.id) ?? null;
}

export function grouped<Row extends { dialogueId: string }>(rows: readonly Row[]): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = groups.get(row.dialogueId);
		if (group) group.push(row);
		else groups.set(row.dialogueId, [row]);
	}
	return groups;
}
