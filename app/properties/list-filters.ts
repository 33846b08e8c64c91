import { type NamePlace, pageFrom, pageParams, slugFrom, wordsFrom } from '#app/landowners/list-filters.ts';

/** What the list of properties shows: the whole state of its address. */
export interface PropertyFilters {
	/** As typed: a word of the name, the beginning of the address, a BFE or a parcel number. */
	q: string;
	/** A district's slug. */
	district: string | null;
	after: NamePlace | null;
	before: NamePlace | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export const filtersFrom = (search: URLSearchParams): PropertyFilters => ({
	q: wordsFrom(search),
	district: slugFrom(search),
	...pageFrom(search),
});

/** The address of a state; a changed filter starts at the first page again. */
export const paramsOf = ({ q, district, after, before }: Partial<PropertyFilters>): Record<string, string | undefined> => ({
	q: q || undefined,
	district: district ?? undefined,
	...pageParams({ after, before }),
});
