import { dayAfter, momentOn, workdayBefore, workdayFrom } from './calendar.ts';
import type { Chance } from './chance.ts';
import { POSITIONS, type Position } from './content/land.ts';
import type { References, Town, TownPlan } from './town-plan.ts';

/** Owners nobody has talked with yet: the ones to wake. */
const SILENT_SHARE = 0.35;

/** Meetings with owners about their land, the position each took, and what was agreed. */
export function talkWithOwners(town: Town, plan: TownPlan, references: References, chance: Chance) {
	const consultants = plan.people.filter(({ role, talks }) => role === 'consultant' && talks > 0);
	const topic = references.topics.get('redevelopment');
	if (!topic) throw new Error('No topic redevelopment');
	const held = new Map<string, { propertyId: string; districtId: string | null }[]>();
	const land = new Map(town.properties.map((property) => [property.id, property]));
	for (const { landownerId, propertyId } of town.ownerships)
		held.set(landownerId, [...(held.get(landownerId) ?? []), { propertyId, districtId: land.get(propertyId)?.districtId ?? null }]);
	for (const owner of town.landowners) {
		const own = held.get(owner.id) ?? [];
		if (own.length === 0 || chance.happens(SILENT_SHARE)) continue;
		const responsible = town.landownerResponsibles.find(({ landownerId }) => landownerId === owner.id)?.userId;
		const somebody = chance.pick(consultants).email;
		const authorId = responsible ?? town.users.find(({ email }) => email === somebody)?.id ?? '';
		const unitId = town.memberships.find(({ userId }) => userId === authorId)?.unitId ?? '';
		let mood = chance.between(0, POSITIONS.length - 1);
		const days = Array.from({ length: chance.between(1, 3) }, () => workdayBefore(plan.today, Math.min(plan.days, 360), 4, chance)).sort();
		for (const heldOn of new Set(days)) {
			const position = POSITIONS[mood] ?? POSITIONS[0];
			const at = momentOn(heldOn, chance.between(9, 15));
			const id = chance.id(at);
			const where = chance.pick(own);
			if (!position) continue;
			town.dialogues.push({
				id,
				authorId,
				unitId,
				channel: chance.happens(0.7) ? 'landowner_meeting' : 'phone',
				heldOn,
				note: position.text,
				assessment: position.assessment && chance.happens(0.6) ? position.assessment : null,
				isLandownerOnly: true,
				createdAt: at,
				updatedAt: at,
			});
			const then = { thenCompanyId: owner.companyId ?? null, thenDistrictId: where.districtId };
			town.dialogueSubjects.push({ id: chance.id(at), dialogueId: id, landownerId: owner.id, ...then });
			town.dialogueSubjects.push({
				id: chance.id(at),
				dialogueId: id,
				propertyId: where.propertyId,
				thenCompanyId: null,
				thenDistrictId: where.districtId,
			});
			town.dialogueTopics.push({ dialogueId: id, topicId: topic.id });
			const goalId = references.goals.get(15);
			if (goalId) town.dialogueGoals.push({ dialogueId: id, goalId });
			const { level, horizon, barriers } = position;
			const propertyId = chance.happens(0.7) ? where.propertyId : null;
			town.stances.push({
				...{ id: chance.id(at), landownerId: owner.id, propertyId, topicId: topic.id, level, horizon, barriers: [...barriers] },
				...{ takenOn: heldOn, dialogueId: id, authorId, unitId, createdAt: at },
			});
			if (chance.happens(0.6)) agreeWithOwner(town, plan, chance, { id, heldOn, authorId, unitId, createdAt: at }, owner, position);
			// Talks move people, mostly forward.
			mood = Math.min(POSITIONS.length - 1, mood + (chance.happens(0.7) ? 1 : 0));
		}
	}
}

type Held = Pick<Town['dialogues'][number], 'id' | 'heldOn' | 'authorId' | 'unitId' | 'createdAt'>;

/** What was agreed with an owner: open while its day is to come. */
function agreeWithOwner(
	town: Town,
	plan: TownPlan,
	chance: Chance,
	{ id, heldOn, authorId, unitId, createdAt }: Held,
	owner: Town['landowners'][number],
	{ promise, task }: Position,
) {
	const isPromise = chance.happens(0.5);
	const dueOn = workdayFrom(dayAfter(heldOn, chance.between(10, 45)));
	const wasBroken = isPromise && chance.happens(0.15);
	const settled = { state: wasBroken ? ('broken' as const) : ('done' as const), settledAt: momentOn(dayAfter(heldOn, 3), 10), settledById: authorId };
	town.followUps.push({
		id: chance.id(createdAt),
		dialogueId: id,
		landownerId: owner.id,
		companyId: owner.companyId ?? null,
		assigneeId: authorId,
		unitId,
		kind: isPromise ? 'promise' : 'task',
		text: isPromise ? promise : task,
		dueOn,
		createdAt,
		updatedAt: createdAt,
		...(dueOn > plan.today ? {} : settled),
	});
}
