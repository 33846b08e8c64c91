import type { Role } from '#db/vocabulary.ts';
import { rolesOf, type Viewer } from './viewer.ts';

// Who may do what: the one table that interface and server both ask. Rows of the talk's parts (note,
// assessment) depend on the talk itself and stand in scope.server.ts.

/** Who talks with firms and owners, in whose name talks and follow-ups are written down. */
export const FIELD: readonly Role[] = ['consultant', 'employment'];
/** Who leads the field work and reads every part of it. */
const LEADING: readonly Role[] = ['manager'];
export const WORK: readonly Role[] = [...FIELD, ...LEADING];
const LAND: readonly Role[] = ['consultant', 'administrator'];
/** Everybody there is today, by name: a role that is added may do nothing until it is named here. */
const ALL: readonly Role[] = [...WORK, 'administrator'];

const TABLE = {
	district: { see: ALL, create: ['administrator'], revise: ['consultant', 'administrator'] },
	company: { see: ALL, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	site: { see: ALL, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	landowner: { see: ALL, create: LAND, revise: LAND },
	property: { see: ALL, create: LAND, revise: LAND },
	contact: { see: ALL, create: [...FIELD, 'administrator'], revise: [...FIELD, 'administrator'] },
	responsible: { see: ALL, assign: ALL },
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

/** The viewer's units with field work: their talks' every part is theirs to read. */
export const fieldMemberships = (viewer: Viewer) => viewer.memberships.filter(({ role }) => FIELD.includes(role));

/** True for those who lead the field work. */
export const isLeading = (viewer: Viewer): boolean => viewer.memberships.some(({ role }) => LEADING.includes(role));

/** Every line of the table, for the page that explains the roles. */
export const policyLines = (): Array<{ noun: string; verb: string; roles: readonly Role[] }> =>
	Object.entries(TABLE).flatMap(([noun, verbs]) => Object.entries(verbs).map(([verb, roles]) => ({ noun, verb, roles })));

const rolesAllowed = <N extends Noun>(verb: Verb<N>, noun: N): readonly Role[] => TABLE[noun][verb] as readonly Role[];
