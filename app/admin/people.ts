import type { Role } from '#db/vocabulary.ts';

/** Where a person stands: has a password, was sent a link and has not used it, or may not sign in. */
export const PERSON_STATES = ['active', 'invited', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export interface MembershipRow {
	unitId: string;
	unitName: string;
	role: Role;
}

/** The state of a person's row. */
export function stateOf(row: { passwordHash: string | null; disabledAt: Date | null }): PersonState {
	if (row.disabledAt) return 'disabled';
	return row.passwordHash ? 'active' : 'invited';
}
