import type { Viewer } from '#app/auth/viewer.ts';

/** A record as a list of search shows it, with all of it that this viewer may read and nothing else. */
export interface Card {
	kind: string;
	id: string;
	title: string;
	/** What tells two of one name apart. */
	detail: string;
	to: string;
	/** Numbers that are this record's own, digits alone. */
	numbers?: Array<string | null>;
	/** What was written, of texts. */
	text?: string;
	on?: string;
	/** The firm a site is of. */
	companyId?: string;
	isCeased?: boolean;
	/** The talk form with this record filled in. */
	talk?: string;
}

/** Asks the rights again, row by row: what search finds is only a sieve. Ids that may not be known of fall out. */
export type Cards = (viewer: Viewer, ids: string[]) => Promise<Card[]>;

export const detailLine = (...parts: Array<string | null | undefined>): string => parts.filter(Boolean).join(' · ');
