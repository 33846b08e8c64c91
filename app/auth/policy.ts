import { ROLES, type Role } from '#db/vocabulary.ts';
import { rolesOf, type Viewer } from './viewer.ts';

// Who may do what: the one table that interface and server both ask. Rows of the talk's parts (note,
// assessment) depend on the talk itself and stand in scope.server.ts.
const WORK: readonly Role[] = ['consultant', 'employment', 'manager'];
const FIELD: readonly Role[] = ['consultant', 'employment'];
const LAND: readonly Role[] = ['consultant', 'administrator'];

const TABLE = {
	district: { see: ROLES, create: ['administrator'], revise: ['consultant', 'administrator'] },
	company: { see: ROLES, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	site: { see: ROLES, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	landowner: { see: ROLES, create: LAND, revise: LAND },
	property: { see: ROLES, create: LAND, revise: LAND },
	contact: { see: ROLES, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	responsible: { see: ROLES, assign: ROLES },
	commitment: { see: WORK, record: FIELD },
	dialogue: { see: WORK, log: FIELD, revise: FIELD, withdraw: FIELD },
	// An owner's position is asked by those who develop districts; who reads it stands in scope.server.ts.
	stance: { see: WORK, record: ['consultant'] },
	need: { see: WORK, record: FIELD },
	issue: { see: WORK, record: FIELD },
	followUp: { see: WORK, agree: FIELD, settle: FIELD },
	trash: { see: [...FIELD, 'administrator'] },
	person: { see: ['administrator'], invite: ['administrator'], revise: ['administrator'], disable: ['administrator'] },
	unit: { see: ['administrator'], create: ['administrator'], revise: ['administrator'] },
	import: { see: ['administrator'], run: ['administrator'], undo: ['administrator'] },
} as const satisfies Record<string, Record<string, readonly Role[]>>;

export type Noun = keyof typeof TABLE;
export type Verb<N extends Noun> = keyof (typeof TABLE)[N];

/** True when one of the viewer's roles may do `verb` to `noun`. Asked by components to hide and by commands to refuse. */
export function can<N extends Noun>(viewer: Viewer, verb: Verb<N>, noun: N): boolean {
	const roles = rolesOf(viewer);
	return rolesAllowed(verb, noun).some((role) => roles.has(role));
}

/** The roles that may do `verb` to `noun`, for the page that explains the roles. */
export const rolesAllowed = <N extends Noun>(verb: Verb<N>, noun: N): readonly Role[] => TABLE[noun][verb] as readonly Role[];
