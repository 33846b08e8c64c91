import type { FollowUpKind } from '#db/vocabulary.ts';

// A follow-up that stands by itself, as the form sends it. Browser-safe.

/** What the form tells of a follow-up, checked. */
export interface FollowUpInput {
	/** Made when the form opened: the same id sent again is the same follow-up. */
	id: string;
	kind: FollowUpKind;
	text: string;
	/** Null = no day agreed; a visit always has one. */
	dueOn: string | null;
	/** "HH:MM", of a visit. */
	dueAtTime: string | null;
	assigneeId: string;
	companyId: string | null;
	landownerId: string | null;
	contactId: string | null;
	/** The talk it follows from: firm, owner and unit are then the talk's. */
	dialogueId: string | null;
	/** Why a visit goes ahead although colleagues were or will be there close to it. */
	goAheadReason: string | null;
	/** The unit acted for; null = the writer's first, on a revision the one it has. One that follows from a talk has the talk's. */
	unitId: string | null;
}

export type FollowUpChanges = Omit<FollowUpInput, 'id' | 'companyId' | 'landownerId' | 'dialogueId'> & { version: number };

/** Further follow-ups one form can add. */
export const MOST_FOLLOW_UPS = 8;
