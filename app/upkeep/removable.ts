import { can } from '#app/auth/policy.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { m } from '#app/i18n/paraglide/messages.js';

// Entries that hang on a record without a page of their own: written by mistake they are removed, and had back. Browser-safe.

const REMOVABLE = ['ownership', 'contactRole', 'commitment', 'issue'] as const;
export type RemovableKind = (typeof REMOVABLE)[number];

export const isRemovable = (kind: unknown): kind is RemovableKind => REMOVABLE.some((known) => known === kind);

/** Who writes such entries removes them too. */
export function mayRemove(viewer: Viewer, kind: RemovableKind): boolean {
	switch (kind) {
		case 'ownership':
			return can(viewer, 'revise', 'property');
		case 'contactRole':
			return can(viewer, 'revise', 'contact');
		case 'commitment':
			return can(viewer, 'record', 'commitment');
		case 'issue':
			return can(viewer, 'record', 'issue');
	}
}

/** The entry as the message after the deed calls it. */
export function removableLabel(kind: RemovableKind): string {
	switch (kind) {
		case 'ownership':
			return m.upkeep_entry_ownership();
		case 'contactRole':
			return m.upkeep_entry_role();
		case 'commitment':
			return m.upkeep_entry_commitment();
		case 'issue':
			return m.upkeep_entry_issue();
	}
}
