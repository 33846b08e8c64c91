import type { ISSUE_STATES } from '#db/vocabulary.ts';

// A matter that lives over many talks, as the talk form names it. Browser-safe.

export const TITLE_MAX = 160;

/** One row of matters, checked. */
export interface IssueRow {
	/** Its place in the form, for errors. */
	at: number;
	/** An issue's id, or one made with the form. */
	id: string;
	/** Of a known issue: it came up in this talk, or no longer does. */
	isNamed: boolean;
	/** Of a new one. */
	title: string | null;
	topicId: string | null;
}

export type IssueState = (typeof ISSUE_STATES)[number];
