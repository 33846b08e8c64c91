import { m } from '#app/i18n/paraglide/messages.js';
import { paths } from '#app/paths.ts';

// What a person holds that somebody must go on with when they leave. Browser-safe.

export const HOLDINGS = ['tasks', 'visits', 'companies', 'landowners', 'districts', 'issues'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** How much of each; overdue ones are tasks or visits. */
export type Held = Record<Holding | 'overdue', number>;

export const holdsAny = (held: Held): boolean => HOLDINGS.some((kind) => held[kind] > 0);

export const holdingLabel: Record<Holding | 'overdue', () => string> = {
	tasks: m.people_holds_tasks,
	overdue: m.people_holds_overdue,
	visits: m.people_holds_visits,
	companies: m.people_holds_companies,
	landowners: m.people_holds_landowners,
	districts: m.people_holds_districts,
	issues: m.people_holds_issues,
};

/** The rows behind each number. */
export const rowsOfHolding: Record<Holding | 'overdue', (userId: string) => string> = {
	tasks: (person) => paths.followUps({ person, kind: 'agreed' }),
	overdue: (person) => paths.followUps({ person, list: 'overdue' }),
	visits: (person) => paths.followUps({ person, kind: 'visit' }),
	companies: (responsible) => paths.companies({ responsible, status: 'all' }),
	landowners: (person) => paths.landowners({ person }),
	districts: (responsible) => `${paths.districts()}?responsible=${responsible}`,
	issues: (owner) => paths.issues({ owner }),
};

/** What stays knowingly with a person who leaves. */
export const LEFT = 'left';
