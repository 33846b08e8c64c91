import { and, desc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import { can } from '#app/auth/policy.ts';
import { within } from '#app/auth/scope.server.ts';
import type { Viewer } from '#app/auth/viewer.ts';
import { addDays } from '#app/days/days.ts';
import { talksWithoutNextStep } from '#app/dialogues/next-step.server.ts';
import { type HeadingRow, headings, listsWithParts, type TalkEntry } from '#app/dialogues/parts.server.ts';
import { colleaguesTalks, ownTalks } from '#app/dialogues/queries.server.ts';
import { type DraftLine, draftsOf } from '#app/drafts/drafts.server.ts';
import { type FollowUpItem, orphanedFollowUps, ownFollowUps, promisesFirst } from '#app/follow-ups/queries.server.ts';
import { today } from '#app/i18n/format.ts';
import { db } from '#db/client.server.ts';
import { companyResponsibles, dialogues, landownerResponsibles, timelineEntries } from '#db/schema/index.ts';

/** Follow-ups shown on my day; whoever has more open sees the most urgent, and all of them one press away. */
const MOST_FOLLOW_UPS = 30;
const OWN_TALKS = 3;
const COLLEAGUES_TALKS = 6;
const WITHOUT_NEXT_STEP = 5;
const DRAFTS = 5;
const ORPHANED = 10;
/** Talks on my firms are news for so many days. */
const NEWS_DAYS = 30;
/** Days ahead that count as soon. */
const SOON_DAYS = 14;

export interface MyDay {
	/** Promises first. */
	overdue: FollowUpItem[];
	/** Planned visits from long ago to the next 14 days. */
	visits: FollowUpItem[];
	today: FollowUpItem[];
	/** The next 14 days. */
	soon: FollowUpItem[];
	later: FollowUpItem[];
	undated: FollowUpItem[];
	/** Of the own unit, with people who can no longer sign in. */
	orphaned: FollowUpItem[];
	drafts: DraftLine[];
	withoutNextStep: TalkEntry[];
	ownTalks: TalkEntry[];
	colleaguesTalks: TalkEntry[];
	/** The colleagues' talks are those on firms and owners the viewer is responsible for; false = the latest of all. */
	areOnMine: boolean;
}

/** What waits for the viewer today, and what was talked about lately. */
export async function myDay(viewer: Viewer): Promise<MyDay> {
	const logs = can(viewer, 'log', 'dialogue');
	const [drafts, open, own, openEnded, onMine, orphaned] = await Promise.all([
		draftsOf(viewer, DRAFTS),
		logs ? ownFollowUps(viewer, MOST_FOLLOW_UPS) : [],
		logs ? ownTalks(viewer, OWN_TALKS) : [],
		logs ? talksWithoutNextStep(viewer, WITHOUT_NEXT_STEP) : [],
		logs ? talksOnMine(viewer, COLLEAGUES_TALKS) : [],
		orphanedFollowUps(viewer, ORPHANED),
	]);
	const news = onMine.length > 0 ? onMine : await colleaguesTalks(viewer, COLLEAGUES_TALKS);
	const [ownShown = [], withoutNextStep = [], newsShown = []] = await listsWithParts(viewer, own, openEnded, news);
	const day = today();
	const horizon = addDays(day, SOON_DAYS);
	const tasks = open.filter(({ kind, dueOn }) => kind !== 'visit' || dueOn === null || dueOn > horizon);
	const due = (matches: (dueOn: string) => boolean) => promisesFirst(tasks.filter(({ dueOn }) => dueOn !== null && matches(dueOn)));
	return {
		overdue: due((dueOn) => dueOn < day),
		visits: open.filter((item) => !tasks.includes(item)),
		today: due((dueOn) => dueOn === day),
		soon: due((dueOn) => dueOn > day && dueOn <= horizon),
		later: tasks.filter(({ dueOn }) => dueOn !== null && dueOn > horizon),
		undated: tasks.filter(({ dueOn }) => dueOn === null),
		orphaned,
		drafts,
		withoutNextStep,
		ownTalks: ownShown,
		colleaguesTalks: newsShown,
		areOnMine: onMine.length > 0,
	};
}

/** What colleagues talked about in the last 30 days with the firms and owners the viewer is responsible for, the latest first. */
async function talksOnMine(viewer: Viewer, limit: number): Promise<HeadingRow[]> {
	const since = addDays(today(), -NEWS_DAYS);
	const firms = db
		.select({ id: companyResponsibles.companyId })
		.from(companyResponsibles)
		.where(and(eq(companyResponsibles.userId, viewer.id), isNull(companyResponsibles.toOn)));
	const owners = db
		.select({ id: landownerResponsibles.landownerId })
		.from(landownerResponsibles)
		.where(and(eq(landownerResponsibles.userId, viewer.id), isNull(landownerResponsibles.toOn)));
	const entriesOf = (scopeKind: 'company' | 'landowner', ids: typeof firms | typeof owners) =>
		db
			.select({ id: timelineEntries.recordId })
			.from(timelineEntries)
			.where(and(eq(timelineEntries.scopeKind, scopeKind), inArray(timelineEntries.scopeId, ids), gte(timelineEntries.heldOn, since)));
	return headings(viewer)
		.where(
			and(
				within(viewer, 'dialogues'),
				gte(dialogues.heldOn, since),
				ne(dialogues.authorId, viewer.id),
				inArray(dialogues.id, entriesOf('company', firms).union(entriesOf('landowner', owners))),
			),
		)
		.orderBy(desc(dialogues.heldOn), desc(dialogues.id))
		.limit(limit);
}
