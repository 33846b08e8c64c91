import { isCalendarDay } from '#app/days/days.ts';
import { SIZE_CLASSES, STATUS_GROUPS, type StatusGroup } from '#db/vocabulary.ts';
import { sizeLowerBound } from './size.ts';

/** Ways the list is ordered; a leading dash means backwards, as in the address. */
export const COMPANY_SORTS = ['name', '-name', 'talk', '-talk', 'size', '-size'] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

/** A row's place in the order: the values of the ordering columns. `null` = never talked to. */
export type Place = ReadonlyArray<string | number | null>;

/** What the list shows: the whole state of its address. */
export interface CompanyFilters {
	/** As typed: the beginning of any word of a name, a CVR number or a P-number. */
	q: string;
	/** A district's slug, or "none" for firms outside every district. */
	district: string | null;
	/** Two-digit divisions; "unknown" = firms without an industry. Several are an "or". */
	divisions: readonly string[];
	/** A class alone, a class and all above it, or firms of unknown size. */
	size: { rank: number; andAbove: boolean } | 'unknown' | null;
	/** Null = every firm that has not ceased, distress included. */
	status: StatusGroup | 'all' | null;
	protection: 'yes' | 'no' | null;
	/** Only firms the viewer is responsible for. */
	isMine: boolean;
	sort: CompanySort;
	/** The rows behind or before this place; neither = the first page. */
	after: Place | null;
	before: Place | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function filtersFrom(search: URLSearchParams): CompanyFilters {
	const sort = one(COMPANY_SORTS, search.get('sort')) ?? 'name';
	return {
		q: (search.get('q') ?? '').slice(0, 100).trim(),
		district: matching(search.get('district'), /^[a-z0-9-]{1,80}$/),
		divisions: (search.get('division') ?? '').split(',', 100).filter((code) => /^(\d{2}|unknown)$/.test(code)),
		size: sizeFrom(search.get('size')),
		status: one([...STATUS_GROUPS, 'all'] as const, search.get('status')),
		protection: one(['yes', 'no'] as const, search.get('protection')),
		isMine: search.get('mine') === 'yes',
		sort,
		after: placeFrom(search.get('after'), sort),
		before: placeFrom(search.get('before'), sort),
	};
}

/** The address of a state; a changed filter or order starts at the first page again. */
export function paramsOf(filters: Partial<CompanyFilters>): Record<string, string | undefined> {
	return {
		q: filters.q || undefined,
		district: filters.district ?? undefined,
		division: filters.divisions?.join(',') || undefined,
		size: sizeToken(filters.size ?? null),
		status: filters.status ?? undefined,
		protection: filters.protection ?? undefined,
		mine: filters.isMine ? 'yes' : undefined,
		sort: filters.sort === 'name' ? undefined : filters.sort,
		after: filters.after ? placeToken(filters.after) : undefined,
		before: filters.before ? placeToken(filters.before) : undefined,
	};
}

/** True when the state leaves firms out. */
export const isFiltered = ({ q, district, divisions, size, status, protection, isMine }: CompanyFilters): boolean =>
	Boolean(q || district || divisions.length > 0 || size || status || protection || isMine);

/** "from-10" = ten heads or more, "is-10" = the class that begins at ten, "unknown". */
export function sizeToken(size: CompanyFilters['size']): string | undefined {
	if (size === null || size === 'unknown') return size ?? undefined;
	return `${size.andAbove ? 'from' : 'is'}-${sizeLowerBound(size.rank)}`;
}

function sizeFrom(token: string | null): CompanyFilters['size'] {
	if (token === 'unknown') return 'unknown';
	const [, kind, bound] = token?.match(/^(from|is)-(\d{1,4})$/) ?? [];
	const rank = SIZE_CLASSES.findIndex((_, at) => String(sizeLowerBound(at)) === bound);
	return rank < 0 ? null : { rank, andAbove: kind === 'from' };
}

const placeToken = (place: Place) => JSON.stringify(place);

/** A place as the address carries it; must fit the order it is used with. */
function placeFrom(token: string | null, sort: CompanySort): Place | null {
	if (!token || token.length > 600) return null;
	const place = parsed(token);
	if (!Array.isArray(place)) return null;
	const [first, ...rest] = place;
	const names = sort.endsWith('name') ? place : rest;
	const isFirstRight = sort.endsWith('size') ? isRank(first) : sort.endsWith('talk') ? first === null || isDay(first) : true;
	return isFirstRight && names.length === 2 && names.every((name) => typeof name === 'string' && !name.includes('\0')) ? place : null;
}

function parsed(token: string): unknown {
	try {
		return JSON.parse(token);
	} catch {
		return null;
	}
}

const isRank = (value: unknown) => value === -1 || (typeof value === 'number' && value in SIZE_CLASSES);
const isDay = (value: unknown) => typeof value === 'string' && isCalendarDay(value);
const matching = (value: string | null, pattern: RegExp) => (value && pattern.test(value) ? value : null);
const one = <const T extends string>(words: readonly T[], value: string | null): T | null => words.find((word) => word === value) ?? null;
