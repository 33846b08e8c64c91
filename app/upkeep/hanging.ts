import { formatNumber } from '#app/i18n/format.ts';
import { m } from '#app/i18n/paraglide/messages.js';

/** What can hang on a record. */
export const HANGING = [
	'talks',
	'followUps',
	'needs',
	'stances',
	'issues',
	'ownerRole',
	'companies',
	'properties',
	'formerSites',
	'sites',
	'roles',
	'ownerships',
	'commitments',
	'consents',
] as const;
export type Hanging = (typeof HANGING)[number];

/** Counting stops here and says "1.000+". */
export const COUNT_CAP = 1_000;

export const figureOf = (count: number): string => (count > COUNT_CAP ? `${formatNumber(COUNT_CAP)}+` : formatNumber(count));

export function hangingLabel(what: Hanging): string {
	switch (what) {
		case 'talks':
			return m.upkeep_hanging_talks();
		case 'followUps':
			return m.upkeep_hanging_follow_ups();
		case 'needs':
			return m.upkeep_hanging_needs();
		case 'stances':
			return m.upkeep_hanging_stances();
		case 'issues':
			return m.upkeep_hanging_issues();
		case 'ownerRole':
			return m.upkeep_hanging_owner_role();
		case 'companies':
			return m.upkeep_hanging_companies();
		case 'properties':
			return m.upkeep_hanging_properties();
		case 'formerSites':
			return m.upkeep_hanging_former_sites();
		case 'sites':
			return m.upkeep_hanging_sites();
		case 'roles':
			return m.upkeep_hanging_roles();
		case 'ownerships':
			return m.upkeep_hanging_ownerships();
		case 'commitments':
			return m.upkeep_hanging_commitments();
		case 'consents':
			return m.upkeep_hanging_consents();
	}
}
