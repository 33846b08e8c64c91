import { isId } from '#db/new-id.ts';

/** A row's place in the list: its name as ordered and its id. */
export type Place = readonly [string, string];

/** What the list of people shows: the whole state of its address. */
export interface ContactFilters {
	/** As typed: the beginning of words of a name, a telephone number in any format, an e-mail address. */
	q: string;
	/** As typed: the beginning of a word of a firm's name. */
	firm: string;
	/** One firm, from its own page. */
	companyId: string | null;
	/** Only people without a current role. */
	isWithoutRole: boolean;
	after: Place | null;
	before: Place | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function filtersFrom(search: URLSearchParams): ContactFilters {
	const text = (name: string) => (search.get(name) ?? '').replaceAll('\0', '').slice(0, 100).trim();
	const company = search.get('company');
	return {
		q: text('q'),
		firm: text('firm'),
		companyId: isId(company) ? company : null,
		isWithoutRole: search.get('role') === 'none',
		after: placeFrom(search.get('after')),
		before: placeFrom(search.get('before')),
	};
}

/** The address of a state. */
export const paramsOf = ({ q, firm, companyId, isWithoutRole, after, before }: Partial<ContactFilters>): Record<string, string | undefined> => ({
	q: q || undefined,
	firm: firm || undefined,
	company: companyId ?? undefined,
	role: isWithoutRole ? 'none' : undefined,
	after: after ? placeToken(after) : undefined,
	before: before ? placeToken(before) : undefined,
});

/** True when the state leaves people out. */
export const isFiltered = ({ q, firm, companyId, isWithoutRole }: ContactFilters): boolean => Boolean(q || firm || companyId || isWithoutRole);

const ID_LENGTH = 36;
/** A place as the address carries it: the id, a blank, the name. */
const placeToken = ([name, id]: Place) => `${id} ${name}`;

function placeFrom(token: string | null): Place | null {
	const id = token?.slice(0, ID_LENGTH);
	const name = token?.slice(ID_LENGTH + 1, 600) ?? '';
	return isId(id) && !name.includes('\0') ? [name, id] : null;
}
