import type { Viewer } from '#app/auth/viewer.ts';
import { today } from '#app/i18n/format.ts';
import { addDays } from './days.ts';
import { type FollowUpItem, ownFollowUps } from './follow-ups.server.ts';
import type { TalkEntry } from './parts.server.ts';
import { colleaguesTalks, ownTalks } from './queries.server.ts';

/** Follow-ups shown on my day; whoever has more open sees the most urgent. */
const MOST_FOLLOW_UPS = 60;

export interface MyDay {
	overdue: FollowUpItem[];
	today: FollowUpItem[];
	/** The next 14 days. */
	soon: FollowUpItem[];
	later: FollowUpItem[];
	undated: FollowUpItem[];
	ownTalks: TalkEntry[];
	colleaguesTalks: TalkEntry[];
}

/** What waits for the viewer today, and what was talked about lately. */
export async function myDay(viewer: Viewer): Promise<MyDay> {
	const [open, own, colleagues] = await Promise.all([ownFollowUps(viewer, MOST_FOLLOW_UPS), ownTalks(viewer, 5), colleaguesTalks(viewer, 8)]);
	const day = today();
	const horizon = addDays(day, 14);
	const due = (matches: (dueOn: string) => boolean) => open.filter(({ dueOn }) => dueOn !== null && matches(dueOn));
	return {
		overdue: due((dueOn) => dueOn < day),
		today: due((dueOn) => dueOn === day),
		soon: due((dueOn) => dueOn > day && dueOn <= horizon),
		later: due((dueOn) => dueOn > horizon),
		undated: open.filter(({ dueOn }) => dueOn === null),
		ownTalks: own,
		colleaguesTalks: colleagues,
	};
}
