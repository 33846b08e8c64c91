import { isCalendarDay } from '#app/days/days.ts';
import { FOLLOW_UP_KINDS, type FollowUpKind, type FollowUpState } from '#db/vocabulary.ts';
import { quarterFrom } from './quarters.ts';

// The list of everybody's follow-ups as its address says it. Browser-safe.

/** Which of them: overdue ones are open too. */
export const FOLLOW_UP_LISTS = ['open', 'overdue', 'done', 'broken', 'dropped'] as const;
export type FollowUpListName = (typeof FOLLOW_UP_LISTS)[number];

export const stateOf = (list: FollowUpListName): FollowUpState => (list === 'overdue' ? 'open' : list);

/** A place in the list: by day, those without one last, while open; by the moment (ms) they were settled afterwards. */
export interface FollowUpCursor {
	at: string | number | null;
	id: string;
}

export const followUpCursorText = ({ at, id }: FollowUpCursor): string => `${at ?? 'none'}_${id}`;

function cursorFrom(text: string | null, list: FollowUpListName): FollowUpCursor | null {
	const [, at, id] = /^(none|\d{4}-\d{2}-\d{2}|\d{12,14})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	if (!at || !id) return null;
	if (stateOf(list) !== 'open') return /^\d+$/.test(at) ? { at: Number(at), id } : null;
	if (at === 'none') return { at: null, id };
	return isCalendarDay(at) ? { at, id } : null;
}

export interface FollowUpListState {
	list: FollowUpListName;
	kind: FollowUpKind | null;
	/** Whom they are for. */
	person: string | null;
	/** The unit that agreed them. */
	unit: string | null;
	/** In which they were settled; of open ones there is none. */
	quarter: string | null;
	after: FollowUpCursor | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function followUpListState(search: URLSearchParams): FollowUpListState {
	const id = (name: string) => (/^[0-9a-f-]{36}$/.test(search.get(name) ?? '') ? search.get(name) : null);
	const list = FOLLOW_UP_LISTS.find((one) => one === search.get('list')) ?? 'open';
	return {
		list,
		kind: FOLLOW_UP_KINDS.find((kind) => kind === search.get('kind')) ?? null,
		person: id('person'),
		unit: id('unit'),
		quarter: stateOf(list) === 'open' ? null : quarterFrom(search.get('quarter')),
		after: cursorFrom(search.get('after'), list),
	};
}

export const isFollowUpListFiltered = ({ list, kind, person, unit, quarter }: FollowUpListState): boolean =>
	Boolean(list !== 'open' || kind || person || unit || quarter);

/** The address of a state. */
export const followUpListParams = (state: Partial<FollowUpListState>): Record<string, string | undefined> => ({
	list: state.list === 'open' ? undefined : state.list,
	kind: state.kind ?? undefined,
	person: state.person ?? undefined,
	unit: state.unit ?? undefined,
	quarter: state.quarter ?? undefined,
	after: state.after ? followUpCursorText(state.after) : undefined,
});
