import type { Certainty } from '#db/vocabulary.ts';

// A need of skills as the talk form sends it. Browser-safe.

export const WORDING_MAX = 120;
export const PEOPLE_MAX = 999;

/** How a form says that a firm lacks something wherever it works. */
export const WHOLE_FIRM = 'firm';

/** One row of needs, checked. */
export interface NeedRow {
	/** Its place in the form, for errors. */
	at: number;
	/** Made with the form: the same id again is the same need. */
	id: string;
	/** The version the form showed; null for a new one. */
	version: number | null;
	/** The firm that lacks it; null = the talk's first. */
	companyId: string | null;
	/** Where it is lacking: one of the firm's sites, or `WHOLE_FIRM`; null = where the talk was. */
	siteId: string | null;
	/** In the firm's words; kept also where a skill of the list is named. */
	wording: string;
	skillId: string | null;
	/** 1 knows of it … 4 expert. */
	level: number | null;
	people: number | null;
	byOn: string | null;
	certainty: Certainty;
	/** The writer took it out of the talk. */
	isRemoved: boolean;
}

/** The records in whose history it is told what became of a need. */
export const hangsOn = ({ companyId, dialogueId }: { companyId: string; dialogueId: string | null }): Array<{ kind: string; id: string }> => [
	{ kind: 'company', id: companyId },
	...(dialogueId ? [{ kind: 'dialogue', id: dialogueId }] : []),
];
