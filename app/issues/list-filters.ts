import { type Cursor, cursorFrom, cursorText } from '#app/http/cursor.ts';
import { ISSUE_STATES } from '#db/vocabulary.ts';
import type { IssueState } from './issue.ts';

// The list of matters as its address says it. Browser-safe.

export interface IssueListState {
	/** `all` = whatever state; without a word in the address the open ones. */
	state: IssueState | 'all';
	topic: string | null;
	/** A district's slug. */
	district: string | null;
	before: Cursor | null;
}

/** The list's state from its address; whatever is unknown or malformed counts as not given. */
export function issueListState(search: URLSearchParams): IssueListState {
	const state = search.get('state');
	const topic = search.get('topic') ?? '';
	return {
		state: state === 'all' ? 'all' : (ISSUE_STATES.find((one) => one === state) ?? 'open'),
		topic: /^[0-9a-f-]{36}$/.test(topic) ? topic : null,
		district: search.get('district')?.slice(0, 80) || null,
		before: cursorFrom(search.get('before')),
	};
}

export const isIssueListFiltered = ({ state, topic, district }: IssueListState): boolean => Boolean(state !== 'open' || topic || district);

/** The address of a state. */
export const issueListParams = (state: Partial<IssueListState>): Record<string, string | undefined> => ({
	state: state.state === 'open' ? undefined : state.state,
	topic: state.topic ?? undefined,
	district: state.district ?? undefined,
	before: state.before ? cursorText(state.before) : undefined,
});
