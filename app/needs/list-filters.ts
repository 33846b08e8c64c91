import { addDays, isCalendarDay } from '#app/days/days.ts';
import { NEED_STATES, type NeedState } from '#db/vocabulary.ts';

// The list of needs as its address says it. Browser-safe.

/** A place in a list ordered by day and id, those without a day last. */
export interface NeedCursor {
	byOn: string | null;
	id: string;
}

export const needCursorText = ({ byOn, id }: NeedCursor): string => `${byOn ?? 'none'}_${id}`;

export function needCursorFrom(text: string | null): NeedCursor | null {
	const [, byOn, id] = /^(none|\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	if (!byOn || !id) return null;
	if (byOn === 'none') return { byOn: null, id };
	return isCalendarDay(byOn) ? { byOn, id } : null;
}

/** Days from today within which the people are needed. */
export const NEED_HORIZONS = ['30', '90', '180', '365'] as const;
export type NeedHorizon = (typeof NEED_HORIZONS)[number];

export interface NeedListState {
	/** `all` = whatever state; without a word in the address the open ones. */
	state: NeedState | 'all';
	skill: string | null;
	group: string | null;
	/** A district's slug. */
	district: string | null;
	within: NeedHorizon | null;
	after: NeedCursor | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function needListState(search: URLSearchParams): NeedListState {
	const skill = search.get('skill') ?? '';
	const group = search.get('group') ?? '';
	const state = search.get('state');
	return {
		state: state === 'all' ? 'all' : (NEED_STATES.find((one) => one === state) ?? 'open'),
		skill: /^[0-9a-f-]{36}$/.test(skill) ? skill : null,
		group: /^[a-z][a-z_]{0,59}$/.test(group) ? group : null,
		district: search.get('district')?.slice(0, 80) || null,
		within: NEED_HORIZONS.find((days) => days === search.get('within')) ?? null,
		after: needCursorFrom(search.get('after')),
	};
}

export const isNeedListFiltered = ({ state, skill, group, district, within }: NeedListState): boolean =>
	Boolean(state !== 'open' || skill || group || district || within);

export const lastDayWithin = (within: NeedHorizon | null, today: string): string | null => within && addDays(today, Number(within));

/** The address of a state. */
export const needListParams = (state: Partial<NeedListState>): Record<string, string | undefined> => ({
	state: state.state === 'open' ? undefined : state.state,
	skill: state.skill ?? undefined,
	group: state.group ?? undefined,
	district: state.district ?? undefined,
	within: state.within ?? undefined,
	after: state.after ? needCursorText(state.after) : undefined,
});
