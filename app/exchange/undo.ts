import type { RecordKind } from './snapshot.server.ts';

export interface Kept {
	kind: 'company' | 'site' | 'district';
	id: string;
	name: string;
	/** Changed since, in use by a talk or a follow-up, or part of a firm that stays. */
	why: 'changed' | 'in_use' | 'with_firm';
}

/** All an import did to one record, first state to last. */
export interface NetChange {
	kind: RecordKind;
	id: string;
	isCreated: boolean;
	versionAfter: number | null;
	/** Where it stands in the batch's list, the first one first: there lies what was before. */
	positions: number[];
}

export interface FirmChanges {
	companyId: string;
	company: NetChange | undefined;
	sites: NetChange[];
	/** District history and identifiers. */
	lines: NetChange[];
}
