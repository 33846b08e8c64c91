import { LANDOWNER_KINDS, type LandownerKind } from '#db/vocabulary.ts';

/** A row's place in a list ordered by name: what the address of a neighbouring page carries. */
export type NamePlace = readonly [sortName: string, id: string];

/** What the list of owners shows: the whole state of its address. */
export interface LandownerFilters {
	/** As typed: the beginning of any word of a name, a CVR number or a telephone number. */
	q: string;
	kind: LandownerKind | null;
	/** A district's slug: owners of land there today. */
	district: string | null;
	/** Only those the viewer is responsible for. */
	isMine: boolean;
	after: NamePlace | null;
	before: NamePlace | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function filtersFrom(search: URLSearchParams): LandownerFilters {
	return {
		q: wordsFrom(search),
		kind: LANDOWNER_KINDS.find((kind) => kind === search.get('kind')) ?? null,
		district: slugFrom(search),
		isMine: search.get('responsible') === 'mine',
		...pageFrom(search),
	};
}

/** The address of a state; a changed filter starts at the first page again. */
export function paramsOf({ q, kind, district, isMine, after, before }: Partial<LandownerFilters>): Record<string, string | undefined> {
	return {
		q: q || undefined,
		kind: kind ?? undefined,
		district: district ?? undefined,
		responsible: isMine ? 'mine' : undefined,
		...pageParams({ after, before }),
	};
}

/** True when the state leaves owners out. */
export const isFiltered = ({ q, kind, district, isMine }: LandownerFilters): boolean => Boolean(q || kind || district || isMine);

export const wordsFrom = (search: URLSearchParams): string => (search.get('q') ?? '').slice(0, 100).replaceAll('\0', '').trim();

export function slugFrom(search: URLSearchParams): string | null {
	const slug = search.get('district');
	return slug && /^[a-z0-9-]{1,80}$/.test(slug) ? slug : null;
}

export const pageFrom = (search: URLSearchParams) => ({ after: placeFrom(search.get('after')), before: placeFrom(search.get('before')) });

export const pageParams = ({ after, before }: { after?: NamePlace | null | undefined; before?: NamePlace | null | undefined }) => ({
	after: after ? JSON.stringify(after) : undefined,
	before: before ? JSON.stringify(before) : undefined,
});

function placeFrom(token: string | null): NamePlace | null {
	if (!token || token.length > 600) return null;
	const place = parsed(token);
	if (!Array.isArray(place) || place.length !== 2) return null;
	const [name, id] = place;
	return isKey(name) && isKey(id) ? [name, id] : null;
}

const isKey = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

function parsed(token: string): unknown {
	try {
		return JSON.parse(token);
	} catch {
		return null;
	}
}
