import type { Barrier, Horizon } from '#db/vocabulary.ts';

// An owner's position as the talk form sends it. Browser-safe.

/** Said of all an owner has, not of one property. */
export const WHOLE_HOLDING = 'holding';

/** One row of positions, checked. */
export interface StanceRow {
	/** Its place in the form, for errors. */
	at: number;
	/** A stored position's id, or one made with the form. */
	id: string;
	/** `landowner:<id>`, `company:<id>` for a firm that is none yet, or null = the talk's first owner. */
	owner: string | null;
	/** The writer said that a firm which is no owner yet is one. */
	makesOwner?: boolean;
	/** A property's id, `holding`, or null = the one property the talk is about, else the whole holding. */
	propertyId: string | null;
	topicId: string | null;
	/** 1 against … 5 wants it. */
	level: number;
	horizon: Horizon | null;
	barriers: Barrier[];
	/** The writer took it out of the talk: it was never so. */
	isRemoved: boolean;
}
