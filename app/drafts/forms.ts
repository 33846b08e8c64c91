/** What a draft is of: a form, called like the kind of its records, and the record it edits or the id made for the new one. */
export interface DraftKey {
	form: string;
	recordId: string;
}

/** Which form and record a text belongs to is told beside its own fields, under names no form of ours uses. */
export const DRAFT_FIELDS = '_draft.';
/** The button that throws a draft away: it posts the whole form, with or without scripts. */
export const DISCARD = `${DRAFT_FIELDS}discard`;

/** The draft route's answers to a script. */
export type DraftAnswer = { state: 'kept' | 'newer' | 'saved'; at: string } | { state: 'exists' | 'too_large' | 'too_many' };
