import type { CompanyFields, SiteFields } from '#app/companies/rows.server.ts';

// What an import will do, row by row, worked out in memory against the register as loaded. Preview shows this plan,
// and the import carries out this plan: that is why the one equals the other.

export type Deed =
	| { is: 'createDistrict'; id: string; name: string }
	| { is: 'createCompany'; id: string; fields: CompanyFields }
	| { is: 'updateCompany'; id: string; version: number; fields: CompanyFields }
	| { is: 'addIdentifier'; companyId: string; scheme: string; value: string }
	| { is: 'createSite'; id: string; companyId: string; fields: SiteFields; district: PlannedChoice }
	| { is: 'updateSite'; id: string; companyId: string; version: number; fields: SiteFields; district?: PlannedChoice };

export type PlannedChoice = 'point' | { id: string; source: 'import' };

export interface PlanOptions {
	source: 'cvr' | 'file';
	fileName: string;
	/** The day of the import. */
	on: string;
	createDistricts: boolean;
}
