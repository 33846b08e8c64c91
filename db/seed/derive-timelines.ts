import { timelineScopes } from '#app/dialogues/dialogue.ts';
import type { Town } from './town-plan.ts';

/** What is derived of the talks: a row per timeline they stand on, and the latest talk of firms and owners. */
export function deriveTimelines(town: Town) {
	const subjects = grouped(town.dialogueSubjects);
	const people = grouped(town.dialogueContacts);
	const latest = new Map<string, string>();
	for (const { id, heldOn } of town.dialogues) {
		const about = (subjects.get(id) ?? []).map((subject) => ({
			companyId: subject.companyId ?? null,
			siteId: subject.siteId ?? null,
			districtId: subject.districtId ?? null,
			landownerId: subject.landownerId ?? null,
			propertyId: subject.propertyId ?? null,
			thenCompanyId: subject.thenCompanyId ?? null,
			thenDistrictId: subject.thenDistrictId ?? null,
		}));
		const contactIds = (people.get(id) ?? []).map(({ contactId }) => contactId);
		for (const scope of timelineScopes(about, contactIds)) {
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
