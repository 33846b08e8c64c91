import type { TimelineScope } from '#db/vocabulary.ts';

/** A subject of a talk as stored. */
interface Named {
	companyId?: string | null;
	siteId?: string | null;
	districtId?: string | null;
	landownerId?: string | null;
	propertyId?: string | null;
	/** The firm itself, or the site's on that day. An owner's firm is the one it is now. */
	thenCompanyId?: string | null;
	thenDistrictId?: string | null;
}

/** An owner that is a firm: one organisation in two roles. */
export interface OwnerRole {
	landownerId: string;
	companyId: string;
}

/** Whom and what a talk concerns. */
export interface Concerned {
	subjects: readonly Named[];
	/** Whom it was with. */
	contactIds: readonly string[];
	/** Owners whose position stands in it. */
	stanceOwnerIds: readonly string[];
	/** Of the owners and firms among these, those that are one. */
	ownerRoles: readonly OwnerRole[];
}

type Scope = { scopeKind: TimelineScope; scopeId: string };

/**
 * The timelines a talk stands on, each once: those of its subjects and people, of owners whose position was noted, and of an
 * organisation in both its roles, as firm and as owner of land.
 */
export function timelineScopes({ subjects, contactIds, stanceOwnerIds, ownerRoles }: Concerned): Scope[] {
	const { companyIds, landownerIds } = namedIn({ subjects, stanceOwnerIds });
	const isNamed = ({ landownerId, companyId }: OwnerRole) => landownerIds.has(landownerId) || companyIds.has(companyId);
	const both = ownerRoles.filter(isNamed);
	return [
		...of('company', [...companyIds, ...both.map(({ companyId }) => companyId)]),
		...of(
			'site',
			subjects.map(({ siteId }) => siteId),
		),
		...of(
			'district',
			subjects.flatMap(({ districtId, thenDistrictId }) => [districtId, thenDistrictId]),
		),
		...of('landowner', [...landownerIds, ...both.map(({ landownerId }) => landownerId)]),
		...of(
			'property',
			subjects.map(({ propertyId }) => propertyId),
		),
		...of('contact', contactIds),
	];
}

/** The firms and owners a talk names by itself. */
export function namedIn({ subjects, stanceOwnerIds }: Pick<Concerned, 'subjects' | 'stanceOwnerIds'>) {
	const firms = subjects.flatMap(({ companyId, thenCompanyId, landownerId }) => (landownerId ? [] : [companyId, thenCompanyId]));
	const owners = [...subjects.map(({ landownerId }) => landownerId), ...stanceOwnerIds];
	return { companyIds: new Set(present(firms)), landownerIds: new Set(present(owners)) };
}

const of = (scopeKind: TimelineScope, ids: ReadonlyArray<string | null | undefined>): Scope[] =>
	[...new Set(present(ids))].map((scopeId) => ({ scopeKind, scopeId }));

const present = (ids: ReadonlyArray<string | null | undefined>): string[] => ids.flatMap((id) => id ?? []);
