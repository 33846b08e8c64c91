import { dayAfter, momentOn, workdayFrom, workdayUpTo } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Talk, Town, TownPlan } from './town-plan.ts';
import { worded } from './word-notes.ts';

/** An open follow-up comes from a talk at most this old. */
const OPEN_FROM_DAYS = 90;

/** Follow-ups of the talks: most of them settled long ago, the open ones as the plan wants them. */
export function agreeFollowUps(town: Town, plan: TownPlan, talks: readonly Talk[], chance: Chance) {
	const agreed = new Set<string>();
	agreeOpenOnes(town, plan, talks, agreed, chance);
	for (const talk of talks) {
		if (!agreed.has(talk.id) && talk.heldOn < dayAfter(plan.today, -3) && chance.happens(0.42)) {
			agreeSettledOne(town, plan, talk, chance);
			agreed.add(talk.id);
		}
		talk.row.hasNoNextStep = !agreed.has(talk.id) && chance.happens(0.7);
	}
}

function agreeOpenOnes(town: Town, plan: TownPlan, talks: readonly Talk[], agreed: Set<string>, chance: Chance) {
	for (const [email, offsets] of Object.entries(plan.openFollowUps)) {
		const own = talks.filter(({ author, isOver, heldOn }) => author.email === email && !isOver && heldOn >= dayAfter(plan.today, -OPEN_FROM_DAYS));
		offsets.forEach((offset, position) => {
			const day = dayAfter(plan.today, offset);
			const dueOn = offset > 0 ? workdayFrom(day) : offset < 0 ? workdayUpTo(day) : day;
			const free = own.filter(({ id, heldOn }) => !agreed.has(id) && heldOn < dueOn);
			const talk = free.length > 0 ? chance.pick(free) : undefined;
			if (!talk) return;
			agreed.add(talk.id);
			town.followUps.push({ ...followUpOf(talk, chance, position % 3 === 1), dueOn, state: 'open' });
		});
	}
}

function agreeSettledOne(town: Town, plan: TownPlan, talk: Talk, chance: Chance) {
	const yesterday = dayAfter(plan.today, -1);
	const dueOn = workdayFrom(dayAfter(talk.heldOn, chance.between(3, 30)));
	const wished = dayAfter(dueOn, chance.between(-4, 2));
	const earliest = dayAfter(talk.heldOn, 1);
	const settledOn = [latest(earliest, wished), yesterday].sort()[0] ?? yesterday;
	const settledAt = momentOn(settledOn, chance.between(8, 14), chance.between(0, 59));
	const followUp = followUpOf(talk, chance, chance.happens(0.3));
	town.followUps.push({
		...followUp,
		dueOn,
		state: outcomeOf(followUp.kind, chance.between(1, 100)),
		settledAt,
		settledById: talk.authorId,
		updatedAt: settledAt,
		version: 2,
	});
}

/** What became of it: promises are kept nine times in ten, as a good office does; a few of all are dropped. */
function outcomeOf(kind: 'promise' | 'task', luck: number) {
	if (luck > 94) return 'dropped' as const;
	return kind === 'promise' && luck > 84 ? ('broken' as const) : ('done' as const);
}

function followUpOf(talk: Talk, chance: Chance, wantsPromise: boolean) {
	const { promises, tasks } = talk.remark;
	const isPromise = wantsPromise && promises.length > 0;
	const at = talk.row.createdAt;
	return {
		id: chance.id(at),
		dialogueId: talk.id,
		companyId: talk.companyId,
		kind: isPromise ? ('promise' as const) : ('task' as const),
		text: worded(chance.pick(isPromise ? promises : tasks), talk.words),
		assigneeId: talk.authorId,
		unitId: talk.unitId,
		createdAt: at,
		updatedAt: at,
	};
}

const latest = (one: string, other: string) => (one > other ? one : other);
